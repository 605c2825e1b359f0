import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ObservationReport } from './report.js';

/** How a figure came in and who let it in. */
export interface AcceptanceTrace {
  readonly submission: ObservationReport['submission'];
  readonly decision?: NonNullable<ObservationReport['decision']>;
}

interface TraceRow {
  readonly receipt: string;
  readonly state: string;
  readonly file_name: string | null;
  readonly sha256: string;
  readonly received_at: Date;
  readonly decided_at: Date | null;
  readonly communities: readonly { readonly code: string; readonly name: string }[];
}

/** Reads the way from a figure back to its batch and the decision on it, without naming persons. */
@Injectable()
export class AcceptanceTraceRepository {
  constructor(private readonly dataSource: DataSource) {}

  async ofSubmission(submissionId: number): Promise<AcceptanceTrace | undefined> {
    const rows: TraceRow[] = await this.dataSource.query(TRACE, [submissionId]);
    return rows.map(traceOf)[0];
  }
}

/** A reviewer is shown by the community they decided for, the installation by the one whose figures it keeps. */
const TRACE = `
  SELECT b.receipt, b.state, b.file_name, b.sha256, b.received_at, d.decided_at,
    coalesce((
      SELECT json_agg(json_build_object('code', c.code, 'name', c.name)) FROM community c WHERE c.id = d.community_id
    ), '[]') AS communities
  FROM submission b
  LEFT JOIN LATERAL (
    SELECT decided_at, community_id FROM decision
    WHERE submission_id = b.id AND verdict = 'accept' ORDER BY id DESC LIMIT 1) d ON true
  WHERE b.id = $1`;

function traceOf(row: TraceRow): AcceptanceTrace {
  return {
    submission: {
      receipt: row.receipt,
      state: row.state,
      ...(row.file_name === null ? {} : { fileName: row.file_name }),
      sha256: row.sha256,
      receivedAt: row.received_at.toISOString(),
    },
    ...(row.decided_at === null
      ? {}
      : { decision: { decidedAt: row.decided_at.toISOString(), communities: row.communities } }),
  };
}
