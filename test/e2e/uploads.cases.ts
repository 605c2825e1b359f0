import { readdir, readlink } from 'node:fs/promises';
import { request as ask, type ClientRequest, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { AccessService } from '../../src/access/access.service.js';
import { CONFIG, type Config } from '../../src/platform/config.js';
import { MOST_SENT_BYTES } from '../../src/submissions/receiving/sent-limits.js';
import { PageReader, type ReadPage } from '../support/page-reader.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { SENDING } from './keys.js';

const HEADER = 'country,indicator,year,value,source';
const BOUNDARY = 'boundary';

function fileOf(source: string, count: number): string {
  const rows = Array.from(
    { length: count },
    (_, n) => `KEN,UI_NETUSE,${String(1990 + (n % 30))},${String(n % 100)},${source} ${String(n)}`,
  );
  return [HEADER, ...rows].join('\n');
}

describe('a file sent by the form', () => {
  let running: RunningApp;
  let reader: PageReader;
  let page: ReadPage;

  beforeAll(async () => {
    running = await startApp({ environment: { IWW_JOB_BYTES: '10000' } });
    const access = running.app.get(AccessService);
    const { key } = await access.createKey({ community: SENDING, roles: ['submitter'], name: 'Sender' });
    reader = new PageReader(running.url);
    await reader.signIn(key);
    page = await reader.open('/en/contribute');
  }, 120_000);
  afterAll(() => running.close());

  const cookie = (): string => [...reader.held].map((pair) => pair.join('=')).join('; ');
  const spooled = (): Promise<string[]> =>
    readdir(join(running.app.get<Config>(CONFIG).dataDirectory, 'spool'));
  /** Files of the spool that the server holds open, which have no name any more; waits for a number of them. */
  const comesTo = async (wanted: number): Promise<number> => {
    for (let tries = 0; ; tries++) {
      const held = await readdir('/proc/self/fd');
      const paths = await Promise.all(held.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')));
      const open = paths.filter((path) => path.includes('/spool/')).length;
      if (open === wanted || tries === 100) return open;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const submissions = async (): Promise<number> => {
    const rows: { n: number }[] = await running.database.dataSource.query(
      `SELECT count(*)::integer AS n FROM submission WHERE channel = 'page'`,
    );
    return rows[0]?.n ?? 0;
  };
  const upload = (content: string, name: string): Promise<ReadPage> =>
    reader.send(page, '/contribute', {}, { name, content });

  /** Begins to send the form with a file, which the caller goes on with. */
  function begin(token: string, headers: Readonly<Record<string, string>> = {}): ClientRequest {
    const { hostname, port } = new URL(running.url);
    const sending = ask({
      hostname,
      port,
      method: 'POST',
      path: '/en/contribute',
      headers: {
        cookie: cookie(),
        'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
        ...headers,
      },
    });
    sending.on('error', () => undefined);
    const field = (name: string, rest: string): string =>
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"${rest}`;
    sending.write(
      `${field('_token', '')}\r\n\r\n${token}\r\n` +
        `${field('file', '; filename="big.csv"')}\r\ncontent-type: text/csv\r\n\r\n${HEADER}\n`,
    );
    return sending;
  }

  async function answerTo(sending: ClientRequest): Promise<{ status: number; body: string }> {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      sending.on('response', resolve);
      sending.on('error', reject);
    });
    let body = '';
    for await (const chunk of answer) body += String(chunk);
    return { status: answer.statusCode ?? 0, body };
  }

  const token = (): string => page.form('/contribute').hidden['_token'] ?? '';

  it('is followed on its page while it is checked, by who sent it alone', async () => {
    const draft = await upload(fileOf('a', 3_000), 'big.csv');
    expect(draft.path).toMatch(/^\/en\/submissions\/[0-9a-f]{32}$/);
    const address = `${running.url}${draft.path}/progress`;
    const stranger = await fetch(address, { redirect: 'manual' });
    expect(stranger.status).toBe(303);
    const answer = await fetch(address, { headers: { cookie: cookie() } });
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    const last = (await answer.text()).trimEnd().split('\n\n').at(-1) ?? '';
    expect(JSON.parse(last.replace(/^data: /, ''))).toMatchObject({
      state: 'draft',
      rows: 3_000,
      good: 3_000,
    });
    const checked = await reader.open(draft.path);
    expect(checked.text).toContain('3,000 of 3,000 rows can be used');
    const gone = await reader.send(checked, '/discard');
    expect([gone.path, await spooled()]).toEqual(['/en/contribute', []]);
  });

  it('may come at the same time as another', async () => {
    const drafts = await Promise.all(
      ['b', 'c'].map((source) => upload(fileOf(source, 2_000), `${source}.csv`)),
    );
    const events = drafts.map(async ({ path }) =>
      (await fetch(`${running.url}${path}/progress`, { headers: { cookie: cookie() } })).text(),
    );
    await Promise.all(events);
    for (const { path } of drafts) {
      const checked = await reader.open(path);
      expect(checked.text).toContain('2,000 of 2,000 rows can be used');
      await reader.send(checked, '/discard');
    }
    expect(await spooled()).toEqual([]);
  });

  it('is refused before its bytes when it says that it is too large', async () => {
    const size = MOST_SENT_BYTES + 100_000;
    const sending = begin(token(), { 'content-length': String(size) });
    const { status, body } = await answerTo(sending);
    sending.destroy();
    expect([status, await spooled()]).toEqual([413, []]);
    expect(body).toContain('aria-invalid="true"');
  });

  it('is refused with a page once it is one byte too large', async () => {
    const before = await submissions();
    const sending = begin(token());
    const answered = answerTo(sending);
    const chunk = Buffer.alloc(1_000_000, 'x');
    let left = MOST_SENT_BYTES + 1 - Buffer.byteLength(`${HEADER}\n`);
    for (; left > 0; left -= chunk.length) {
      const part = chunk.subarray(0, Math.min(left, chunk.length));
      await new Promise((resolve) => sending.write(part, resolve));
    }
    sending.write(`\r\n--${BOUNDARY}--\r\n`);
    const { status, body } = await answered;
    sending.destroy();
    expect([status, await spooled(), await submissions()]).toEqual([413, [], before]);
    expect(body).toContain('href="#file"');
  }, 30_000);

  // Elsewhere nobody tells which files are open.
  const itOnLinux = process.platform === 'linux' ? it : it.skip;
  itOnLinux('leaves nothing when it breaks off', async () => {
    const before = await submissions();
    const sending = begin(token());
    sending.write(fileOf('d', 2_000));
    expect(await comesTo(1)).toBe(1);
    sending.destroy();
    expect(await comesTo(0)).toBe(0);
    expect([await spooled(), await submissions()]).toEqual([[], before]);
  });

  it('is not taken before its form is known to be ours', async () => {
    const sending = begin('forged');
    const { status } = await answerTo(sending);
    sending.destroy();
    expect([status, await spooled()]).toEqual([403, []]);
  });
});
