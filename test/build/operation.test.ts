import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { isFull } from '../support/sample.js';
import { KillableServer } from '../support/killable-server.js';
import { keyFor, WriteLoad } from '../support/write-load.js';

/** How often each thing is killed. */
const KILLS = isFull ? 5 : 1;
const EACH = Array.from({ length: KILLS }, (_, n) => n + 1);
const ADMINISTRATOR = `iww_${randomBytes(32).toString('base64url')}`;
/** Mails go nowhere: they wait. */
const SETTINGS = { IWW_BOOTSTRAP_KEY: ADMINISTRATOR, IWW_LOG: 'info', IWW_JOB_BYTES: '1000' };

/** A line of the log; the last three when it tells of an answer. */
interface Line {
  readonly level: string;
  readonly message: string;
  readonly route: string | null;
  readonly status: number;
  readonly isCut: boolean;
}

describe('a server in operation', () => {
  let server: KillableServer;

  beforeAll(async () => {
    server = await KillableServer.start(SETTINGS);
  }, 120_000);

  afterAll(async () => {
    expect(await server.close()).toBe(0);
  }, 60_000);

  const readiness = async (): Promise<number> =>
    fetch(`${server.url}/health/ready`).then(
      async (answer) => {
        await answer.arrayBuffer();
        return answer.status;
      },
      () => 0,
    );

  async function becomes(status: number): Promise<void> {
    while ((await readiness()) !== status) await pause(20);
  }

  async function verifies(): Promise<void> {
    expect(await once(server.command('audit:verify'), 'exit')).toEqual([0, null]);
  }

  it.each(EACH)(
    'starts its database again when that is killed, and keeps what was acknowledged (%d)',
    async () => {
      const load = await WriteLoad.begin(server.url, ADMINISTRATOR);
      await load.more(20);
      server.killDatabase();
      await becomes(503);
      await becomes(200);
      await load.more(20);
      await load.end();
      expect(mistakes(server.output)).toEqual([]);
      expect([...load.statuses.keys()].filter((status) => status >= 500)).toEqual([503]);
      expect(load.statuses.get(0)).toBeUndefined();
      expect(await load.missing()).toEqual([]);
      await verifies();
    },
    120_000,
  );

  it.each(EACH)(
    'keeps what was acknowledged when everything is killed, and starts by itself (%d)',
    async (kill) => {
      const load = await WriteLoad.begin(server.url, ADMINISTRATOR);
      await load.more(20);
      await (kill % 2 === 0 ? server.kill() : server.killAll());
      await server.start();
      await load.more(20);
      await load.end();
      expect(mistakes(server.output)).toEqual([]);
      expect(await load.missing()).toEqual([]);
      await verifies();
    },
    120_000,
  );

  it('finishes what it has accepted when it is told to stop, and ends with 0 within ten seconds', async () => {
    const sender = await keyFor(server.url, ADMINISTRATOR, 'african-igf', 'submitter');
    const readers = new Readers(server.url);
    const load = await WriteLoad.begin(server.url, ADMINISTRATOR);
    await pause(1_500);
    const followed = await followCheck(server.url, sender);
    const events = followed.text();
    const uploads = [1, 2, 3].map((n) => slowUpload(server.url, sender, n));
    await pause(500);
    expect(mistakes(server.output)).toEqual([]);
    const from = performance.now();
    const ended = server.stop();
    expect(await readers.readinessAtTheEnd()).toBe(503);
    expect(await ended).toBe(0);
    expect(performance.now() - from).toBeLessThan(10_000);
    const answers = await Promise.all(uploads);
    await load.end();
    await readers.end();

    const answered = answeredLines(server.output);
    expect(answered.filter(({ isCut }) => isCut)).toEqual([]);
    expect(answered.filter(({ status }) => status >= 500 && status !== 503)).toEqual([]);
    expect(answers).toEqual([201, 201, 201]);
    expect(await events).toMatch(/^(data: \{"state":"(checking|received)".*\}\n\n)+$/);
    const read = answered.filter(({ route }) => route === Readers.ROUTE).length;
    expect([readers.whole, readers.broken]).toEqual([read, 0]);
    expect(readers.goodbyes).toBeGreaterThan(0);

    await server.start();
    expect(await load.missing()).toEqual([]);
  }, 60_000);

  it('ends with 1, in order, after a mistake that nobody caught, and logs it', () => {
    const shutDown = new URL('../../dist/shut-down.js', import.meta.url).href;
    const script = `
      import { ShutDown } from '${shutDown}';
      const end = new ShutDown(() => {});
      end.onSignals();
      end.first(() => Promise.resolve(console.log('closed')));
      setInterval(() => {}, 1_000);
      void Promise.reject(new Error('nobody caught this'));`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    expect([status, stdout + stderr]).toEqual([1, expect.stringMatching(/closed[^]*nobody caught this/)]);
  });

  it('ends at once, with 1, when it is told a second time', async () => {
    const sender = await keyFor(server.url, ADMINISTRATOR, 'african-igf', 'submitter');
    const open = slowUpload(server.url, sender, 4, 60_000).catch(() => undefined);
    await pause(300);
    server.signal('SIGTERM');
    await pause(300);
    expect(await server.stop()).toBe(1);
    await open;
    await server.start();
  }, 60_000);
});

