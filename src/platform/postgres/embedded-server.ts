import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { Refusal } from '../refusal.js';
import { makeCluster, startServer } from './server-control.js';
import { serverHome, type ServerHome } from './server-home.js';
import { joinServer, leaveServer, serverUrl } from './server-session.js';

/** The bundled PostgreSQL while this process uses it. */
export interface EmbeddedServer {
  /** Connection string of its database, with the password. */
  readonly url: string;
  /**
   * Starts it again whenever it ends, until `close`; on its port, unless another program has taken that.
   * @param moved told where it is then
   */
  keepUp(moved: (url: string) => void): void;
  /** Gives it up; the last process that does stops the server. */
  close(): Promise<void>;
}

export interface EmbeddedServerOptions {
  readonly dataDirectory: string;
  /** Told, in one line each, what a reader would not expect: a new system user, files elsewhere. */
  readonly say: (line: string) => void;
  /** Server settings `name=value` for this start. */
  readonly settings?: readonly string[];
}

const DATABASE = 'iww_progress';
const PATIENCE_MS = 120_000;
const LONGEST_PAUSE_MS = 5_000;
/** So often its own port may be taken when it comes back, before it takes another. */
const PORT_TRIES = 10;

/**
 * Joins the server that runs on a data directory, also one left behind by a killed process, or starts it. Each process
 * that uses the server holds a shared lock in it; who can take that lock alone is the last and stops the server. A
 * process that dies gives its lock up, and one that comes while the server is being stopped starts it again.
 * @throws Refusal when the server cannot run here
 */
export async function openEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const home = serverHome(options.dataDirectory, options.say);
  await makeCluster(home);
  const patience = Date.now() + PATIENCE_MS;
  let fault: string | undefined;
  do {
    const session = await joinServer(home);
    if (session) return await use(session, home, options);
    fault = await startServer(home, options.settings ?? []);
    if (fault !== undefined) await pause(200);
  } while (Date.now() < patience && !isFinal(fault));
  throw new Refusal(`PostgreSQL does not start on ${home.directory}: ${fault ?? 'it ends at once'}`);
}

async function use(
  session: pg.Client,
  home: ServerHome,
  options: EmbeddedServerOptions,
): Promise<EmbeddedServer> {
  await makeDatabase(session);
  const url = serverUrl(home, DATABASE);
  if (url === undefined)
    throw new Refusal(`PostgreSQL on ${home.directory} ended while it was being joined.`);
  return new JoinedServer(url, session, home, options);
}

class JoinedServer implements EmbeddedServer {
  private isClosing = false;
  private returning: Promise<void> | undefined;

  constructor(
    public url: string,
    private session: pg.Client,
    private readonly home: ServerHome,
    private readonly options: EmbeddedServerOptions,
  ) {}

  keepUp(moved: (url: string) => void): void {
    const lost = (): void => {
      if (this.isClosing || this.returning !== undefined) return;
      this.returning = this.comeBack(moved).then(() => {
        this.returning = undefined;
        if (!this.isClosing) this.keepUp(moved);
      });
    };
    this.session.once('end', lost);
    this.session.query('SELECT').catch(lost); // it may have ended before
  }

  async close(): Promise<void> {
    this.isClosing = true;
    await this.returning;
    await leaveServer(this.session, this.home);
  }

  /** The end of the session that holds the lock is the end of the server, or of that session alone. */
  private async comeBack(moved: (url: string) => void): Promise<void> {
    const { home, options } = this;
    options.say('The bundled PostgreSQL has ended and is started again.');
    let wait = 100;
    for (let taken = 0; ;) {
      const session = await joinServer(home);
      const url = serverUrl(home, DATABASE);
      if (session && url !== undefined) {
        this.session = session;
        if (url !== this.url) moved(url);
        this.url = url;
        return;
      }
      if (this.isClosing) return; // not before it was joined: what was started here is stopped by whoever leaves it
      const port = taken < PORT_TRIES ? Number(new URL(this.url).port) : undefined;
      const fault = await startServer(home, options.settings ?? [], port);
      if (fault === undefined) continue;
      if (isTakenPort(fault)) taken += 1;
      else wait = Math.min(wait * 2, LONGEST_PAUSE_MS);
      await pause(wait);
    }
  }
}

async function makeDatabase(session: pg.Client): Promise<void> {
  const { rowCount } = await session.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
  if (rowCount) return;
  await session.query(`CREATE DATABASE ${DATABASE}`).catch((error: unknown) => {
    const code = (error as { code?: unknown }).code;
    if (code !== '42P04' && code !== '23505') throw error; // another process made it meanwhile
  });
}

function isTakenPort(fault: string): boolean {
  return /Address already in use|could not create any TCP\/IP/.test(fault);
}

/** Faults that another attempt would only repeat; not so what another process or the rest of a killed server holds. */
function isFinal(fault: string | undefined): boolean {
  const mayPass = /postmaster\.pid|shared memory|old server processes/;
  return fault !== undefined && !isTakenPort(fault) && !mayPass.test(fault);
}
