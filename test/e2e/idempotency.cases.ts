import { Readable } from 'node:stream';
import type { OpenAPIObject } from '@nestjs/swagger';
import { startApp, type RunningApp } from '../support/running-app.js';
import { anyKeys, SENDING, type Keys } from './keys.js';

describe('idempotency', () => {
  let running: RunningApp;
  let keys: Keys;
  beforeAll(async () => {
    running = await startApp();
    keys = await anyKeys(running);
  }, 120_000);
  afterAll(() => running.close());

  type Headers = Readonly<Record<string, string>>;
  interface Answer {
    readonly status: number;
    readonly headers: Response['headers'];
    readonly body: Readonly<Record<string, unknown>>;
  }

  async function post(address: string, body: string | object | undefined, headers: Headers): Promise<Answer> {
    const type = typeof body === 'string' ? 'text/csv' : 'application/json';
    const answer = await fetch(`${running.url}/api/v1${address}`, {
      method: 'POST',
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      headers: { 'if-match': '*', ...(body === undefined ? {} : { 'content-type': type }), ...headers },
    });
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Answer['body'] };
  }

  const named = (name: string, headers = keys.senderHeaders): Headers => ({
    ...headers,
    'idempotency-key': name,
  });
  const sql = (text: string, parameters: unknown[] = []) =>
    running.database.dataSource.query(text, parameters);

  let nonce = 0;
  const aFile = (value = '0.5'): string =>
    `country,indicator,year,value,source\nKEN,WO_CSPART,2020,${value},Survey ${String(++nonce)}\n`;

  async function received(): Promise<string> {
    const { status, body } = await post('/submissions', aFile(), keys.senderHeaders);
    expect(status).toBe(201);
    return String(body.receipt);
  }

  function* megabytes(count: number): Generator<Buffer> {
    for (let sent = 0; sent < count; sent++) yield Buffer.alloc(1_048_576, 'x');
  }

  describe('a request under an Idempotency-Key', () => {
    it('is answered again as it was, and not done again', async () => {
      const file = aFile();
      const first = await post('/submissions', file, named('file'));
      const second = await post('/submissions', file, { ...named('file'), 'accept-language': 'fr' });
      expect([first.status, second.status]).toEqual([201, 201]);
      expect(second.body).toEqual(first.body);
      expect(first.body.repeated).toBe(false);
      for (const header of ['location', 'content-language']) {
        expect([header, second.headers.get(header)]).toEqual([header, first.headers.get(header)]);
      }
      const withdrawal = `/submissions/${String(first.body.receipt)}/withdrawal`;
      const once = await post(withdrawal, undefined, named('withdrawal'));
      const twice = await post(withdrawal, undefined, named('withdrawal'));
      expect([once.status, twice.status, twice.body]).toEqual([200, 200, once.body]);
      expect((await post(withdrawal, undefined, keys.senderHeaders)).status).toBe(409);
    });

    it('is refused when it stands for another request: another body, another file, another address', async () => {
      await post('/submissions', aFile(), named('other'));
      await post('/submissions', { rows: [] }, named('other-json'));
      const [one, two] = [await received(), await received()];
      const decision = { decision: 'return', text: 'Why?' };
      const reviewer = named('other', keys.reviewerHeaders);
      expect((await post(`/submissions/${one}/decisions`, decision, reviewer)).status).toBe(200);
      const others = [
        await post('/submissions', aFile(), named('other')),
        await post('/submissions?mode=check', aFile(), named('other')),
        await post(`/submissions/${one}/decisions`, { ...decision, decision: 'reject' }, reviewer),
        await post(`/submissions/${two}/decisions`, decision, reviewer),
      ];
      expect(others.map(({ status, body }) => [status, body.type])).toEqual(
        others.map(() => [422, '/problems/idempotency_key_reused']),
      );
      expect(others[0]?.body.detail).toContain('“other”');
    });

    it('is refused by the size of its file as any other, the first time and again', async () => {
      await post('/submissions', aFile(), named('large-again'));
      for (const name of ['large', 'large-again']) {
        const chunked: RequestInit & { readonly duplex: 'half' } = {
          method: 'POST',
          body: Readable.toWeb(Readable.from(megabytes(60))) as ReadableStream,
          duplex: 'half',
          headers: { ...named(name), 'content-type': 'text/csv' },
        };
        const answer = await fetch(`${running.url}/api/v1/submissions`, chunked);
        expect([name, answer.status]).toEqual([name, 413]);
      }
    });

    it('is another one with another API key or at another route', async () => {
      const receipt = await received();
      const [withdrawal, colleague] = [`/submissions/${receipt}/withdrawal`, keys.ownReviewerHeaders];
      const file = aFile();
      expect((await post('/submissions', file, named('mine'))).body.repeated).toBe(false);
      expect((await post('/submissions', file, named('mine', colleague))).body.repeated).toBe(true);
      expect((await post(withdrawal, undefined, named('mine'))).status).toBe(200);
      expect((await post(withdrawal, undefined, named('mine', colleague))).status).toBe(409);
    });

    it('may be mended and sent again when it failed: nothing was done', async () => {
      const bad = await post('/submissions', aFile('many'), named('mended'));
      expect(bad.status).toBe(422);
      expect((await post('/submissions', aFile(), named('mended'))).status).toBe(201);
    });

    it('is done once, however often it comes at the same time', async () => {
      const receipt = await received();
      const answers = await Promise.all(
        Array.from({ length: 8 }, () =>
          post(`/submissions/${receipt}/withdrawal`, undefined, named('at-once')),
        ),
      );
      const statuses = answers.map(({ status }) => status);
      expect(statuses).toContain(200);
      for (const { status, body } of answers) {
        expect([status, status === 200 ? body.state : body.type]).toEqual(
          status === 200 ? [200, 'withdrawn'] : [409, '/problems/request_running'],
        );
      }
    });

    it('answers nothing secret twice, and keeps nothing secret', async () => {
      const asked = { community: SENDING, roles: ['submitter'], name: 'Volunteer' };
      const administrator = named('new-key', keys.administratorHeaders);
      const first = await post('/keys', asked, administrator);
      const second = await post('/keys', asked, administrator);
      expect([first.status, second.status, second.body.type]).toEqual([
        201,
        409,
        '/problems/answer_not_kept',
      ]);
      const secret = String(first.body.key);
      expect(secret).toMatch(/^iww_/);
      const rows: { kept: string }[] = await sql('SELECT k::text AS kept FROM idempotency_key k');
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter(({ kept }) => kept.includes(secret))).toEqual([]);
      const [{ made }] = await sql(`SELECT count(*)::integer AS made FROM api_key WHERE label = 'Volunteer'`);
      expect(made).toBe(1);
    });

    it('is forgotten after a day, and taken up again when it got no answer for five minutes', async () => {
      const receipt = await received();
      const withdrawal = `/submissions/${receipt}/withdrawal`;
      expect((await post(withdrawal, undefined, named('old'))).status).toBe(200);
      const shift = (ago: string) =>
        sql(`UPDATE idempotency_key SET claimed_at = now() - $1::interval WHERE key = 'old'`, [ago]);
      await shift('23 hours 59 minutes');
      expect((await post(withdrawal, undefined, named('old'))).status).toBe(200);
      await shift('24 hours 1 minute');
      expect((await post(withdrawal, undefined, named('old'))).status).toBe(409);
      const file = aFile();
      await post('/submissions', file, named('old'));
      await sql(
        `UPDATE idempotency_key SET status = NULL, request_hash = NULL, body = NULL WHERE key = 'old'`,
      );
      expect((await post('/submissions', file, named('old'))).body.type).toBe('/problems/request_running');
      await shift('5 minutes 1 second');
      expect((await post('/submissions', file, named('old'))).body.repeated).toBe(true);
    });

    it.each([
      ['nothing', ''],
      ['two words', 'a b'],
      ['letters beyond ASCII', 'é'],
      ['256 letters', 'x'.repeat(256)],
    ])('is refused under a name of %s', async (_kind, name) => {
      const sent = post('/submissions?mode=check', aFile(), named(Buffer.from(name).toString('latin1')));
      expect((await sent).body.type).toBe('/problems/idempotency_key_malformed');
    });

    it('is understood by every POST that takes a key', async () => {
      const document = (await (await fetch(`${running.url}/api/v1/openapi.json`)).json()) as OpenAPIObject;
      const without = Object.entries(document.paths).flatMap(([path, { post: operation }]) => {
        if (operation === undefined || (operation.security ?? []).length === 0) return [];
        const parameters = (operation.parameters ?? []).map((each) => ('name' in each ? each.name : ''));
        return parameters.includes('Idempotency-Key') &&
          '409' in operation.responses &&
          '422' in operation.responses
          ? []
          : [path];
      });
      expect(without).toEqual([]);
    });
  });

  describe('If-Match', () => {
    const decide = (receipt: string, tag: string) =>
      post(
        `/submissions/${receipt}/decisions`,
        { decision: 'return', text: 'Why?', cells: [{ row: 2, column: 'value' }] },
        { ...keys.reviewerHeaders, 'if-match': tag },
      );
    const look = (receipt: string) =>
      fetch(`${running.url}/api/v1/submissions/${receipt}`, { headers: keys.senderHeaders });

    it('lets a step happen only to what the person saw', async () => {
      const receipt = await received();
      const seen = (await look(receipt)).headers.get('etag') ?? '';
      expect(seen).toMatch(new RegExp(`^"${receipt}-\\d+"$`));
      for (const stale of [`W/${seen}`, `"${receipt}-999"`, '"something-1"', 'nonsense']) {
        const { status, body } = await decide(receipt, stale);
        expect([stale, status, body.type]).toEqual([stale, 412, '/problems/stale_version']);
      }
      expect((await decide(receipt, `"other-1", ${seen}`)).status).toBe(200);
      expect((await decide(receipt, seen)).status).toBe(412);
      expect((await decide(receipt, '*')).status).toBe(409);
    });

    it('goes along with corrections, which the status shows to the reviewer', async () => {
      const receipt = await received();
      await decide(receipt, '*');
      const tag = (await look(receipt)).headers.get('etag') ?? '';
      const correct = (value: unknown, headers: Headers) =>
        post(`/submissions/${receipt}/corrections`, { cells: [{ row: 2, column: 'value', value }] }, headers);
      const wrong = await correct('many', { ...keys.senderHeaders, 'if-match': tag });
      expect([wrong.status, wrong.body.errors]).toEqual([
        422,
        [expect.objectContaining({ code: 'not_a_number', row: 2, pointer: '/cells/0/value', value: 'many' })],
      ]);
      const right = await correct(0.6, { ...keys.senderHeaders, 'if-match': tag });
      expect([right.status, right.body.state]).toEqual([200, 'received']);
      expect((await correct(0.7, { ...keys.senderHeaders, 'if-match': tag })).status).toBe(412);
      const status = (await (await look(receipt)).json()) as { changes: object[] };
      expect(status.changes).toEqual([
        { round: 1, row: 2, ordinal: 1, column: 'value', before: '0.5', after: '0.6' },
      ]);
      expect((await correct(0.7, {})).status).toBe(401);
      const unknown = await post(`/submissions/${receipt}/corrections`, { cells: [] }, keys.senderHeaders);
      expect(unknown.status).toBe(400);
    });
  });
});
