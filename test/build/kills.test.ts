import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isFull, sampleName, sampleOf, seed } from '../support/sample.js';
import { KillableServer } from '../support/killable-server.js';

/** What is killed: five times each in a full run, two of them once in others. */
const WORK = ['taken', 'checked', 'load', 'acceptance'] as const;
const NOW = sampleOf(WORK, 2);
const TIMES = isFull ? 5 : 1;
const ROWS = isFull ? 20_000 : 8_000;
const ADMINISTRATOR = `iww_${randomBytes(32).toString('base64url')}`;
/** Every second time the database is killed with it. */
const WITH_DATABASE = 2;

const fileOf = (name: string): string =>
  [
    'country,indicator,year,value,source,edition',
    ...Array.from(
      { length: ROWS },
      (_, n) =>
        `KEN,UI_NETUSE,${String(1990 + (n % 30))},${String(n % 100)},${name},${String(Math.floor(n / 30))}`,
    ),
  ].join('\n');

/** The kills of this run that concern some work, each with its number. */
function killsOf(...work: readonly (typeof WORK)[number][]) {
  const first = Math.floor(seed / 2) % WITH_DATABASE;
  return NOW.filter((one) => work.includes(one)).flatMap((one) =>
    Array.from({ length: TIMES }, (_, n) => [one, first + n] as const),
  );
}

interface Standing {
  readonly receipt: string;
  readonly state: string;
  readonly counts: { readonly rows: number; readonly good: number };
}

