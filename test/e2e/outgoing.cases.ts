import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createServer, type Server, type Socket } from 'node:net';
import { startApp, type RunningApp } from '../support/running-app.js';
import { anyKeys, SENDING, type Keys } from './keys.js';

/** Notes to which ports this process opens connections while it does something. */
async function portsAskedBy(act: () => Promise<void>): Promise<ReadonlySet<number>> {
  const ports = new Set<number>();
  const noted = (message: unknown): void => {
    const { socket } = message as { readonly socket: Socket };
    socket.once('connect', () => ports.add(socket.remotePort ?? 0));
  };
  subscribe('net.client.socket', noted);
  try {
    await act();
  } finally {
    unsubscribe('net.client.socket', noted);
  }
  return ports;
}

describe('the installation', () => {
  let running: RunningApp;
  let keys: Keys;
  let trap: Server;
  let trapped = 0;
  let trapUrl: string;

  beforeAll(async () => {
    trap = createServer((socket) => {
      trapped += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve));
    const address = trap.address();
    trapUrl = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : 0)}`;
    running = await startApp();
    keys = await anyKeys(running);
  }, 120_000);
  afterAll(async () => {
    await running.close();
    trap.close();
  });

  async function post(
    path: string,
    body: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<Response> {
    return fetch(running.url + path, { method: 'POST', body, headers: { 'if-match': '*', ...headers } });
  }

  it('follows no link that somebody sends, and asks nobody but its database', async () => {
    const ports = await portsAskedBy(async () => {
      const links = [
        `${trapUrl}/a.pdf`,
        `${trapUrl}/b?x=http://169.254.169.254/`,
        `${trapUrl.replace('http', 'HTTP')}/c`,
      ];
      const rows = links.map(
        (link, n) =>
          `KEN,UI_NETUSE,${String(2001 + n)},4${String(n)},Survey ${trapUrl}/s,${link},See ${trapUrl}/note`,
      );
      const sent = await post(
        '/api/v1/submissions',
        `country,indicator,year,value,source,evidence,note\n${rows.join('\n')}\n`,
        {
          ...keys.senderHeaders,
          'content-type': 'text/csv',
        },
      );
      expect(sent.status).toBe(201);
      const { receipt } = (await sent.json()) as { readonly receipt: string };
      const json = { 'content-type': 'application/json' };
      const decided = await post(`/api/v1/submissions/${receipt}/decisions`, '{"decision":"accept"}', {
        ...keys.reviewerHeaders,
        ...json,
      });
      expect(decided.status).toBe(200);
      const found: string[] = [];
      for (const path of [
        `/api/v1/submissions/${receipt}`,
        `/api/v1/submissions/${receipt}/rows`,
        '/api/v1/observations?area=KEN&indicator=UI_NETUSE&year=2001..2003',
        '/api/v1/observations.csv?area=KEN&indicator=UI_NETUSE&year=2001..2003',
        '/api/v1/reports/countries/KEN',
        '/api/v1/charts/trend.svg?area=KEN&node=UI_NETUSE',
        `/api/v1/communities/${SENDING}/submissions.atom`,
        '/en/countries/KEN',
        `/en/submissions/${receipt}`,
        '/en/observations/KEN.UI_NETUSE.2001.1.1',
      ]) {
        const answer = await fetch(running.url + path, {
          headers: path.startsWith('/api') ? keys.senderHeaders : {},
        });
        found.push(await answer.text());
      }
      expect(found.join('\n')).toContain(links[0]);
    });
    const known = [running.url, running.database.url].map((url) => Number(new URL(url).port));
    expect([...ports].filter((port) => !known.includes(port))).toEqual([]);
    expect(ports.has(known[0] ?? 0)).toBe(true);
    expect(trapped).toBe(0);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'ftp://a.example/x',
    '//a.example/x',
    'http://user:word@a.example/',
    'vbscript:x',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
  ])('takes no evidence that is no plain web address: %j', async (link) => {
    const file = `country,indicator,year,value,source,evidence\nKEN,UI_NETUSE,2010,41,Survey,"${link}"\n`;
    const refused = await post('/api/v1/submissions', file, {
      ...keys.senderHeaders,
      'content-type': 'text/csv',
    });
    const { errors } = (await refused.json()) as { readonly errors: readonly { readonly column: unknown }[] };
    expect([refused.status, errors]).toEqual([
      422,
      [expect.objectContaining({ column: { letter: 'F', name: 'evidence' } })],
    ]);
  });
});
