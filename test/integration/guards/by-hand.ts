import type { Actor } from '../../../src/access/actor.js';
import { DecisionService } from '../../../src/observations/decision.service.js';
import { constraintOf } from '../../../src/platform/database-faults.js';
import type { ListedRow } from '../../../src/submissions/checking/row-source.js';
import { ReceiveService } from '../../../src/submissions/receiving/receive.service.js';
import { openRooms, type Rooms } from '../../support/rooms.js';
import { unguarded } from '../../support/unguarded.js';

/** A statement with its parameters, as somebody with a line to the database writes it by hand. */
export type Statement = readonly [sql: string, ...parameters: unknown[]];

/** The entry of the audit trail that goes along with a write to a submission. */
export const told = (id: number): Statement => [
  `INSERT INTO audit_entry (action, subject) VALUES ('by.hand', 'submission:' || $1::integer)`,
  id,
];

export const decided = (id: number, by: Actor, verdict: string): Statement => [
  `INSERT INTO decision (submission_id, contributor_id, verdict, reason) VALUES ($1, $2, $3, 'so')`,
  id,
  by.contributorId,
  verdict,
];

export const stepped = (id: number, state: string): Statement => [
  'UPDATE submission SET state = $2 WHERE id = $1',
  id,
  state,
];

/** Rooms with people who send and decide, and with a hand in the database. */
export class ByHand {
  private year = 1900;

  private constructor(
    readonly rooms: Rooms,
    readonly sender: Actor,
    readonly colleague: Actor,
    readonly reviewer: Actor,
    readonly submitter: Actor,
  ) {}

  static async open(): Promise<ByHand> {
    const rooms = await openRooms();
    return new ByHand(
      rooms,
      await rooms.actor('african-igf', 'submitter', 'reviewer'),
      await rooms.actor('african-igf', 'reviewer'),
      await rooms.actor('arab-igf', 'reviewer'),
      await rooms.actor('arab-igf', 'submitter'),
    );
  }

  /**
   * Does all of it in one transaction, up to what the database looks at when it ends, and undoes it.
   * @returns the constraint or guard that refused it; `undefined` when nothing did
   */
  async refusal(...statements: readonly Statement[]): Promise<string | undefined> {
    const runner = this.rooms.database.dataSource.createQueryRunner();
    await runner.startTransaction();
    try {
      for (const [sql, ...parameters] of statements) await runner.query(sql, parameters);
      await runner.query('SET CONSTRAINTS ALL IMMEDIATE');
      return undefined;
    } catch (error) {
      return constraintOf(error) ?? String(error);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }

  async query<Row>(sql: string, ...parameters: unknown[]): Promise<readonly Row[]> {
    return this.rooms.database.dataSource.query(sql, parameters);
  }

  /** Receives a row of its own year. @returns id and receipt */
  async received(more: ListedRow = {}): Promise<{ readonly id: number; readonly receipt: string }> {
    this.year++;
    const row = { country: 'KEN', indicator: 'UI_NETUSE', year: this.year, value: 30, source: 'Survey' };
    const { receipt = '' } = await this.rooms.get(ReceiveService).receive({
      actor: this.sender,
      channel: 'api',
      content: { rows: [{ ...row, ...more }] },
      mediaType: 'application/json',
      limits: { rows: 10 },
    });
    const [found] = await this.query<{ id: number }>('SELECT id FROM submission WHERE receipt = $1', receipt);
    if (found === undefined) throw new Error('Nothing was received');
    return { id: found.id, receipt };
  }

  /** A received submission that a superuser put into some state. */
  async inState(state: string): Promise<number> {
    const { id } = await this.received();
    await unguarded(this.rooms.database.dataSource, 'UPDATE submission SET state = $2 WHERE id = $1', [
      id,
      state,
    ]);
    return id;
  }

  async accepted(): Promise<{ readonly id: number; readonly revision: number }> {
    const { id, receipt } = await this.received();
    const { revision = 0 } = await this.rooms
      .get(DecisionService)
      .decide(this.reviewer, receipt, { decision: 'accept' });
    return { id, revision };
  }
}
