import { readFileSync, realpathSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { readPostmasterFile } from './postmaster-file.js';
import { SERVER_USER, stopServer } from './server-control.js';
import type { ServerHome } from './server-home.js';

/** Advisory lock in the database `postgres`: shared by all who use the server, exclusive for the one who stops it. */
const IN_USE = 4_991_802;
const PATIENCE_MS = 120_000;

/** A session that holds the shared lock on the server running here; `undefined` when none runs. */
export async function joinServer(home: ServerHome): Promise<pg.Client | undefined> {
  const patience = Date.now() + PATIENCE_MS;
  for (;;) {
    const url = serverUrl(home, 'postgres');
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

/** Gives a session up, and stops the server when nobody else has one. */
export async function leaveServer(session: pg.Client, home: ServerHome): Promise<void> {
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

/** Connection string of a database of the server running here, with the password; `undefined` when none runs. */
export function serverUrl(home: ServerHome, database: string): string | undefined {
  const running = readPostmasterFile(home.cluster);
  if (!running) return undefined;
  const password = readFileSync(home.passwordFile, 'utf8').trim();
  return `postgresql://${SERVER_USER}:${password}@127.0.0.1:${String(running.port)}/${database}`;
}
