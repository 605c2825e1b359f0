import { once } from 'node:events';
import { readdir, readlink } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { PageReader } from '../support/page-reader.js';
import { answerOn, connectTo, sendRaw } from '../support/raw-request.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { anyKeys, type Keys } from './keys.js';

const GIGABYTE = 1_000_000_000;
const HEADER = 'country,indicator,year,value,source\n';
const ROW = 'KEN,UI_NETUSE,2020,41,Survey\n';
const FILES = [
  ['a file', '/api/v1/submissions', 'text/csv'],
  ['a file to be checked', '/api/v1/submissions?mode=check', 'text/csv'],
  [
    'a spreadsheet',
    '/api/v1/submissions',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ],
  ['rows', '/api/v1/submissions', 'application/json'],
  ['a form', '/en/sign-in', 'application/x-www-form-urlencoded'],
  ['a form with a file', '/en/contribute', 'multipart/form-data; boundary=b'],
] as const;

let running: RunningApp;
let keys: Keys;
let cookie: string;
let token: string;

beforeAll(async () => {
  running = await startApp();
  keys = await anyKeys(running);
  const reader = new PageReader(running.url);
  await reader.signIn(keys.senderHeaders['authorization']?.replace('Bearer ', '') ?? '');
  token = (await reader.open('/en/contribute')).form('/contribute').hidden['_token'] ?? '';
  cookie = [...reader.held].map((pair) => pair.join('=')).join('; ');
}, 120_000);
afterAll(() => running.close());

const head = (path: string, headers: Readonly<Record<string, string>>): string =>
  [
    `POST ${path} HTTP/1.1`,
    ...Object.entries({ host: 'localhost', cookie, ...keys.senderHeaders, ...headers }).map((pair) =>
      pair.join(': '),
    ),
    '\r\n',
  ].join('\r\n');

/** Files of the spool that this process holds open, which have no name any more; waits a while for there to be none. */
async function spooled(): Promise<number> {
  for (let tries = 0; ; tries++) {
    const open = await openInSpool();
    if (open === 0 || tries === 50) return open;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function openInSpool(): Promise<number> {
  const held = await readdir('/proc/self/fd');
  const paths = await Promise.all(held.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')));
  return paths.filter((path) => path.includes('/spool/')).length;
}

describe('an upload beyond the limits', () => {
  /** Writes pieces until the server closes or so many bytes are out; gives how many that were. */
  async function pour(socket: Socket, piece: Buffer, most: number): Promise<number> {
    let sent = 0;
    socket.setMaxListeners(0);
    for (; sent < most && !socket.destroyed; sent += piece.length) {
      const size = Buffer.from(`${piece.length.toString(16)}\r\n`);
      if (!socket.write(Buffer.concat([size, piece, Buffer.from('\r\n')]))) {
        await Promise.race([once(socket, 'drain'), once(socket, 'close')]).catch(() => undefined);
      }
    }
    return sent;
  }

  it.each(FILES)('is refused by what it announces, before a byte of it: %s', async (_what, path, type) => {
    const answer = await sendRaw(
      running.url,
      head(path, { 'content-type': type, 'content-length': String(GIGABYTE) }),
    );
    expect([answer.status, answer.headers.get('connection')]).toEqual([413, 'close']);
  });

  it.each(FILES.filter(([what]) => what !== 'a form with a file'))(
    'is cut off where it passes the limit, when it announces nothing: %s',
    async (_what, path, type) => {
      const socket = await connectTo(running.url);
      const answered = answerOn(socket);
      const before = process.memoryUsage().rss;
      socket.write(head(path, { 'content-type': type, 'transfer-encoding': 'chunked' }));
      const sent = await pour(socket, Buffer.alloc(500_000, HEADER + ROW), GIGABYTE);
      const answer = await answered;
      expect([answer.status, answer.headers.get('connection')]).toEqual([413, 'close']);
      expect(sent).toBeLessThan(GIGABYTE / 2);
      expect(process.memoryUsage().rss - before).toBeLessThan(250_000_000);
    },
  );

  it('is answered without its body when its sender may not send', async () => {
    const length = { 'content-type': 'text/csv', 'content-length': '40000000' };
    const headers = { ...length, authorization: 'Bearer iww_unknown' };
    const answer = await sendRaw(running.url, head('/api/v1/submissions', headers));
    expect([answer.status, answer.headers.get('connection')]).toEqual([401, 'close']);
  });

  it('keeps a connection that has no more to say', async () => {
    const answer = await fetch(`${running.url}/api/v1/submissions`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: HEADER + ROW,
    });
    expect([answer.status, answer.headers.get('connection')]).toEqual([401, 'keep-alive']);
  });

  it.each(FILES)('is not unpacked: %s', async (_what, path, type) => {
    const body = gzipSync(Buffer.alloc(1_000_000, HEADER));
    const packed = head(path, {
      'content-type': type,
      'content-encoding': 'gzip',
      'content-length': String(body.length),
      connection: 'close',
    });
    expect((await sendRaw(running.url, Buffer.concat([Buffer.from(packed), body]))).status).toBe(415);
  });

  it.each([
    ['a cell without end', 422, `${HEADER}KEN,UI_NETUSE,2020,41,${'x'.repeat(5_000_000)}\n`],
    ['a quote without end', 422, `${HEADER}KEN,UI_NETUSE,2020,41,"${ROW.repeat(100_000)}`],
    ['one line of commas', 422, ','.repeat(5_000_000)],
  ])(
    'is refused for %s',
    async (_what, status, body) => {
      const answer = await fetch(`${running.url}/api/v1/submissions?mode=check`, {
        method: 'POST',
        headers: { ...keys.senderHeaders, 'content-type': 'text/csv' },
        body,
      });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        status,
        'application/problem+json; charset=utf-8',
      ]);
    },
    60_000,
  );
});

