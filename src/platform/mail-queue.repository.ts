import type { DataSource, EntityManager } from 'typeorm';

/** Minutes from one try to the next; after the last one the mail is given up. */
export const WAITS_MINUTES = [2, 10, 60, 240, 720, 1440] as const;

/** An outbox. Several processes may empty it at once: each mail is tried by one at a time. */
export abstract class MailQueueRepository {
  /** @param table with the columns of an outbox: due_at, attempts, sent_at, given_up_at, failure */
  protected constructor(
    protected readonly dataSource: DataSource,
    private readonly table: 'mail' | 'digest',
  ) {}

  inTransaction<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.dataSource.transaction(work);
  }

  async markSent(id: number, at: Date): Promise<void> {
    await this.dataSource.query(`UPDATE ${this.table} SET sent_at = $2, failure = NULL WHERE id = $1`, [
      id,
      at,
    ]);
  }

  async markFailed(id: number, failure: string): Promise<void> {
    await this.dataSource.query(`UPDATE ${this.table} SET failure = $2 WHERE id = $1`, [id, failure]);
  }

  async giveUp(manager: EntityManager, id: number, at: Date, failure: string): Promise<void> {
    await manager.query(`UPDATE ${this.table} SET given_up_at = $2, failure = $3 WHERE id = $1`, [
      ...[id, at, failure],
    ]);
  }

  /** Removes what was sent or given up before a moment. */
  async forget(before: Date): Promise<void> {
    await this.dataSource.query(`DELETE FROM ${this.table} WHERE coalesce(sent_at, given_up_at) < $1`, [
      before,
    ]);
  }

  /**
   * Takes the mail that has been due longest. It is moved on to its next try before it is handed out: should this process
   * die, or the mail server refuse, it comes up again by itself.
   * @returns its id
   */
  protected async take(now: Date): Promise<number | undefined> {
    const [taken]: [{ id: number }[], number] = await this.dataSource.query(
      `UPDATE ${this.table} SET attempts = attempts + 1, due_at = $1::timestamptz
         + make_interval(mins => ($2::integer[])[least(attempts + 1, cardinality($2::integer[]))])
       WHERE id = (
         SELECT id FROM ${this.table} WHERE sent_at IS NULL AND given_up_at IS NULL AND due_at <= $1
         ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING id`,
      [now, WAITS_MINUTES],
    );
    return taken[0]?.id;
  }
}
