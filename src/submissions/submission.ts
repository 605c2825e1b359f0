import type { Question } from './reading/question.js';
import type { Repair } from './reading/repair.js';
import type { SubmissionState } from './reviewing/review.js';

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
  /** Counts the steps it took. */
  readonly version: number;
  readonly channel: Channel;
  readonly fileName?: string;
  readonly mediaType: string;
  readonly byteSize: number;
  /** SHA-256 of what was sent, hexadecimal. */
  readonly sha256: string;
  readonly counts: RowCounts;
  /** How often each problem code was found, also beyond the kept ones. */
  readonly problemsByCode: Readonly<Record<string, number>>;
  /** How often each warning was found, also beyond the kept ones. */
  readonly warningsByCode: Readonly<Record<string, number>>;
  /** Good rows that said what the community's own figures said already. */
  readonly unchanged: number;
  readonly notes: readonly ReportNote[];
  /** What was read otherwise than it was sent. */
  readonly repairs: readonly Repair[];
  /** Not sent yet: only who made it sees it. */
  readonly isDraft: boolean;
  /** What the file leaves open; empty when nothing. */
  readonly questions: readonly Question[];
  /** Why it could not be read or taken. */
  readonly failure?: Failure;
  readonly receivedAt: Date;
}

/** Its words are those of a problem: `problem.<code>`. */
export interface Failure {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
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
