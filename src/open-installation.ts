import type { DataSource } from 'typeorm';
import { connect, migrate } from './data-source.js';
import type { Config } from './platform/config.js';
import { isDatabaseUnavailable } from './platform/database-faults.js';
import { openDatabase } from './platform/open-database.js';
import { Refusal } from './platform/refusal.js';

/** The database of this installation with all its tables. */
export interface Installation {
  readonly dataSource: DataSource;
  /** Ends the connections; the last process to do so stops the bundled server. */
  close(): Promise<void>;
}

const OLDEST_POSTGRES = 15;

/**
 * Opens the database the settings name, or the bundled one, and brings its tables up to this version.
 * @param say told in one line what a reader would not expect
 * @throws Refusal when there is no database to be had, in a sentence
 */
export async function openInstallation(config: Config, say: (line: string) => void): Promise<Installation> {
  const database = await openDatabase(config, say);
  try {
    const dataSource = await connectTo(database.url);
    const close = async (): Promise<void> => {
      await dataSource.destroy();
      await database.close();
    };
    await migrate(dataSource);
    return { dataSource, close };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function connectTo(url: string): Promise<DataSource> {
  const dataSource = await connect(url).catch((error: unknown) => {
    throw isDatabaseUnavailable(error) || isRefusedLogin(error) ? unreachable(url, error as Error) : error;
  });
  const [row] = await dataSource.query<{ version: string }[]>(
    `SELECT current_setting('server_version') AS version`,
  );
  if (row && Number.parseInt(row.version) >= OLDEST_POSTGRES) return dataSource;
  await dataSource.destroy();
  throw new Refusal(
    `The server in DATABASE_URL is PostgreSQL ${String(row?.version)}: version ${String(OLDEST_POSTGRES)} or later is needed.`,
  );
}

/** Wrong user or password, or no such database. */
function isRefusedLogin(error: unknown): boolean {
  return ['28000', '28P01', '3D000'].includes(String((error as { code?: unknown }).code));
}

function unreachable(url: string, error: Error): Refusal {
  const { host, pathname } = new URL(url);
  const reason = error.message || String((error as { code?: unknown }).code);
  return new Refusal(
    `PostgreSQL at ${host || 'the local socket'} does not let us into ${pathname.slice(1)} (${reason}): ` +
      'see that it runs and that DATABASE_URL names an existing database with its user and password.',
  );
}
