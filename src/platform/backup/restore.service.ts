import type { DataSource, QueryRunner } from 'typeorm';
import { Refusal } from '../refusal.js';
import type { Manifest } from './manifest.js';
import { Archive } from './read-archive.js';
import { RestoreRepository } from './restore.repository.js';

/** What restoring needs to know of this version's tables. */
export interface Schema {
  /** Names of all migrations, oldest first. */
  readonly migrations: readonly string[];
  /** Holds the lock of those who migrate until the transaction ends: a server that starts waits. */
  lock(runner: QueryRunner): Promise<void>;
  /** Runs those that are due, in the runner's transaction. @param last the last one to run; absent: all */
  migrate(runner: QueryRunner, last?: string): Promise<void>;
}

/** Told what is going on: `check`ing or `load`ing which table. */
type TellRestore = (step: 'check' | 'load', table: string) => void;

/** Puts a backup into an empty database. */
export class RestoreService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly schema: Schema,
  ) {}

  /**
   * Proves the archive, then makes the tables as they were when it was written, fills them, and brings them up to this
   * version; in one transaction, so that a failure leaves the database as empty as it was.
   * @returns what the archive says about itself
   * @throws Refusal when the archive is damaged, foreign or of a later version, or the database is not empty
   */
  async restore(path: string, tell: TellRestore): Promise<Manifest> {
    const archive = await Archive.open(path, (table) => tell('check', table));
    try {
      this.refuseUnknownSchema(archive.manifest);
      await this.inTransaction(async (runner) => this.fill(runner, archive, tell));
      await this.dataSource.query('ANALYZE');
      return archive.manifest;
    } finally {
      archive.close();
    }
  }

  private refuseUnknownSchema({ migrations, application }: Manifest): void {
    const unknown = migrations.find((name, place) => this.schema.migrations[place] !== name);
    if (unknown === undefined && migrations.length > 0) return;
    throw new Refusal(
      `This backup was written by version ${application}, whose tables this version does not know (${unknown ?? 'none'}): ` +
        'restore it with that version or a later one.',
    );
  }

  private async fill(runner: QueryRunner, archive: Archive, tell: TellRestore): Promise<void> {
    const { manifest } = archive;
    const database = new RestoreRepository(runner);
    await this.schema.lock(runner);
    if (!(await database.isEmpty())) {
      throw new Refusal(
        'A backup is restored into an empty database, and this one has tables: name another one.',
      );
    }
    await this.schema.migrate(runner, manifest.migrations.at(-1));
    const guard = await database.withoutGuards();
    const tables = await database.tables();
    const parts = new Map(manifest.tables.map((part) => [part.table, part]));
    const left = new Set(parts.keys());
    for (const table of tables.toReversed()) await database.clear(table);
    for (const table of tables) {
      const part = parts.get(table.name);
      left.delete(table.name);
      if (part === undefined && manifest.leftOut.includes(table.name)) continue;
      if (part?.columns.join() !== table.columns.join()) throw unlike(table.name);
      tell('load', table.name);
      const rows = await database.load(table, await archive.read(part)).catch((error: unknown) => {
        throw refusedRows(table.name, error);
      });
      if (rows !== part.rows) throw unlike(table.name);
    }
    for (const name of left) throw unlike(name);
    for (const position of manifest.sequences) {
      if (!(await database.setSequence(position))) throw unlike(position.name);
    }
    const behind = await database.sequenceBehind();
    if (behind !== undefined) throw unlike(behind);
    await guard();
    await this.schema.migrate(runner);
  }

  private async inTransaction(work: (runner: QueryRunner) => Promise<void>): Promise<void> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      await work(runner);
      await runner.commitTransaction();
    } catch (error) {
      // With its connection lost there is nothing to roll back: the database has done so.
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw mayNotMakeTables(error) ? new Refusal(OWNER_NEEDED) : error;
    } finally {
      await runner.release();
    }
  }
}

const OWNER_NEEDED =
  'This user may not make tables here: restore as the owner of the database, with DATABASE_MIGRATION_URL.';

function mayNotMakeTables(error: unknown): boolean {
  return (error as { code?: unknown }).code === '42501';
}

function unlike(name: string): Refusal {
  return new Refusal(
    `This backup does not fit the tables it says it came from: see ${name}. Nothing was restored.`,
  );
}

/** PostgreSQL's classes of codes for values and rules: the rows are wrong, not the connection. */
function refusedRows(table: string, error: unknown): unknown {
  const { code, message } = error as { code?: unknown; message: string };
  if (!/^2[23]/.test(String(code))) return error;
  return new Refusal(`The database does not take the rows of ${table} (${message}). Nothing was restored.`);
}
