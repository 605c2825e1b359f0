import { readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { Refusal } from '../refusal.js';
import type { AuditHead, Manifest, SequencePosition } from './manifest.js';
import { copyStatement, quoted, TABLES, type TableShape } from './table-shape.js';

/** What the manifest tells of the database itself. */
type About = Pick<
  Manifest,
  'application' | 'madeAt' | 'postgres' | 'migrations' | 'framework' | 'revision' | 'auditHead'
>;

/**
 * The database at one moment, whatever is written meanwhile, over a connection of its own. No table changes its shape
 * before it is closed.
 */
export class SnapshotRepository {
  private constructor(
    private readonly client: pg.Client,
    readonly tables: readonly TableShape[],
  ) {}

  /** @param url connection string; its role must be allowed to read all tables and sequences */
  static async open(url: string): Promise<SnapshotRepository> {
    const client = new pg.Client({ connectionString: url, application_name: 'iww-backup' });
    client.on('error', () => undefined); // a lost session shows at its next use
    await client.connect();
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      await client.query(PLAIN_WRITING);
      const { rows } = await client.query<TableShape>(TABLES);
      if (rows.length === 0) throw new Refusal('There is nothing to back up: this database has no tables.');
      await client.query(
        `LOCK TABLE ${rows.map(({ name }) => quoted(name)).join(', ')} IN ACCESS SHARE MODE`,
      );
      return new SnapshotRepository(client, rows);
    } catch (error) {
      await client.end();
      throw error;
    }
  }

  async about(): Promise<About> {
    const { rows } = await this.client.query<AboutRow>(ABOUT);
    const [row] = rows;
    if (row === undefined) throw new TypeError('The database says nothing about itself');
    const { framework, madeAt, ...told } = row;
    const auditHead = await this.auditHead();
    return {
      ...told,
      application: applicationVersion(),
      madeAt: madeAt.toISOString(),
      ...(framework === null ? {} : { framework }),
      ...(auditHead === undefined ? {} : { auditHead }),
    };
  }

  /** To be asked after the rows were read: sequences are ahead of the snapshot, never behind. */
  async sequences(): Promise<readonly SequencePosition[]> {
    const { rows } = await this.client.query<{ name: string }>(SEQUENCES);
    const positions: SequencePosition[] = [];
    for (const { name } of rows) {
      const { rows: found } = await this.client.query<{ lastValue: string; isCalled: boolean }>(
        `SELECT last_value AS "lastValue", is_called AS "isCalled" FROM ${quoted(name)}`,
      );
      for (const { lastValue, isCalled } of found)
        positions.push({ name, lastValue: Number(lastValue), isCalled });
    }
    return positions;
  }

  /** The rows of a table in COPY's text format. One at a time. */
  copy(table: TableShape): Readable {
    return this.client.query(copyTo(copyStatement(table, 'TO STDOUT')));
  }

  /** Also in the middle of a copy, which ends with its connection. */
  async close(): Promise<void> {
    await this.client.end();
  }

  private async auditHead(): Promise<AuditHead | undefined> {
    if (!this.tables.some(({ name }) => name === 'audit_link')) return undefined;
    const { rows } = await this.client.query<AuditHead>(AUDIT_HEAD);
    return rows[0];
  }
}

interface AboutRow {
  readonly madeAt: Date;
  readonly postgres: string;
  readonly migrations: readonly string[];
  readonly framework: string | null;
  readonly revision: number;
}

/** Values are written as every PostgreSQL reads them, and no time limit of the server ends a long copy. */
const PLAIN_WRITING = `
  SET LOCAL datestyle = 'ISO, YMD';
  SET LOCAL intervalstyle = 'iso_8601';
  SET LOCAL timezone = 'UTC';
  SET LOCAL bytea_output = 'hex';
  SET LOCAL extra_float_digits = 3;
  SET LOCAL statement_timeout = 0;
  SET LOCAL idle_in_transaction_session_timeout = 0`;

const ABOUT = `
  SELECT now() AS "madeAt", current_setting('server_version') AS postgres,
    (SELECT array_agg(name::text ORDER BY "timestamp") FROM migrations) AS migrations,
    (SELECT framework FROM catalogue_version ORDER BY id DESC LIMIT 1) AS framework,
    (SELECT revision FROM data_revision) AS revision`;

const AUDIT_HEAD = 'SELECT number, hash FROM audit_link ORDER BY number DESC LIMIT 1';

const SEQUENCES = `
  SELECT relname::text AS name FROM pg_class
  WHERE relnamespace = 'public'::regnamespace AND relkind = 'S' AND relname NOT LIKE 'migrations%' ORDER BY relname`;

function applicationVersion(): string {
  const file = new URL('../../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