function linesOf(output: string): Line[] {
  return output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line);
}

function answeredLines(output: string): Line[] {
  return linesOf(output).filter(({ message }) => message === 'answered');
}

function mistakes(output: string): Line[] {
  return linesOf(output).filter(({ level }) => ['error', 'fatal'].includes(level));
}

/** Sends a big file. @returns the stream that tells how far its check is, begun */
async function followCheck(url: string, key: string): Promise<Response> {
  const rows = Array.from({ length: 60_000 }, (_, n) => `KEN,UI_NETUSE,2020,41,Followed,${String(n)}`);
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'text/csv' };
  const sent = await fetch(`${url}/api/v1/submissions`, {
    method: 'POST',
    headers,
    body: ['country,indicator,year,value,source,edition', ...rows].join('\n'),
  });
  expect(sent.status).toBe(202);
  const { receipt } = (await sent.json()) as { receipt: string };
  return fetch(`${url}/api/v1/submissions/${receipt}/progress`, { headers });
}

/** Sends a file bit by bit. @returns the status */
async function slowUpload(url: string, key: string, n: number, milliseconds = 2_000): Promise<number> {
  const sending = request(`${url}/api/v1/submissions`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv', authorization: `Bearer ${key}` },
  });
  const answer = once(sending, 'response') as Promise<[IncomingMessage]>;
  sending.write('country,indicator,year,value,source,edition\n');
  await Promise.race([answer, pause(milliseconds, undefined, { ref: false })]);
  sending.end(`KEN,UI_NETUSE,2020,41,Slow,${String(n)}`);
  const [response] = await answer;
  response.resume();
  return response.statusCode ?? 0;
}

/** Readers who ask again and again, half of them on connections they keep. */
class Readers {
  static readonly ROUTE = '/api/v1/scores';
  /** Answers that came whole, that broke off, and that said goodbye. */
  whole = 0;
  broken = 0;
  goodbyes = 0;
  private isOver = false;
  private readonly kept = new Agent({ keepAlive: true, maxSockets: 10 });
  private readonly running: Promise<void>[];

  constructor(private readonly url: string) {
    this.running = Array.from({ length: 20 }, (_, n) => this.loop(n % 2 === 0));
  }

  async end(): Promise<void> {
    this.isOver = true;
    await Promise.all(this.running);
    this.kept.destroy();
  }

  /** What readiness says when it is no longer 200; 0 when nobody answers. */
  async readinessAtTheEnd(): Promise<number> {
    let status: number | undefined;
    do status = await this.ask('/health/ready', false);
    while (status === 200);
    return status ?? 0;
  }

  private async loop(keeps: boolean): Promise<void> {
    while (!this.isOver) {
      const status = await this.ask(`${Readers.ROUTE}?area=KEN&by=principle`, keeps);
      if (status === 200) this.whole += 1;
      else await pause(20);
    }
  }

  /** @returns the status of an answer that came whole; nothing when none began */
  private ask(path: string, keeps: boolean): Promise<number | undefined> {
    return new Promise((done) => {
      const asking = request(this.url + path, { agent: keeps ? this.kept : false }, (answer) => {
        if (keeps && answer.headers.connection === 'close') this.goodbyes += 1;
        answer.resume();
        answer.on('close', () => {
          if (!answer.complete) this.broken += 1;
          done(answer.complete ? answer.statusCode : undefined);
        });
      });
      asking.on('error', () => {
        done(undefined);
      });
      asking.end();
    });
  }
}
