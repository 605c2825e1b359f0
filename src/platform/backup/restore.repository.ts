import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { QueryRunner } from 'typeorm';
import { SequenceRepository } from '../sequence.repository.js';
import type { SequencePosition } from './manifest.js';
import { copyStatement, quoted, TABLES, type TableShape } from './table-shape.js';

/** A trigger and when it fires: `O` in sessions of users, `A` always, `R` in replicas, `D` never. */
interface TriggerMode {
  readonly table: string;
  readonly name: string;
  readonly mode: 'O' | 'A' | 'R' | 'D';
}

/** Puts rows into tables as they were, in the transaction of the given runner, whose user owns the tables. */
export class RestoreRepository {
  constructor(private readonly runner: QueryRunner) {}

  /** Whether there is anything in the database: a table, view or sequence. */
  async isEmpty(): Promise<boolean> {
    const rows = await this.query<unknown>(
      `SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S', 'f') LIMIT 1`,
    );
    return rows.length === 0;
  }

  /** Tables in an order in which each comes after those it refers to. @throws TypeError when they refer to each other in a circle */
  async tables(): Promise<readonly TableShape[]> {
    const shapes = await this.query<TableShape>(TABLES);
    const references = await this.query<{ table: string; other: string }>(REFERENCES);
    const ordered: TableShape[] = [];
    const waiting = new Set(shapes);
    while (waiting.size > 0) {
      const isWaiting = (name: string): boolean => [...waiting].some((shape) => shape.name === name);
      const next = [...waiting].find(
        ({ name }) => !references.some(({ table, other }) => table === name && isWaiting(other)),
      );
      if (next === undefined) throw new TypeError('Tables refer to each other in a circle');
      waiting.delete(next);
      ordered.push(next);
    }
    return ordered;
  }

  /** Nobody asks the guards while what they once let in is put back. @returns how to set them again */
  async withoutGuards(): Promise<() => Promise<void>> {
    const triggers = await this.query<TriggerMode>(TRIGGERS);
    for (const { table, name } of triggers) await this.setTrigger({ table, name, mode: 'D' });
    return async () => {
      for (const trigger of triggers) await this.setTrigger(trigger);
    };
  }

  /** Empties a table of what the migrations put there. */
  async clear({ name }: TableShape): Promise<void> {
    await this.query(`DELETE FROM ${quoted(name)}`);
  }

  /** @returns how many rows came in */
  async load(table: TableShape, rows: Readable): Promise<number> {
    const client = (await this.runner.connect()) as PoolClient;
    const copy = client.query(copyFrom(copyStatement(table, 'FROM STDIN')));
    const ended = once(copy, 'close').catch(() => undefined);
    await pipeline(rows, copy).finally(() => ended);
    return copy.rowCount;
  }

  /** @returns whether there is such a sequence */
  async setSequence({ name, lastValue, isCalled }: SequencePosition): Promise<boolean> {
    const set = await this.query<unknown>(SET_SEQUENCE, [name, lastValue, isCalled]);
    return set.length > 0;
  }

  /** A sequence that would give out a number that is in use. */
  async sequenceBehind(): Promise<string | undefined> {
    const { dataSource, manager } = this.runner;
    return (await new SequenceRepository(dataSource).behind(manager))[0];
  }

  private async setTrigger({ table, name, mode }: TriggerMode): Promise<void> {
    const verb = { O: 'ENABLE', A: 'ENABLE ALWAYS', R: 'ENABLE REPLICA', D: 'DISABLE' }[mode];
    await this.query(`ALTER TABLE ${quoted(table)} ${verb} TRIGGER ${quoted(name)}`);
  }

  private async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<readonly Row[]> {
    return await this.runner.manager.query<readonly Row[]>(sql, [...parameters]);
  }
}

const REFERENCES = `
  SELECT DISTINCT c.relname::text AS "table", o.relname::text AS other
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class o ON o.oid = k.confrelid
  WHERE k.contype = 'f' AND c.relnamespace = 'public'::regnamespace AND c.oid <> o.oid`;

const TRIGGERS = `
  SELECT c.relname::text AS "table", t.tgname::text AS name, t.tgenabled::text AS mode
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
  WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal AND t.tgenabled <> 'D' ORDER BY 1, 2`;

const SET_SEQUENCE = `
  SELECT setval(oid::regclass, $2, $3) FROM pg_class
  WHERE relnamespace = 'public'::regnamespace AND relkind = 'S' AND relname = $1`;
