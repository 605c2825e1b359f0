import type { DataSource } from 'typeorm';

/**
 * Runs one statement as a superuser may: no trigger fires, so neither guards nor the audit trail see it. For what the
 * application never does itself.
 */
export async function unguarded(
  dataSource: DataSource,
  sql: string,
  parameters: unknown[] = [],
): Promise<void> {
  await dataSource.transaction(async (manager) => {
    await manager.query('SET LOCAL session_replication_role = replica');
    await manager.query(sql, parameters);
  });
}
