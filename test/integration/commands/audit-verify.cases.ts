import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandProgram } from '../../../src/commands/program.js';
import { AuditHeadsService } from '../../../src/platform/audit/audit-heads.service.js';
import { openRooms, type Rooms } from '../../support/rooms.js';
import { unguarded } from '../../support/unguarded.js';

describe('audit verify', () => {
  let rooms: Rooms;
  let directory: string;
  beforeAll(async () => {
    rooms = await openRooms();
    directory = await mkdtemp(join(tmpdir(), 'iww-verify-'));
    await rooms.actor('african-igf', 'submitter');
  });
  afterAll(async () => {
    process.exitCode = 0;
    await rooms.close();
    await rm(directory, { recursive: true });
  });

  /** Runs `iww audit:verify`. @returns what it prints and what it leaves with */
  async function verify(...options: readonly string[]) {
    const printed: unknown[] = [];
    const output = {
      line: (text: string) => void printed.push(text),
      json: (value: unknown) => void printed.push(value),
      progress: () => undefined,
    };
    process.exitCode = 0;
    const program = commandProgram(
      (work) => work({ get: (service) => rooms.get(service), close: rooms.close }),
      output,
    );
    await program.parseAsync(['audit:verify', ...options], { from: 'user' });
    return { printed, exitCode: process.exitCode };
  }

  describe('iww audit:verify', () => {
    it('says that the trail is as it was written, and what that rests on', async () => {
      const alone = await verify();
      expect(alone).toEqual({
        printed: [
          expect.stringMatching(
            /^The audit trail is as it was written: \d+ links, the last of them [0-9a-f]{64}\.$/,
          ),
          expect.stringMatching(/^It was compared with no head/),
        ],
        exitCode: 0,
      });
      await rooms.get(AuditHeadsService).note();
      expect((await verify()).printed[1]).toBe('It passes through one head noted outside the database.');
      expect((await verify('--json')).printed).toEqual([
        { links: expect.any(Number), hash: expect.any(String), heads: 1 },
      ]);
    });

    it('compares with heads that were kept elsewhere', async () => {
      const [report] = (await verify('--json')).printed as { links: number; hash: string }[];
      const file = join(directory, 'head.json');
      await writeFile(file, JSON.stringify({ number: report?.links, hash: report?.hash }));
      expect(await verify('--head', file)).toMatchObject({ exitCode: 0 });
      await writeFile(file, JSON.stringify({ number: Number(report?.links) + 1, hash: report?.hash }));
      expect(await verify('--head', file)).toEqual({
        printed: [
          `The audit trail is not as it was written, from number ${String(Number(report?.links) + 1)} on: ` +
            'The end of the trail is gone: a note kept elsewhere knows of more.',
        ],
        exitCode: 1,
      });
      await writeFile(file, 'no head\n');
      await expect(verify('--head', file)).rejects.toThrow('is no head of an audit trail');
    });

    it('says the first number that is wrong and what is wrong with it, and leaves with 1', async () => {
      await unguarded(
        rooms.database.dataSource,
        `UPDATE audit_entry SET action = 'nothing.happened' WHERE id = (SELECT audit_entry_id FROM audit_link WHERE number = 3)`,
      );
      expect(await verify()).toEqual({
        printed: [
          'The audit trail is not as it was written, from number 3 on: An entry was changed, put in or moved.',
        ],
        exitCode: 1,
      });
      expect((await verify('--json')).printed).toEqual([
        expect.objectContaining({ fault: { code: 'hash_differs', number: 3 } }),
      ]);
    });
  });
});
