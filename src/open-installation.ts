import type { DataSource } from 'typeorm';
import { connect, migrate } from './data-source.js';
import type { Config } from './platform/config.js';
import { isDatabaseUnavailable } from './platform/database-faults.js';
import { openDatabase, type OpenDatabase } from './platform/open-database.js';
import { pointTo } from './platform/postgres/connections.repository.js';
import { SERVING_LIMITS } from './platform/postgres/session-limits.js';
import { Refusal } from './platform/refusal.js';
import { ServerRoleRepository } from './platform/server-role.repository.js';
import { PRIVILEGES } from './table-rules.js';

/** The database of this installation with all its tables. */
export interface Installation {
  readonly dataSource: DataSource;
  /** Ends the connections; the last process to do so stops the bundled server. */
  readonly close: () => Promise<void>;
}

/** The database as it is. */
export interface BareInstallation extends Installation {
  /** Connection string of who owns the tables. */
  readonly url: string;
  /** Gives up in the middle of work: what was not committed is gone. */
  readonly abandon: () => Promise<void>;
}

const OLDEST_POSTGRES = 15;

/**
 * Opens the database the settings name, or the bundled one, and brings its tables up to this version.
 * @param say told in one line what a reader would not expect
 * @throws Refusal when there is no database to be had, in a sentence
 */
export async function openInstallation(config: Config, say: (line: string) => void): Promise<Installation> {
  const database = await openDatabase(config, say);
  return await withTables(database, config, () => connectTo(database.url));
}

/**
 * As `openInstallation`, for a process that serves: its sessions are limited in time, and a bundled server that ends is
 * started again for as long as this process lives.
 */
export async function openServingInstallation(
  config: Config,
  say: (line: string) => void,
): Promise<Installation> {
  const database = await openDatabase(config, say);
  const { dataSource, close } = await withTables(database, config, () =>
    connect(database.url, SERVING_LIMITS),
  );
  database.keepUp((url) => pointTo(dataSource, url));
  return { dataSource, close };
}

/** The tables are made by who owns them; with another role that serves, that one gets what it needs. */
async function withTables(
  database: OpenDatabase,
  { databaseMigrationUrl }: Config,
  open: () => Promise<DataSource>,
): Promise<Installation> {
  try {
    const owner = await connectTo(databaseMigrationUrl ?? database.url);
    const dataSource = await migrate(owner)
      .then(async () => {
        if (databaseMigrationUrl !== undefined) await letServe(owner, database.url);
        return await open();
      })
      .finally(() => owner.destroy());
    const close = async (): Promise<void> => {
      await dataSource.destroy();
      await database.close();
    };
    return { dataSource, close };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function letServe(owner: DataSource, url: string): Promise<void> {
  const server = await connectTo(url);
  await new ServerRoleRepository(owner).grant(server, PRIVILEGES).finally(() => server.destroy());
}

/**
 * The database as it is, with whatever tables, for what comes before or instead of an installation: backups are taken
 * of it and put back into it. Its user owns the tables.
 * @throws Refusal as `openInstallation`
 */
export async function openBareDatabase(
  config: Config,
  say: (line: string) => void,
): Promise<BareInstallation> {
  const database = await openDatabase(config, say);
  try {
    const url = config.databaseMigrationUrl ?? database.url;
    const dataSource = await connectTo(url);
    const close = async (): Promise<void> => {
      await dataSource.destroy();
      await database.close();
    };
    return { url, dataSource, close, abandon: () => database.close() };
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