describe('a form with a file', () => {
  const field = (name: string, value: string, more = ''): string =>
    `--b\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
  const file = (content: string, name = 'a.csv'): string => field('file', content, `; filename="${name}"`);
  async function send(parts: string, type = 'multipart/form-data; boundary=b'): Promise<number> {
    const headers = { 'content-type': type, 'content-length': String(Buffer.byteLength(parts)) };
    const answer = await sendRaw(
      running.url,
      head('/en/contribute', { ...headers, connection: 'close' }) + parts,
    );
    return answer.status;
  }

  it.each([
    [
      'too many fields',
      () => Array.from({ length: 30 }, (_, n) => field(`f${String(n)}`, 'x')).join('') + file(HEADER),
      400,
    ],
    ['a long field', () => field('community', 'x'.repeat(100_000)) + file(HEADER), 400],
    ['two files', () => file(HEADER) + file(HEADER), 400],
    ['no file', () => '', 422],
    [
      'names that objects have',
      () => field('__proto__', 'x') + field('constructor', 'x') + file(HEADER + ROW),
      400,
    ],
  ])('is refused with %s', async (_what, parts, status) => {
    expect(await send(`${field('_token', token)}${parts()}--b--\r\n`)).toBe(status);
    expect(await spooled()).toBe(0);
  });

  it.each([
    ['that never ends', () => field('_token', token) + file(HEADER)],
    ['without parts', () => 'nothing of the kind'],
    ['with endless headers', () => `--b\r\n${'x: y\r\n'.repeat(50_000)}`],
  ])('is refused when it is one %s', async (_what, parts) => {
    expect(await send(parts())).toBe(400);
    expect(await spooled()).toBe(0);
  });

  it.each([
    'multipart/form-data',
    'multipart/form-data; boundary=',
    `multipart/form-data; boundary=${'b'.repeat(200)}`,
  ])('is refused without a boundary: %s', async (type) => {
    expect([400, 415]).toContain(await send(field('_token', token) + file(HEADER), type));
  });

  it('shows no path of a file name and reaches none', async () => {
    for (const name of ['../../../etc/passwd', '..\\\\..\\\\x.csv', '/dev/null', 'CON', 'a\u202Efdp.csv']) {
      expect(
        await send(
          `${field('_token', token)}${file(`${HEADER}KEN,UI_NETUSE,2021,4,${name}\n`, name)}--b--\r\n`,
        ),
      ).toBe(303);
    }
    expect(await spooled()).toBe(0);
  });
});

describe('a slow sender', () => {
  let server: Server;
  beforeAll(() => {
    server = running.app.getHttpServer();
    Object.assign(server, { requestTimeout: 3_000, headersTimeout: 2_000 });
  });

  it.each([
    ['of a head', () => 'GET /api/v1/areas HTTP/1.1\r\nhost: a\r\n', 'x: y\r\n'],
    [
      'of a file',
      () => head('/api/v1/submissions', { 'content-type': 'text/csv', 'content-length': '50000' }),
      'x',
    ],
    [
      'of a form',
      () =>
        head('/en/contribute', {
          'content-type': 'multipart/form-data; boundary=b',
          'content-length': '50000',
        }) +
        `--b\r\ncontent-disposition: form-data; name="_token"\r\n\r\n${token}\r\n--b\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n`,
      'x',
    ],
  ])(
    '%s is cut off in time, and leaves nothing',
    async (_what, beginning, drop) => {
      const socket = await connectTo(running.url);
      const answered = answerOn(socket);
      socket.write(beginning());
      const dripping = setInterval(() => socket.write(drop), 100);
      try {
        expect((await answered).status).toBe(408);
      } finally {
        clearInterval(dripping);
      }
      expect(await spooled()).toBe(0);
    },
    20_000,
  );

  it('keeps nobody else waiting, however many there are', async () => {
    const sockets = await Promise.all(Array.from({ length: 300 }, () => connectTo(running.url)));
    for (const socket of sockets) socket.write('GET /api/v1/areas HTTP/1.1\r\nhost: a\r\nx: ');
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => (await fetch(`${running.url}/api/v1/areas/KEN`)).status),
    );
    expect(new Set(answers)).toEqual(new Set([200]));
    const ended = sockets.map((socket) => answerOn(socket));
    expect(new Set((await Promise.all(ended)).map(({ status }) => status))).toEqual(new Set([408]));
  }, 20_000);
});
