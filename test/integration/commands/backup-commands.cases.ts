import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { addBackupCommands } from '../../../src/commands/backup-commands.js';
import { schema } from '../../../src/data-source.js';
import { backUp } from '../../../src/platform/backup/back-up.js';
import { RestoreService } from '../../../src/platform/backup/restore.service.js';
import { PASSING_TABLES } from '../../../src/table-rules.js';
import { emptyDatabase, freshDatabase, type TestDatabase } from '../../support/database.js';
import { SEEDS } from '../../support/rooms.js';
import { roomsOn } from '../../support/rooms-on.js';

const EXAMPLE = join(SEEDS, 'examples/three-indicators');

/** Runs a command on a database as the command line does, with what it would print. */
async function run(on: TestDatabase, ...words: readonly string[]) {
  const said = { lines: [] as string[], json: [] as unknown[], progress: [] as string[] };
  const program = new Command().exitOverride();
  addBackupCommands(
    program,
    (work) =>
      work({
        backUp: (options) => backUp(on.url, { ...options, leftOut: PASSING_TABLES }),
        restores: new RestoreService(on.dataSource, schema),
      }),
    async (work) => {
      const rooms = await roomsOn(on.dataSource);
      await work(rooms).finally(() => rooms.close());
    },
    {
      line: (text) => void said.lines.push(text),
      json: (value) => void said.json.push(value),
      progress: (text) => void said.progress.push(text),
    },
  );
  await program.parseAsync(words, { from: 'user' });
  return said;
}

describe('backup and restore', () => {
  it('say what they do, what they did, and that all of it is right', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'iww-backups-'));
    const [source, target, other] = [await freshDatabase(), await emptyDatabase(), await emptyDatabase()];
    const rooms = await roomsOn(source.dataSource, EXAMPLE);
    await rooms.close();
    const path = join(directory, 'backup.zip');

    const backup = await run(source, 'backup', path);
    expect(backup.progress).toContain('Reading observation: 0 rows');
    expect(backup.lines).toEqual([
      expect.stringMatching(/^\d+ rows of \d+ tables are in .*backup[.]zip \(\d+ kB\), as of 20.*Z[.]$/),
      'Not in it, for they do not last: idempotency_key, submission_progress, web_session.',
      expect.stringMatching(/^SHA-256 of the archive: [0-9a-f]{64}$/),
    ]);
    const restored = await run(target, 'restore', path);
    expect(restored.progress).toEqual(
      expect.arrayContaining(['Checking observation', 'Restoring observation']),
    );
    expect(restored.lines).toEqual([
      expect.stringMatching(/^\d+ rows of \d+ tables are restored, as of 20.*Z, data revision 2[.]$/),
      'No row points to something that does not exist, and nothing is half done.',
      expect.stringMatching(/^The audit trail is as it was written: \d+ places[.]$/),
    ]);
    const { json, lines, progress } = await run(other, 'restore', path, '--json');
    expect([lines, progress]).toEqual([[], []]);
    expect(json).toEqual([
      {
        manifest: expect.objectContaining({ framework: 'green-harbour', revision: 2 }),
        verification: expect.objectContaining({ sequences: [], revisions: { board: 2, facts: 2 } }),
      },
    ]);
    expect(process.exitCode ?? 0).toBe(0);

    for (const database of [source, target, other]) await database.close();
    await rm(directory, { recursive: true });
  }, 60_000);
});
