import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { NO_ANSWERS, readingKey, type Answers } from '../checking/answers.js';

/** Submissions that were not sent yet. */
@Injectable()
export class DraftRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Receipt of the draft somebody made of the same file for the same community, read by the same answers. */
  async sameFile(
    contributorId: number,
    communityId: number,
    sha256: string,
    readingKey: string,
  ): Promise<string | undefined> {
    const rows: { receipt: string }[] = await this.dataSource.query(
      `SELECT receipt FROM submission
       WHERE is_draft AND state <> 'failed' AND contributor_id = $1 AND community_id = $2 AND sha256 = $3
         AND reading_key = $4 ORDER BY id DESC LIMIT 1`,
      [contributorId, communityId, sha256, readingKey],
    );
    return rows[0]?.receipt;
  }

  async answers(manager: EntityManager, id: number): Promise<Answers> {
    const rows: { answers: Partial<Answers> }[] = await manager.query(
      'SELECT answers FROM submission WHERE id = $1',
      [id],
    );
    return { ...NO_ANSWERS, ...rows[0]?.answers };
  }

  /** @param areas of the key in hand */
  async answer(
    manager: EntityManager,
    id: number,
    answers: Answers,
    areas: readonly string[],
  ): Promise<void> {
    await manager.query('UPDATE submission SET answers = $2, reading_key = $3 WHERE id = $1', [
      id,
      JSON.stringify(answers),
      readingKey(answers, areas),
    ]);
  }

  /** Sends it, read as this key tells: from now on it is no draft, and is being checked. */
  async send(manager: EntityManager, id: number, readingKey: string): Promise<void> {
    await manager.query(
      `UPDATE submission SET state = 'checking', is_draft = false, reading_key = $2 WHERE id = $1`,
      [id, readingKey],
    );
  }

  /** Takes a draft away with all that was found in it. */
  async remove(manager: EntityManager, id: number): Promise<void> {
    for (const table of ['submission_problem', 'submission_warning', 'failed_row', 'submission_progress']) {
      await manager.query(`DELETE FROM ${table} WHERE submission_id = $1`, [id]);
    }
    await manager.query('DELETE FROM submission WHERE id = $1', [id]);
  }

  /** Drafts at rest from before a moment. */
  async madeBefore(moment: Date): Promise<readonly { readonly id: number; readonly receipt: string }[]> {
    return this.dataSource.query(
      `SELECT id, receipt FROM submission WHERE is_draft AND state <> 'checking' AND received_at < $1`,
      [moment],
    );
  }
}
