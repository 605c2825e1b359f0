import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** How much there is and how much waits, for those who watch over an installation. */
export interface OperationCounts {
  readonly submissionsByState: Readonly<Record<string, number>>;
  /** Checks asked for and not made. */
  readonly waitingChecks: number;
  /** How long the oldest of them has waited, seconds. */
  readonly oldestCheckSeconds: number;
  readonly waitingMails: number;
  /** How long the mail that is most overdue has been due, seconds. */
  readonly oldestMailSeconds: number;
  /** Number of the newest entry of the audit trail. */
  readonly auditEntries: number;
}

@Injectable()
export class OperationCountsRepository {
  constructor(private readonly dataSource: DataSource) {}

  async read(): Promise<OperationCounts> {
    const [counts]: [OperationCounts] = await this.dataSource.query(COUNTS);
    return counts;
  }
}

const COUNTS = `
  SELECT
    (SELECT coalesce(json_object_agg(state, n), '{}')
      FROM (SELECT state, count(*)::integer AS n FROM submission GROUP BY state) s) AS "submissionsByState",
    c.n AS "waitingChecks", c.seconds AS "oldestCheckSeconds", m.n AS "waitingMails", m.seconds AS "oldestMailSeconds",
    (SELECT coalesce(max(id), 0)::integer FROM audit_entry) AS "auditEntries"
  FROM
    (SELECT count(*)::integer AS n, coalesce(extract(epoch FROM now() - min(begun_at)), 0)::double precision AS seconds
      FROM checking_job) c,
    (SELECT count(*)::integer AS n,
        coalesce(greatest(extract(epoch FROM now() - min(due_at)), 0), 0)::double precision AS seconds
      FROM mail WHERE sent_at IS NULL AND given_up_at IS NULL) m`;
