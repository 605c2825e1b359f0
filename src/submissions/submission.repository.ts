import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { standingOf } from '../communities/moderation/standing.js';
import { longTransaction } from '../platform/postgres/connections.repository.js';
import type { DecidedBy, Decision, DecisionRequest } from './reviewing/decision.js';
import type { CheckFindings } from './checking/check-rows.js';
import type { RecordedVerdict, SubmissionState } from './reviewing/review.js';
import type { Submission } from './submission.js';
import type { CheckEnd, NewSubmission } from './receiving/new-submission.js';
import { decisionOf, submissionOf, SUBMISSION_COLUMNS } from './submission-rows.js';
import type { DecidedRow, ReadSubmission } from './submission-rows.js';

/** Which part of a list to read. */
export interface ListPart {
  /** Id of the last submission of the part before; absent: from the beginning. */
  readonly after?: number | undefined;
  readonly limit: number;
}

@Injectable()
export class SubmissionRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** For questions outside any transaction. */
  get manager(): EntityManager {
    return this.dataSource.manager;
  }

  inTransaction<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return longTransaction(this.dataSource, work);
  }

  /** Does some work in a transaction, or inside the one that runs, and undoes all it wrote. */
  async undone<Result>(
    work: (manager: EntityManager) => Promise<Result>,
    manager = this.manager,
  ): Promise<Result> {
    const results: Result[] = [];
    const undo = new Error('Undone');
    try {
      await manager.transaction(async (within) => {
        results.push(await work(within));
        throw undo;
      });
    } catch (error) {
      if (error !== undo) throw error;
    }
    return results[0] as Result;
  }

  /**
   * Begins a submission in state `checking`. Of two that bring the same file at once, the later one waits for the first.
   * @returns its id, or `undefined` when this community's same file is open or accepted already
   */
  async begin(manager: EntityManager, begun: NewSubmission): Promise<number | undefined> {
    const rows: { id: number }[] = await manager.query(BEGIN, [
      begun.receipt,
      begun.communityId,
      begun.contributorId,
      begun.channel,
      begun.fileName ?? null,
      begun.mediaType,
      begun.byteSize,
      begun.sha256,
      begun.readingKey ?? '',
      JSON.stringify(begun.answers ?? {}),
      begun.isDraft ?? false,
    ]);
    return rows[0]?.id;
  }

  /** Ends the check: `checking` becomes `received`, or what it ends as, with what was found. */
  async finishCheck(
    manager: EntityManager,
    id: number,
    findings: CheckFindings,
    { state = 'received', questions = [], failure }: CheckEnd = {},
  ): Promise<void> {
    const { counts, notes, log, repairs } = findings;
    await manager.query(FINISH_CHECK, [
      id,
      counts.rows,
      counts.good,
      counts.skipped,
      counts.problems,
      JSON.stringify(log.byCode),
      JSON.stringify(notes),
      JSON.stringify(repairs.repairs),
      state,
      JSON.stringify(questions),
      failure === undefined ? null : JSON.stringify(failure),
    ]);
  }

  /** The submission of this community that holds the same file, read by the same answers, and is open or accepted. */
  async sameFile(communityId: number, sha256: string, readingKey: string): Promise<Submission | undefined> {
    return this.first(
      this.manager,
      `s.community_id = $1 AND s.sha256 = $2 AND s.reading_key = $3 AND s.channel <> 'installation' AND NOT s.is_draft
       AND s.state NOT IN ('withdrawn', 'rejected', 'reverted', 'failed')`,
      [communityId, sha256, readingKey],
    );
  }

  async byReceipt(receipt: string): Promise<Submission | undefined> {
    return this.first(this.manager, 's.receipt = $1', [receipt]);
  }

  /** The submission, held until the end of the transaction: whoever else wants to decide on it waits. */
  async hold(manager: EntityManager, receipt: string): Promise<Submission | undefined> {
    await manager.query('SELECT id FROM submission WHERE receipt = $1 FOR UPDATE', [receipt]);
    return this.first(manager, 's.receipt = $1', [receipt]);
  }

  /** Holds a community until the end of the transaction: whoever else wants to hold it waits. */
  async holdCommunity(manager: EntityManager, communityId: number): Promise<void> {
    await manager.query('SELECT id FROM community WHERE id = $1 FOR NO KEY UPDATE', [communityId]);
  }

  /** The newest submission of a file of the bundled figures; one that was reverted stays so until the file changes. */
  async latestOfInstallation(manager: EntityManager, fileName: string): Promise<Submission | undefined> {
    return this.first(
      manager,
      `s.channel = 'installation' AND s.state IN ('accepted', 'reverted') AND s.file_name = $1`,
      [fileName],
    );
  }

  /** Waiting for a decision, oldest first; those of `withoutCommunities` left out. */
  async open(
    withoutCommunities: readonly number[],
    { after, limit }: ListPart,
  ): Promise<readonly Submission[]> {
    return this.list(this.manager, `${OPEN} AND s.id > $2 ORDER BY s.id LIMIT $3`, [
      withoutCommunities,
      after ?? 0,
      limit,
    ]);
  }

  async countOpen(withoutCommunities: readonly number[]): Promise<number> {
    return this.count(OPEN, [withoutCommunities]);
  }

  /** Of some communities, newest first; drafts of this contributor alone. */
  async ofCommunities(
    communityIds: readonly number[],
    contributorId: number,
    { after, limit }: ListPart,
  ): Promise<readonly Submission[]> {
    return this.list(
      this.manager,
      `${OF_COMMUNITIES} AND ($3::integer IS NULL OR s.id < $3) ORDER BY s.id DESC LIMIT $4`,
      [communityIds, contributorId, after ?? null, limit],
    );
  }

  async countOfCommunities(communityIds: readonly number[], contributorId: number): Promise<number> {
    return this.count(OF_COMMUNITIES, [communityIds, contributorId]);
  }

  /** @returns the version this step makes */
  async setState(manager: EntityManager, id: number, state: SubmissionState): Promise<number> {
    const [rows]: [{ version: number }[], number] = await manager.query(
      'UPDATE submission SET state = $2 WHERE id = $1 RETURNING version',
      [id, state],
    );
    return rows[0]?.version ?? 0;
  }

  /** @returns its key */
  async addDecision(
    manager: EntityManager,
    submissionId: number,
    { contributorId, communityId }: DecidedBy,
    { decision, reasonCode, text, cells }: DecisionRequest<RecordedVerdict>,
  ): Promise<number> {
    const rows: { id: number }[] = await manager.query(
      `INSERT INTO decision (submission_id, contributor_id, community_id, verdict, reason_code, reason, cells)
       VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
      [
        ...[submissionId, contributorId, communityId ?? null],
        ...[decision, reasonCode ?? null, text ?? null, JSON.stringify(cells ?? [])],
      ],
    );
    const [row] = rows;
    if (row === undefined) throw new TypeError('The decision was not stored');
    return row.id;
  }

  /** Oldest first. */
  async decisions(submissionId: number): Promise<readonly Decision[]> {
    const rows: DecidedRow[] = await this.manager.query(
      `SELECT d.verdict, d.reason_code, d.reason, d.cells, d.decided_at, c.code AS community_code, moderated.*
       FROM decision d LEFT JOIN community c ON c.id = d.community_id
         ${standingOf('decision_id', 'd.id', 'now()')}
       WHERE d.submission_id = $1 ORDER BY d.id`,
      [submissionId],
    );
    return rows.map(decisionOf);
  }

  private async count(condition: string, parameters: unknown[]): Promise<number> {
    const [row]: { count: number }[] = await this.manager.query(
      `SELECT count(*)::integer AS count FROM submission s WHERE ${condition}`,
      parameters,
    );
    return row?.count ?? 0;
  }

  private async first(
    manager: EntityManager,
    condition: string,
    parameters: unknown[],
  ): Promise<Submission | undefined> {
    return (await this.list(manager, `${condition} ORDER BY s.id DESC LIMIT 1`, parameters))[0];
  }

  /** @param rest condition, and order and limit after it, in SQL of this file */
  private async list(manager: EntityManager, rest: string, parameters: unknown[]): Promise<Submission[]> {
    const rows: ReadSubmission[] = await manager.query(
      `SELECT ${SUBMISSION_COLUMNS} FROM submission s JOIN community c ON c.id = s.community_id WHERE ${rest}`,
      parameters,
    );
    return rows.map(submissionOf);
  }
}

const OPEN = `s.state IN ('received', 'in_review') AND s.community_id <> ALL ($1::integer[])`;
const OF_COMMUNITIES = 's.community_id = ANY ($1::integer[]) AND (NOT s.is_draft OR s.contributor_id = $2)';

const BEGIN = `
  INSERT INTO submission (receipt, community_id, contributor_id, state, channel, file_name, media_type, byte_size, sha256,
    reading_key, answers, is_draft)
  VALUES ($1, $2, $3, 'checking', $4, $5, $6, $7, $8, $9, $10, $11)
  ON CONFLICT (community_id, sha256, reading_key)
    WHERE channel <> 'installation' AND NOT is_draft AND state NOT IN ('withdrawn', 'rejected', 'reverted', 'failed') DO NOTHING
  RETURNING id`;

const FINISH_CHECK = `
  UPDATE submission SET state = $9, rows_total = $2, rows_good = $3, rows_skipped = $4, problems_total = $5,
    problem_counts = $6, notes = $7, repairs = $8, questions = $10, failure = $11
  WHERE id = $1`;
