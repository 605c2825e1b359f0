import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccessService } from '../../../src/access/access.service.js';
import { commandProgram } from '../../../src/commands/program.js';
import { describeRefusal } from '../../../src/commands/describe-report.js';
import { ObservationRepository } from '../../../src/observations/observation.repository.js';
import { Problem } from '../../../src/platform/problem.js';
import { openRooms, type Rooms } from '../../support/rooms.js';
import { unguarded } from '../../support/unguarded.js';

describe('commands', () => {
  let rooms: Rooms;
  let directory: string;
  beforeAll(async () => {
    rooms = await openRooms();
    directory = await mkdtemp(join(tmpdir(), 'iww-commands-'));
  });
  afterAll(async () => {
    await rooms.close();
    await rm(directory, { recursive: true, force: true });
  });

  /** What --json prints; tests say what they expect in it. */
  interface Json {
    report: { receipt: string; repeated: boolean };
    key: string;
  }

  /** Runs a command as the command line does, with what it would print. */
  async function run(...words: readonly string[]): Promise<{ lines: string[]; json: Json[] }> {
    const lines: string[] = [];
    const json: Json[] = [];
    const output = {
      line: (text: string) => void lines.push(text),
      json: (value: unknown) => void json.push(value as Json),
      progress: () => undefined,
    };
    const program = commandProgram(
      (work) => work({ get: (service) => rooms.get(service), close: rooms.close }),
      output,
    );
    for (const command of [program, ...program.commands]) {
      command.exitOverride().configureOutput({ writeErr: () => undefined });
    }
    await program.parseAsync(words, { from: 'user' });
    return { lines, json };
  }

  async function aFile(name: string, ...rows: readonly string[]): Promise<string> {
    const path = join(directory, name);
    await writeFile(path, ['country,indicator,year,value,source', ...rows, ''].join('\n'));
    return path;
  }

  async function refusal(running: Promise<unknown>): Promise<Problem> {
    const error: unknown = await running.catch((caught: unknown) => caught);
    if (error instanceof Problem) return error;
    throw new Error(`Not refused: ${String(error)}`);
  }

  const reviewerKey = async (community: string) =>
    (await rooms.get(AccessService).createKey({ community, roles: ['reviewer'], name: 'Reviewer' })).key;

  describe('load', () => {
    it('sends a file for a community and prints its receipt', async () => {
      const path = await aFile('one.csv', 'KEN,UI_NETUSE,2020,30,s');
      const { lines } = await run('load', path, '--community', 'african-igf');
      expect(lines[0]).toMatch(/^Received 1 of one row of .*one\.csv for african-igf\.$/);
      expect(lines[1]).toMatch(/^Receipt [0-9a-f]{32}$/);
    });

    it('tells each problem with row, column letter and name, value, what is wrong and what is right', async () => {
      const path = await aFile('two.csv', 'KEN,UI_NETUSE,2020,31,s', 'KEM,UI_NETUSE,2020,three,s');
      const { lines } = await run('load', path, '--community', 'african-igf');
      expect(lines[0]).toMatch(/^Partly received: 1 of 2 rows/);
      expect(lines[2]).toBe('2 problems:');
      expect(lines[3]).toContain('Row 3, column A (country): “KEM” is no country or area');
      expect(lines[3]).toContain('Did you mean KEN?');
      expect(lines[4]).toContain('Row 3, column D (value): “three” is not a number. Write');
    });

    it('tells what it changed, and takes answers to what the file leaves open', async () => {
      const path = join(directory, 'table.csv');
      await writeFile(path, 'country\tindicator\t2019\t2020\nKenya\tWO_BW_PER_USER\t1,234\t..\n');
      const words = ['load', path, '--community', 'african-igf', '--check', '--source', 'Survey'];
      const asked = describeRefusal(await refusal(run(...words))).join('\n');
      expect(asked).toContain(
        '“1,234” in row 2 may be read in two ways: . (1234), , (1.234). Answer with --decimal.',
      );
      const { lines } = await run(...words, '--decimal', ',');
      expect(lines[0]).toMatch(/^Checked .*: 1 of 2 rows can be used\./);
      expect(lines[1]).toBe('We changed this:');
      expect(lines.join('\n')).toContain(
        'A comma before decimals was read as a point. Row 2, column C: “1,234” was read as “1.234”.',
      );
    });

    it('keeps nothing when it only checks', async () => {
      const path = await aFile('three.csv', 'KEN,UI_NETUSE,2020,32,s');
      const { json } = await run('load', path, '--community', 'african-igf', '--check', '--json');
      expect(json).toMatchObject([{ report: { state: 'checked', counts: { good: 1 } } }]);
      expect(json[0]!.report.receipt).toBeUndefined();
    });

    it('fails when no row can be used, and tells why', async () => {
      const path = await aFile('four.csv', 'KEN,UI_NETUSE,2020,many,s');
      const problem = await refusal(run('load', path, '--community', 'african-igf'));
      expect(problem.code).toBe('no_usable_rows');
      expect(describeRefusal(problem).join('\n')).toContain(
        'Row 2, column D (value): “many” is not a number',
      );
    });

    it('writes the rows it does not take to a file that can be mended and loaded', async () => {
      const path = await aFile('mend.csv', 'KEN,UI_NETUSE,2012,30,s', 'KEM,UI_NETUSE,2013,31,s');
      const problems = join(directory, 'problems.csv');
      const words = ['--community', 'african-igf', '--json', '--problems', problems];
      const { json } = await run('load', path, ...words);
      expect(json[0]!.report).not.toHaveProperty('failedRows');
      const first = await readFile(problems, 'utf8');
      await rm(problems);
      await run('load', path, ...words);
      expect(await readFile(problems, 'utf8')).toBe(first);
      await refusal(run('load', problems, ...words));
      const text = await readFile(problems, 'utf8');
      expect(text).toContain(',KEM,UI_NETUSE,2013,31,s');
      await writeFile(problems, text.replace(',KEM,', ',KEN,'));
      const { lines } = await run('load', problems, '--community', 'african-igf');
      expect(lines[0]).toMatch(/^Received 1 of one row/);
    });

    it('refuses a part when all is wanted', async () => {
      const path = await aFile('five.csv', 'KEN,UI_NETUSE,2020,33,s', 'KEN,UI_NETUSE,2021,many,s');
      const problem = await refusal(run('load', path, '--community', 'african-igf', '--no-partial'));
      expect(problem.code).toBe('file_has_problems');
    });

    it('accepts what it loads as a reviewer of another community', async () => {
      const path = await aFile('six.csv', 'KEN,UI_NETUSE,2011,34,s');
      const key = await reviewerKey('arab-igf');
      const { lines } = await run('load', path, '--community', 'african-igf', '--accept', '--as', key);
      expect(lines.at(-1)).toMatch(/^Accepted: one figure added/);
      const found = await rooms.get(ObservationRepository).find({ fromYear: 2011, toYear: 2011 }, 10);
      expect(found.observations).toMatchObject([{ value: 34, series: { community: 'african-igf' } }]);
    });

    it.each(['load', 'accept'])(
      'refuses a reviewer of the same community before anything is kept: %s',
      async (command) => {
        const path = await aFile(`seven-${command}.csv`, `KEN,UI_NETUSE,2010,35,${command}`);
        const key = await reviewerKey('african-igf');
        if (command === 'load') {
          const running = run('load', path, '--community', 'african-igf', '--accept', '--as', key);
          expect((await refusal(running)).code).toBe('four_eyes');
        }
        const { json } = await run('load', path, '--community', 'african-igf', '--json');
        expect(json[0]!.report.repeated).toBe(false);
        const accepting = run('accept', json[0]!.report.receipt, '--as', key);
        expect((await refusal(accepting)).code).toBe('four_eyes');
      },
    );

    it.each([
      ['unknown_community', ['--community', 'atlantis']],
      ['reviewer_key_needed', ['--community', 'african-igf', '--accept']],
      ['unknown_key', ['--community', 'african-igf', '--as', 'iww_nobody']],
    ])('is refused: %s', async (code, options) => {
      const path = await aFile('eight.csv', 'KEN,UI_NETUSE,2020,36,s');
      expect((await refusal(run('load', path, ...options))).code).toBe(code);
    });

    it('says so when there is no such file', async () => {
      const problem = await refusal(run('load', join(directory, 'none.csv'), '--community', 'african-igf'));
      expect(describeRefusal(problem)[1]).toContain('none.csv');
    });
  });

  describe('accept', () => {
    it('accepts a submission by its receipt', async () => {
      const path = await aFile('nine.csv', 'KEN,UI_NETUSE,2012,37,s');
      const { json } = await run('load', path, '--community', 'african-igf', '--json');
      const accepted = await run(
        'accept',
        json[0]!.report.receipt,
        '--as',
        await reviewerKey('arab-igf'),
        '--json',
      );
      expect(accepted.json).toMatchObject([
        { state: 'accepted', counts: { added: 1, superseded: 0, unchanged: 0 } },
      ]);
    });
  });

  describe('key:create', () => {
    it('prints a key that works', async () => {
      const words = [
        '--community',
        'african-igf',
        '--role',
        'submitter, reviewer',
        '--name',
        'Ada',
        '--days',
        '3',
      ];
      const { lines } = await run('key:create', ...words);
      expect(lines[0]).toContain('submitter, reviewer');
      expect(await rooms.get(AccessService).actorOf(lines[1])).toMatchObject({
        communities: [{ code: 'african-igf', roles: ['submitter', 'reviewer'] }],
      });
    });

    it('makes keys of the whole installation', async () => {
      const { json } = await run('key:create', '--global', 'administrator', '--name', 'Grace', '--json');
      expect(await rooms.get(AccessService).actorOf(json[0]!.key)).toMatchObject({
        globalRoles: ['administrator'],
      });
    });

    it.each([
      ['neither', ['--name', 'x']],
      ['both', ['--name', 'x', '--community', 'african-igf', '--role', 'reviewer', '--global', 'auditor']],
      ['half', ['--name', 'x', '--community', 'african-igf']],
      ['a wrong number', ['--name', 'x', '--global', 'auditor', '--days', 'many']],
    ])('refuses %s', async (_what, words) => {
      await expect(run('key:create', ...words)).rejects.toThrow();
    });
  });

  describe('the others', () => {
    it('communities lists codes and names, without those that wait for confirmation', async () => {
      const { lines } = await run('communities');
      expect(lines).toContain('african-igf\tAfrican IGF\tregional');
      const [hidden] = await rooms.database.dataSource.query(
        'SELECT code FROM community WHERE hidden LIMIT 1',
      );
      expect(lines.some((line) => line.startsWith(`${String(hidden.code)}\t`))).toBe(false);
    });

    it('verify finds nothing wrong, and finds stray rows and half submissions when there are any', async () => {
      const good = 'No row points to something that does not exist, and nothing is half done.';
      const trail: unknown = expect.stringMatching(/^The audit trail is as it was written: \d+ places[.]$/);
      expect((await run('verify')).lines).toEqual([good, trail]);
      const path = await aFile('stray.csv', 'NRU,UI_NETUSE,2019,1,s', 'KEN,UI_NETUSE,2019,1,s');
      await run('load', path, '--community', 'african-igf');
      const { dataSource } = rooms.database;
      await dataSource.query(`DELETE FROM area WHERE code = 'NRU'`);
      await unguarded(dataSource, 'UPDATE submission SET rows_good = 1 WHERE file_name = $1', ['stray.csv']);
      await dataSource.query(`SELECT setval('community_id_seq', 1)`);
      await unguarded(dataSource, `UPDATE audit_entry SET action = 'none' WHERE id = 2`);
      const { lines } = await run('verify');
      expect(lines).toEqual([
        'One row points to something that does not exist: stagedRow',
        'One submission is not whole',
        'The counter community_id_seq would give out a key that is in use.',
        'The audit trail is not as it was written, from place 2 on: hash_differs',
      ]);
      expect(process.exitCode).toBe(1);
      process.exitCode = 0;
    });
  });

  describe('iww audit', () => {
    it('sets goalposts and weights beside the figures in force', async () => {
      const { lines } = await run('audit');
      expect(lines).toContainEqual(expect.stringMatching(/^UI_NETUSE: 0; 0\.0 %; 0\.0 %; –; –$/));
      expect(lines).toContainEqual(expect.stringMatching(/^P2: P2\.1 \d+\.\d %, decides – \(0 countries\)$/));
      const { json } = await run('audit', '--json');
      expect(json).toEqual([
        expect.objectContaining({ indicators: expect.arrayContaining([expect.anything()]) as unknown }),
      ]);
    });
  });
});
