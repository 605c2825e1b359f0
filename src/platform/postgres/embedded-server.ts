import { readFileSync, realpathSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { Refusal } from '../refusal.js';
import { readPostmasterFile } from './postmaster-file.js';
import { makeCluster, SERVER_USER, startServer, stopServer } from './server-control.js';
import { serverHome, type ServerHome } from './server-home.js';

/** The bundled PostgreSQL while this process uses it. */
export interface EmbeddedServer {
  /** Connection string of its database, with the password. */
  readonly url: string;
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
/** Advisory lock in the database `postgres`: shared by all who use the server, exclusive for the one who stops it. */
const IN_USE = 4_991_802;
const PATIENCE_MS = 120_000;

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
    const session = await join(home);
    if (session) return await use(session, home);
    fault = await startServer(home, options.settings ?? []);
    if (fault !== undefined) await pause(200);
  } while (Date.now() < patience && !isFinal(fault));
  throw new Refusal(`PostgreSQL does not start on ${home.directory}: ${fault ?? 'it ends at once'}`);
}

async function use(session: pg.Client, home: ServerHome): Promise<EmbeddedServer> {
  await makeDatabase(session);
  const url = urlOf(home, DATABASE);
  if (url === undefined)
    throw new Refusal(`PostgreSQL on ${home.directory} ended while it was being joined.`);
  return { url, close: () => leave(session, home) };
}

async function leave(session: pg.Client, home: ServerHome): Promise<void> {
  try {
    await session.query('SELECT pg_advisory_unlock_shared($1)', [IN_USE]);
    const { rows } = await session.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1) AS alone', [
      IN_USE,
    ]);
    if (rows[0]?.alone) await stopServer(home);
  } catch {
    // The server is gone already: there is nothing to stop.
  } finally {
    await session.end().catch(() => undefined);
  }
}

/** A session that holds the shared lock on the server running here; `undefined` when none runs. */
async function join(home: ServerHome): Promise<pg.Client | undefined> {
  const patience = Date.now() + PATIENCE_MS;
  for (;;) {
    const url = urlOf(home, 'postgres');
    if (url === undefined) return undefined;
    const session = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 5_000,
      application_name: 'iww',
    });
    session.on('error', () => undefined); // a lost session shows at its next use
    try {
      await session.connect();
      await session.query('SELECT pg_advisory_lock_shared($1)', [IN_USE]);
      const { rows } = await session.query<{ cluster: string }>(
        `SELECT current_setting('data_directory') AS cluster`,
      );
      if (rows[0] && realpathSync(rows[0].cluster) === realpathSync(home.cluster)) return session;
    } catch (error) {
      const code = (error as { code?: unknown }).code;
      if (code === '57P03' && Date.now() < patience) {
        await pause(100); // starting up or shutting down
        continue;
      }
    }
    await session.end().catch(() => undefined);
    return undefined;
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

function urlOf(home: ServerHome, database: string): string | undefined {
  const running = readPostmasterFile(home.cluster);
  if (!running) return undefined;
  const password = readFileSync(home.passwordFile, 'utf8').trim();
  return `postgresql://${SERVER_USER}:${password}@127.0.0.1:${String(running.port)}/${database}`;
}

/** Faults that another attempt would only repeat; a taken port or a server another process is starting are not. */
function isFinal(fault: string | undefined): boolean {
  return (
    fault !== undefined && !/Address already in use|could not create any TCP\/IP|postmaster\.pid/.test(fault)
  );
}
