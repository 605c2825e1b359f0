import type { Repair } from './reading/repair.js';
import type { SubmissionState } from './review.js';

/** One batch of rows sent by a community. */
export interface Submission {
  readonly id: number;
  /** 32 hexadecimal digits (128 random bits). */
  readonly receipt: string;
  readonly communityId: number;
  readonly communityCode: string;
  readonly communityName: string;
  readonly contributorId: number;
  readonly state: SubmissionState;
  readonly channel: Channel;
  readonly fileName?: string;
  readonly mediaType: string;
  readonly byteSize: number;
  /** SHA-256 of what was sent, hexadecimal. */
  readonly sha256: string;
  readonly counts: RowCounts;
  /** How often each problem code was found, also beyond the kept ones. */
  readonly problemsByCode: Readonly<Record<string, number>>;
  readonly notes: readonly ReportNote[];
  /** What was read otherwise than it was sent. */
  readonly repairs: readonly Repair[];
  readonly receivedAt: Date;
}

/** Way in. */
export type Channel = 'api' | 'command' | 'page' | 'installation';

/** `rows` = `good` + `bad` + `skipped`; one bad row may have several problems. */
export interface RowCounts {
  readonly rows: number;
  readonly good: number;
  readonly bad: number;
  /** Passed over on purpose, e.g. aggregates of publishers. */
  readonly skipped: number;
  readonly problems: number;
}

/** Something to know that is not a fault. Its words are in the message files: `note.<code>`. */
export interface ReportNote {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}
