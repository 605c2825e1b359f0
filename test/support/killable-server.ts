import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { readPostmasterFile } from '../../src/platform/postgres/postmaster-file.js';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The built product with its bundled PostgreSQL, to be killed and started again. */
export class KillableServer {
  private child: ChildProcessByStdio<null, Readable, Readable> | undefined;
  private said = '';

  private constructor(
    private readonly dataDirectory: string,
    private readonly port: number,
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  static async start(environment: Readonly<Record<string, string>>): Promise<KillableServer> {
    const dataDirectory = await mkdtemp(join(tmpdir(), 'iww-kills-'));
    await chmod(dataDirectory, 0o711);
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const { port } = probe.address() as AddressInfo;
    probe.close();
    await once(probe, 'close');
    const server = new KillableServer(dataDirectory, port, environment);
    await server.start();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.port)}`;
  }

  /** Starts it and waits until it serves. */
  async start(): Promise<void> {
    this.said = '';
    const child = spawn(process.execPath, [join(root, 'dist', 'main.js')], {
      env: this.settings(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
    }
    while (!this.said.includes('IWW Progress is at')) {
      if (child.exitCode !== null) throw new Error(`ended before it served: ${this.said}`);
      await pause(20);
    }
  }

  /** All it has said since its last start. */
  get output(): string {
    return this.said;
  }

  /** Sends a signal and goes on. */
  signal(signal: NodeJS.Signals): void {
    this.child?.kill(signal);
  }

  /** Kills the database server, as the system does when memory runs out; the web server stays. */
  killDatabase(): void {
    const postmaster = this.postmaster();
    if (postmaster !== undefined) process.kill(postmaster.pid, 'SIGKILL');
  }

  /** Begins an operator's command beside the server. */
  command(...words: readonly string[]): ChildProcess {
    const program = join(root, 'dist', 'commands', 'main.js');
    return spawn(process.execPath, [program, ...words], { env: this.settings(), stdio: 'ignore' });
  }

  /** Ends the web server as a power cut would; the database server stays. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Ends both as a power cut would. */
  async killAll(): Promise<void> {
    const postmaster = this.postmaster();
    if (postmaster !== undefined) process.kill(postmaster.pid, 'SIGKILL');
    await this.end('SIGKILL');
  }

  async query<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const password = await readFile(join(this.dataDirectory, 'postgres', 'server', 'password'), 'utf8');
    const client = new pg.Client(
      `postgresql://iww:${password}@127.0.0.1:${String(this.postmaster()?.port)}/iww_progress`,
    );
    await client.connect();
    try {
      return (await client.query<Row>(sql, [...parameters])).rows;
    } finally {
      await client.end();
    }
  }

  /** Ends it in order. @returns its exit code */
  async stop(): Promise<number | null> {
    return this.end('SIGTERM');
  }

  /** As `stop`, and removes its data. */
  async close(): Promise<number | null> {
    const code = await this.stop();
    await rm(this.dataDirectory, { recursive: true, force: true });
    return code;
  }

  private settings(): NodeJS.ProcessEnv {
    return {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      IWW_RATE_READS: '10000000',
      IWW_RATE_WRITES: '10000000',
      IWW_RATE_SIGN_INS: '1000000',
      PORT: String(this.port),
      IWW_DATA_DIR: this.dataDirectory,
      ...this.environment,
    };
  }

  private async end(signal: NodeJS.Signals): Promise<number | null> {
    const { child } = this;
    if (child?.exitCode !== null || child.signalCode !== null) return null;
    const ended = once(child, 'exit');
    child.kill(signal);
    const [code] = (await ended) as [number | null];
    return code;
  }

  private postmaster(): ReturnType<typeof readPostmasterFile> {
    return readPostmasterFile(join(this.dataDirectory, 'postgres', 'server', 'cluster'));
  }
}
