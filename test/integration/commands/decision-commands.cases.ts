import { AccessService } from '../../../src/access/access.service.js';
import { describeRefusal } from '../../../src/commands/describe-report.js';
import { commandProgram } from '../../../src/commands/program.js';
import { Problem } from '../../../src/platform/problem.js';
import { ReceiveService } from '../../../src/submissions/receiving/receive.service.js';
import { openRooms, type Rooms } from '../../support/rooms.js';

describe('decision commands', () => {
  let rooms: Rooms;
  let reviewer: string;
  let submitter: string;
  beforeAll(async () => {
    rooms = await openRooms();
    reviewer = await keyOf('arab-igf', 'reviewer');
    submitter = await keyOf('african-igf', 'submitter');
  });
  afterAll(() => rooms.close());

  async function keyOf(community: string, role: string): Promise<string> {
    return (await rooms.get(AccessService).createKey({ community, roles: [role], name: role })).key;
  }

  /** Runs a command as the command line does, and returns the lines it would print. */
  async function run(...words: readonly string[]): Promise<readonly string[]> {
    const lines: string[] = [];
    const program = commandProgram(
      (work) => work({ get: (service) => rooms.get(service), close: rooms.close }),
      {
        line: (text) => void lines.push(text),
        json: (value) => void lines.push(JSON.stringify(value)),
        progress: () => undefined,
      },
    );
    for (const command of [program, ...program.commands]) {
      command.exitOverride().configureOutput({ writeErr: () => undefined });
    }
    await program.parseAsync(words, { from: 'user' });
    return lines;
  }

  async function refusal(running: Promise<unknown>): Promise<Problem> {
    const error: unknown = await running.catch((caught: unknown) => caught);
    if (error instanceof Problem) return error;
    throw new Error(`Not refused: ${String(error)}`);
  }

  let nonce = 0;
  async function received(): Promise<string> {
    const source = `Survey ${String(++nonce)}`;
    const { receipt = '' } = await rooms.get(ReceiveService).receive({
      actor: await rooms.actor('african-igf', 'submitter'),
      channel: 'command',
      content: { rows: [{ country: 'KEN', indicator: 'UI_NETUSE', year: 2020, value: 30, source }] },
      mediaType: 'application/json',
      limits: { rows: 10 },
    });
    return receipt;
  }

  describe('the loop on the command line', () => {
    it('returns named cells, shows them, takes corrections of them, and shows what became of them', async () => {
      const receipt = await received();
      const returned = await run(
        'return',
        receipt,
        '--as',
        reviewer,
        '--reason',
        'A typo?',
        '--cell',
        '1:value',
        '1:year',
      );
      expect(returned).toEqual([`${receipt}: returned to its senders.`]);
      expect(await run('status', receipt, '--as', submitter)).toEqual([
        `${receipt}: returned to its senders.`,
        'One good row of 1; no problems.',
        'Returned: A typo?',
        '  1:value#1',
        '  1:year#1',
      ]);
      const corrected = await run('correct', receipt, '1:value=1,250', '--decimal', ',', '--as', submitter);
      expect(corrected).toEqual([
        'Row 1, value: “30” is now “1.25” (round 1).',
        `${receipt}: received, waiting for review.`,
      ]);
      const [json = ''] = await run('status', receipt, '--as', submitter, '--json');
      expect(JSON.parse(json)).toMatchObject({
        submission: { state: 'received' },
        changes: [{ after: '1.25' }],
      });
    });

    it('rejects, and withdraws', async () => {
      const [one, two] = [await received(), await received()];
      expect(await run('reject', one, '--as', reviewer, '--reason', 'No source')).toEqual([
        `${one}: rejected.`,
      ]);
      expect(await run('withdraw', two, '--as', submitter)).toEqual([`${two}: withdrawn.`]);
      expect((await refusal(run('withdraw', one, '--as', submitter))).code).toBe('already_decided');
    });

    it('says which cell it does not understand, and which it does not find', async () => {
      const receipt = await received();
      const back = ['return', receipt, '--as', reviewer, '--reason', 'Why?', '--cell'];
      for (const cell of ['value', '1', '1:', ':value', '1:value=2', 'x:value']) {
        expect(await refusal(run(...back, cell))).toMatchObject({
          code: 'cell_not_understood',
          params: { cell },
        });
      }
      const missing = await refusal(run(...back, '9:value'));
      expect(describeRefusal(missing).join('\n')).toContain('No figure was received from row 9.');
      await run(...back, '1:value');
      expect((await refusal(run('correct', receipt, '1:value', '--as', submitter))).code).toBe(
        'cell_not_understood',
      );
      const wrong = await refusal(run('correct', receipt, '1:value=many', '--as', submitter));
      expect(describeRefusal(wrong).join('\n')).toContain('“many” is not a number.');
    });
  });
});
