import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { NO_ANSWERS, type Answers } from '../checking/answers.js';
import type { Batch } from './checking.service.js';
import type { SubmissionState } from '../reviewing/review.js';

/** A check that is still to be made. */
export interface WaitingJob {
  readonly receipt: string;
  readonly begunAt: Date;
}

export interface NewJob {
  readonly submissionId: number;
  readonly areas: readonly string[];
  readonly partial: boolean;
  readonly mostRows: number;
  readonly requestId?: string | undefined;
}

/** What is known of a submission whose check was asked for, without its file. */
export interface JobBatch extends Omit<Batch, 'content'> {
  readonly isDraft: boolean;
  readonly state: SubmissionState;
  /** How often it was begun, this time among them. */
  readonly tries: number;
}

/** Advisory locks of those who work on a check, with the id of its submission. */
const CHECKING = 4_991_804;

@Injectable()
export class CheckingJobRepository {
  constructor(private readonly dataSource: DataSource) {}

  async add(manager: EntityManager, job: NewJob): Promise<void> {
    const { submissionId, areas, partial, mostRows, requestId } = job;
    await manager.query(
      'INSERT INTO checking_job (submission_id, takes_part, most_rows, request_id, areas) VALUES ($1, $2, $3, $4, $5)',
      [submissionId, partial, mostRows, requestId ?? null, areas],
    );
  }

  /** Those of which the check was not ended, oldest first; some may be worked on. */
  async waiting(): Promise<readonly WaitingJob[]> {
    return this.dataSource.query(`
      SELECT s.receipt, j.begun_at AS "begunAt" FROM checking_job j JOIN submission s ON s.id = j.submission_id
      ORDER BY j.begun_at, s.id`);
  }

  /**
   * Claims a check for as long as `work` runs, on a connection of its own: with the connection the claim goes as well.
   * @returns `undefined` when somebody else works on it, or there is nothing left to do
   */
  async whileClaimed<Result>(
    receipt: string,
    work: (runner: QueryRunner, batch: JobBatch) => Promise<Result>,
  ): Promise<Result | undefined> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const claims: { id: number; claimed: boolean }[] = await runner.manager.query(
        'SELECT id, pg_try_advisory_lock($2, id) AS claimed FROM submission WHERE receipt = $1',
        [receipt, CHECKING],
      );
      const [claim] = claims;
      if (claim?.claimed !== true) return undefined;
      try {
        const batch = await begun(runner, claim.id);
        if (batch === undefined) return undefined;
        return await work(runner, batch);
      } finally {
        if (!runner.isReleased) await runner.query('SELECT pg_advisory_unlock($1, $2)', [CHECKING, claim.id]);
      }
    } finally {
      await runner.release();
    }
  }

  /** A try that was broken off on purpose does not count. */
  async giveBack(receipt: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE checking_job SET tries = tries - 1
       WHERE tries > 0 AND submission_id = (SELECT id FROM submission WHERE receipt = $1)`,
      [receipt],
    );
  }

  /** In the transaction that ends the check. */
  async end(manager: EntityManager, submissionId: number): Promise<void> {
    await manager.query('DELETE FROM checking_job WHERE submission_id = $1', [submissionId]);
    await manager.query('DELETE FROM submission_progress WHERE submission_id = $1', [submissionId]);
  }

  /** Of these receipts those that nothing waits for any more: neither a check nor a draft to be sent. */
  async needless(receipts: readonly string[]): Promise<readonly string[]> {
    const rows: { receipt: string }[] = await this.dataSource.query(
      `SELECT r.receipt FROM unnest($1::text[]) AS r (receipt) WHERE NOT EXISTS (
         SELECT FROM submission s LEFT JOIN checking_job j ON j.submission_id = s.id
         WHERE s.receipt = r.receipt AND (s.state = 'draft' OR j.submission_id IS NOT NULL))`,
      [receipts],
    );
    return rows.map(({ receipt }) => receipt);
  }
}

/** Counts the try and reads what is to be done. */
async function begun(runner: QueryRunner, submissionId: number): Promise<JobBatch | undefined> {
  const [rows] = (await runner.query(BEGUN, [submissionId])) as [BegunRow[], number];
  const [row] = rows;
  if (row === undefined) return undefined;
  const { requestId, mostRows, answers, ...rest } = row;
  return {
    ...rest,
    answers: { ...NO_ANSWERS, ...answers },
    limits: { rows: mostRows },
    ...(requestId === null ? {} : { requestId }),
  };
}

const BEGUN = `
  UPDATE checking_job j SET tries = tries + 1 FROM submission s JOIN community c ON c.id = s.community_id
  WHERE j.submission_id = $1 AND s.id = j.submission_id
  RETURNING s.id, s.receipt, s.community_id AS "communityId", c.code AS "communityCode", s.contributor_id AS "contributorId",
    s.sha256, s.byte_size AS "byteSize", s.answers, s.is_draft AS "isDraft", s.state, j.takes_part AS "partial",
    j.most_rows AS "mostRows", j.areas, j.request_id AS "requestId", j.tries`;

interface BegunRow extends Omit<JobBatch, 'answers' | 'limits' | 'requestId'> {
  readonly answers: Partial<Answers>;
  readonly mostRows: number;
  readonly requestId: string | null;
}
