import type pg from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { LONG_STATEMENT_MS } from './session-limits.js';

interface DriverWithPool {
  readonly master: pg.Pool;
}

/** The connections of a data source. */
export function poolOf(dataSource: DataSource): pg.Pool {
  return (dataSource.driver as unknown as DriverWithPool).master;
}

/** Where new connections go. */
export function urlOf(dataSource: DataSource): string {
  return poolOf(dataSource).options.connectionString ?? '';
}

/** Lets new connections go elsewhere. */
export function pointTo(dataSource: DataSource, url: string): void {
  poolOf(dataSource).options.connectionString = url;
}

/** Drops a connection without another word to a server that may not be listening; what runs on it fails. */
export function drop({ connection }: pg.Client): void {
  connection.stream.destroy();
}

/** A transaction of which one statement may take minutes: one that grows with what was sent or with all that is held. */
export async function longTransaction<Result>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<Result>,
  isolation: 'READ COMMITTED' | 'REPEATABLE READ' = 'READ COMMITTED',
): Promise<Result> {
  return dataSource.transaction(isolation, async (manager) => {
    await manager.query(`SET LOCAL statement_timeout = ${String(LONG_STATEMENT_MS)}`);
    return work(manager);
  });
}
