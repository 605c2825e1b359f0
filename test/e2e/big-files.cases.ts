import { translate } from '../../src/language/translate.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { anyKeys, type Keys } from './keys.js';

interface Step {
  readonly state: string;
  readonly bytesRead: number;
  readonly byteSize: number;
  readonly rows: number;
}

const HEADER = 'country,indicator,year,value,source';
const rowsOf = (source: string, count: number, value = (n: number): number => n % 100): string =>
  [
    HEADER,
    ...Array.from(
      { length: count },
      (_, n) => `KEN,UI_NETUSE,${String(1990 + (n % 30))},${String(value(n))},${source} ${String(n)}`,
    ),
  ].join('\n');

describe('a file larger than IWW_JOB_BYTES', () => {
  let running: RunningApp;
  let keys: Keys;

  beforeAll(async () => {
    running = await startApp({ environment: { IWW_JOB_BYTES: '10000' } });
    keys = await anyKeys(running);
  }, 120_000);

  afterAll(() => running.close());

  const send = (body: string, query = ''): Promise<Response> =>
    fetch(`${running.url}/api/v1/submissions${query}`, {
      method: 'POST',
      body,
      headers: { ...keys.senderHeaders, 'content-type': 'text/csv' },
    });
  const read = async <Answer>(address: string): Promise<Answer> =>
    (await (await fetch(running.url + address, { headers: keys.senderHeaders })).json()) as Answer;
  const follow = async (address: string): Promise<readonly Step[]> => {
    const answer = await fetch(`${running.url}${address}/progress`, { headers: keys.senderHeaders });
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    const events = (await answer.text()).trimEnd().split('\n\n');
    return events.map((event) => JSON.parse(event.replace(/^data: /, '')) as Step);
  };

  it('is answered at once, followed to its end, and received like any other', async () => {
    const body = rowsOf('a', 3_000);
    const answer = await send(body);
    expect(answer.status).toBe(202);
    const { receipt, state, summary } = (await answer.json()) as Record<
      'receipt' | 'state' | 'summary',
      string
    >;
    expect(state).toBe('checking');
    expect(summary).toBe(translate('en', 'submission.outcome.checking'));
    const address = answer.headers.get('location') ?? '';
    expect(address).toBe(`/api/v1/submissions/${receipt}`);
    const steps = await follow(address);
    expect(steps.at(-1)).toEqual({
      state: 'received',
      bytesRead: Buffer.byteLength(body),
      byteSize: Buffer.byteLength(body),
      rows: 3_000,
      good: 3_000,
      problems: 0,
    });
    expect(await read(address)).toMatchObject({ receipt, state: 'received', counts: { good: 3_000 } });
    const again = await send(body);
    expect([again.status, ((await again.json()) as { receipt: string }).receipt]).toEqual([200, receipt]);
  });

  it('fails with the reason and its problems when no row of it can be used', async () => {
    const answer = await send(rowsOf('b', 1_000, () => 1_000));
    const address = answer.headers.get('location') ?? '';
    expect((await follow(address)).at(-1)?.state).toBe('failed');
    expect(await read(address)).toMatchObject({
      state: 'failed',
      failure: { code: 'no_usable_rows', title: 'No row can be used' },
      problemsByCode: { outside_hard_limits: 1_000 },
    });
    expect((await send(rowsOf('b', 1_000, () => 1_000))).status).toBe(202);
  });

  it('is not told of to those who may not see it', async () => {
    const address = (await send(rowsOf('c', 1_000))).headers.get('location') ?? '';
    expect((await fetch(`${running.url}${address}/progress`)).status).toBe(404);
    expect((await follow(address)).at(-1)?.state).toBe('received');
  });

  it('does not disturb another one that comes at the same time', async () => {
    const addresses = await Promise.all(
      ['d', 'e'].map(async (source) => (await send(rowsOf(source, 5_000))).headers.get('location') ?? ''),
    );
    for (const address of addresses) {
      expect((await follow(address)).at(-1)).toMatchObject({ state: 'received', rows: 5_000 });
      expect(await read(address)).toMatchObject({ counts: { rows: 5_000, good: 5_000 } });
    }
    const [row] = await running.database.dataSource.query(
      `SELECT count(*)::integer AS rows, count(DISTINCT submission_id)::integer AS batches FROM staged_row
       WHERE source ~ '^[de] '`,
    );
    expect(row).toEqual({ rows: 10_000, batches: 2 });
  });
});