describe(`a server killed at any moment (${sampleName})`, () => {
  let server: KillableServer;
  let sender: string;
  let reviewer: string;
  /** How long each takes undisturbed, milliseconds. */
  const usual = { answer: 0, import: 0, acceptance: 0, load: 0 };
  let directory: string;

  beforeAll(async () => {
    server = await KillableServer.start({ IWW_BOOTSTRAP_KEY: ADMINISTRATOR, IWW_JOB_BYTES: '1000' });
    sender = await keyOf('african-igf', 'submitter');
    reviewer = await keyOf('arab-igf', 'reviewer');
    const from = performance.now();
    const receipt = await send(fileOf('undisturbed'));
    usual.answer = performance.now() - from;
    await resting(receipt);
    usual.import = performance.now() - from;
    const between = performance.now();
    expect(await decide(receipt)).toBe(200);
    usual.acceptance = performance.now() - between;
    directory = await mkdtemp(join(tmpdir(), 'iww-loads-'));
    const before = performance.now();
    expect(await once(await load('undisturbed load'), 'exit')).toEqual([0, null]);
    usual.load = performance.now() - before;
  }, 180_000);

  afterAll(async () => {
    await rm(directory, { recursive: true, force: true });
    expect(await server.close()).toBe(0);
  }, 60_000);

  const authorization = (key: string) => ({ authorization: `Bearer ${key}` });

  async function keyOf(community: string, role: string): Promise<string> {
    const answer = await fetch(`${server.url}/api/v1/keys`, {
      method: 'POST',
      headers: { ...authorization(ADMINISTRATOR), 'content-type': 'application/json' },
      body: JSON.stringify({ community, roles: [role], name: `${role} of ${community}` }),
    });
    return ((await answer.json()) as { key: string }).key;
  }

  async function send(body: string): Promise<string> {
    const headers = { ...authorization(sender), 'content-type': 'text/csv' };
    const answer = await fetch(`${server.url}/api/v1/submissions`, { method: 'POST', headers, body });
    const text = await answer.text();
    expect([text, answer.status]).toEqual([expect.stringContaining('receipt'), expect.any(Number)]);
    return (JSON.parse(text) as Standing).receipt;
  }

  async function standing(receipt: string): Promise<Standing> {
    const answer = await fetch(`${server.url}/api/v1/submissions/${receipt}`, {
      headers: authorization(reviewer),
    });
    expect(answer.status).toBe(200);
    return (await answer.json()) as Standing;
  }

  async function resting(receipt: string): Promise<Standing> {
    for (;;) {
      const now = await standing(receipt);
      if (now.state !== 'checking') return now;
      await pause(50);
    }
  }

  async function decide(receipt: string): Promise<number> {
    const answer = await fetch(`${server.url}/api/v1/submissions/${receipt}/decisions`, {
      method: 'POST',
      headers: { ...authorization(reviewer), 'content-type': 'application/json', 'if-match': '*' },
      body: JSON.stringify({ decision: 'accept' }),
    });
    await answer.arrayBuffer();
    return answer.status;
  }

  async function load(name: string) {
    const path = join(directory, `${name}.csv`);
    await writeFile(path, fileOf(name));
    return server.command('load', path, '--community', 'african-igf');
  }

  /** Kills the server while something runs, and starts it again. @returns what came of it before */
  async function killedDuring<Result>(work: Promise<Result>, longest: number, kill: number) {
    const result = work.catch(() => undefined);
    await pause(Math.random() * 1.5 * longest);
    await (kill % WITH_DATABASE === 0 ? server.killAll() : server.kill());
    const before = await result;
    await server.start();
    return before;
  }

  const count = async (sql: string, ...parameters: unknown[]): Promise<number> =>
    (await server.query<{ n: number }>(`SELECT count(*)::integer AS n FROM ${sql}`, parameters))[0]?.n ?? 0;
  const staged = (receipt: string): Promise<number> =>
    count('staged_row r JOIN submission s ON s.id = r.submission_id WHERE s.receipt = $1', receipt);
  const held = (receipt: string): Promise<number> =>
    count('observation o JOIN submission s ON s.id = o.submission_id WHERE s.receipt = $1', receipt);

  it('breaks a check off when it is told to stop, leaves in time, and makes the check whole afterwards', async () => {
    const receipt = await send(fileOf('stopped'));
    expect(await server.stop()).toBe(0);
    await server.start();
    expect(await resting(receipt)).toMatchObject({ state: 'received', counts: { rows: ROWS, good: ROWS } });
    expect(await staged(receipt)).toBe(ROWS);
  }, 120_000);

  it('checks a big file as it checks a small one, and keeps nothing of it', async () => {
    const check = async (body: string, accept = 'application/json') => {
      const headers = { ...authorization(sender), 'content-type': 'text/csv', accept };
      const address = `${server.url}/api/v1/submissions?mode=check`;
      const answer = await fetch(address, { method: 'POST', headers, body });
      return { status: answer.status, text: await answer.text() };
    };
    const before = await count('submission');
    const good = fileOf('checked');
    const some = `${good}\nKEN,UI_NETUSE,2020,many,checked,e`;
    const none = good.replaceAll(',UI_NETUSE,', ',UI_NETUZE,');
    const [first, second, third, fourth] = await Promise.all([
      check(good),
      check(some),
      check(none),
      check(some, 'text/csv'),
    ]);
    expect([first.status, JSON.parse(first.text)]).toMatchObject([
      200,
      { state: 'checked', counts: { good: ROWS } },
    ]);
    expect([second.status, JSON.parse(second.text)]).toMatchObject([
      200,
      { counts: { good: ROWS, problems: 1 }, problems: [{ row: ROWS + 2, code: 'not_a_number' }] },
    ]);
    expect([third.status, JSON.parse(third.text)]).toMatchObject([
      422,
      {
        type: expect.stringContaining('no_usable_rows'),
        report: { problemsByCode: { unknown_indicator: ROWS } },
      },
    ]);
    expect([fourth.status, fourth.text]).toEqual([200, expect.stringContaining('many')]);
    expect(await count('submission')).toBe(before);
  }, 120_000);

  for (const [step, kill] of killsOf('taken', 'checked')) {
    const name = `${step} ${String(kill)}`;
    it(`loses no receipt and stages all rows or none (${name})`, async () => {
      const window = step === 'taken' ? usual.answer : usual.import;
      const receipt = await killedDuring(send(fileOf(name)), window, kill);
      if (receipt !== undefined) {
        expect(await resting(receipt)).toMatchObject({
          state: 'received',
          counts: { rows: ROWS, good: ROWS },
        });
      }
      const again = await resting(await send(fileOf(name)));
      expect(again).toMatchObject({ state: 'received', counts: { rows: ROWS, good: ROWS } });
      expect(again.receipt).toBe(receipt ?? again.receipt);
      expect(await staged(again.receipt)).toBe(ROWS);
      expect(await held(again.receipt)).toBe(0);
      expect(await count('staged_row WHERE source = $1', name)).toBe(ROWS);
      expect(await count('checking_job')).toBe(0);
    }, 120_000);
  }

  for (const [step, kill] of killsOf('load')) {
    const name = `${step} ${String(kill)}`;
    it(`stages all rows or none of a command (${name})`, async () => {
      const command = await load(name);
      const ended = once(command, 'exit');
      await pause(Math.random() * 1.2 * usual.load);
      if (kill % WITH_DATABASE === 0) {
        await server.killAll();
        await server.start();
      } else command.kill('SIGKILL');
      await ended;
      const before = await count('staged_row WHERE source = $1', name);
      expect([0, ROWS]).toContain(before);
      expect(await once(await load(name), 'exit')).toEqual([0, null]);
      expect(await count('staged_row WHERE source = $1', name)).toBe(ROWS);
      expect(
        await count(
          'submission WHERE file_name = $1 AND state = $2 AND rows_good = $3',
          ...[`${name}.csv`, 'received', ROWS],
        ),
      ).toBe(1);
      expect(await count('submission WHERE file_name = $1', `${name}.csv`)).toBe(1);
    }, 120_000);
  }

  for (const [step, kill] of killsOf('acceptance')) {
    const name = `${step} ${String(kill)}`;
    it(`holds all figures or none (${name})`, async () => {
      const { receipt } = await resting(await send(fileOf(name)));
      const answered = await killedDuring(decide(receipt), usual.acceptance, kill);
      const { state } = await standing(receipt);
      expect([state, await held(receipt)]).toEqual(
        state === 'accepted' ? ['accepted', ROWS] : ['received', 0],
      );
      if (answered !== undefined) expect([answered, state]).toEqual([200, 'accepted']);
      expect(await decide(receipt)).toBe(state === 'accepted' ? 409 : 200);
      expect(await held(receipt)).toBe(ROWS);
      expect(
        await count(
          'revision_log l JOIN submission s ON s.id = l.submission_id WHERE s.receipt = $1',
          receipt,
        ),
      ).toBe(1);
    }, 120_000);
  }
});
