import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Progress } from './progress.js';

@Injectable()
export class ProgressRepository {
  constructor(private readonly dataSource: DataSource) {}

  async tell(
    submissionId: number,
    { bytesRead, rows, good, problems }: Omit<Progress, 'state' | 'byteSize'>,
  ): Promise<void> {
    await this.dataSource.query(TELL, [submissionId, bytesRead, rows, good, problems]);
  }

  /** `undefined` when there is no such submission. */
  async read(submissionId: number): Promise<Progress | undefined> {
    const rows: Progress[] = await this.dataSource.query(READ, [submissionId]);
    return rows[0];
  }
}

const TELL = `
  INSERT INTO submission_progress (submission_id, bytes_read, rows, good, problems)
  SELECT $1, $2, $3, $4, $5 WHERE EXISTS (SELECT FROM submission WHERE id = $1 AND state = 'checking')
  ON CONFLICT (submission_id) DO UPDATE SET bytes_read = $2, rows = $3, good = $4, problems = $5, told_at = now()`;

const READ = `
  SELECT s.state, s.byte_size AS "byteSize",
    CASE WHEN s.state = 'checking' THEN coalesce(p.bytes_read, 0) ELSE s.byte_size END AS "bytesRead",
    CASE WHEN s.state = 'checking' THEN coalesce(p.rows, 0) ELSE s.rows_total END AS rows,
    CASE WHEN s.state = 'checking' THEN coalesce(p.good, 0) ELSE s.rows_good END AS good,
    CASE WHEN s.state = 'checking' THEN coalesce(p.problems, 0) ELSE s.problems_total END AS problems
  FROM submission s LEFT JOIN submission_progress p ON p.submission_id = s.id WHERE s.id = $1`;
