import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { connect, migrate } from '../../src/data-source.js';

/** A database of one's own on the server of this test run. */
export interface TestDatabase {
  /** Connection string. */
  readonly url: string;
  readonly dataSource: DataSource;
  /** Ends the connections and drops the database. */
  close(): Promise<void>;
}

/** A new database with all tables, empty but for what the migrations put there. */
export async function freshDatabase(): Promise<TestDatabase> {
  return await copyOf('migrated', async (url) => {
    const dataSource = await connect(url);
    await migrate(dataSource);
    await dataSource.destroy();
  });
}

/** A new database without any table. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return await copyOf('empty', () => Promise.resolve());
}

/**
 * A new database, copied from a template that is filled at its first use in a test run.
 * @param template name of the template; the same name must always come with the same `fill`
 * @param fill puts into the database with the given connection string what every copy shall hold
 */
export async function copyOf(template: string, fill: (url: string) => Promise<void>): Promise<TestDatabase> {
  const source = `${setting('TEST_DATABASE_PREFIX')}_${template}`;
  const name = `${setting('TEST_DATABASE_PREFIX')}_${randomBytes(6).toString('hex')}`;
  await asAdministrator(async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [source]);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [source]);
    if (!rowCount) {
      const draft = `${source}_draft`;
      await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
      await client.query(`CREATE DATABASE ${draft} TEMPLATE template0`);
      await fill(urlOf(draft));
      await client.query(`ALTER DATABASE ${draft} RENAME TO ${source}`);
    }
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${source}`);
  });
  const dataSource = await connect(urlOf(name));
  return {
    url: urlOf(name),
    dataSource,
    close: async () => {
      if (dataSource.isInitialized) await dataSource.destroy();
      await asAdministrator((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}

async function asAdministrator(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: setting('TEST_DATABASE_URL') });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(database: string): string {
  const url = new URL(setting('TEST_DATABASE_URL'));
  url.pathname = database;
  return url.href;
}

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run the tests with Jest's global set-up.`);
  return value;
}
