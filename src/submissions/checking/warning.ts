export const WARNING_CODES = [
  'replaces_own_figure',
  'differs_from_figure_in_use',
  'sudden_change',
  'sources_differ_in_file',
  'outside_limits_doubtful',
] as const;

export type WarningCode = (typeof WARNING_CODES)[number];

/**
 * Something about a good row that its sender and the reviewer should look at. It never makes the row bad. Its words are
 * in the message files: `warning.<code>`.
 */
export interface RowWarning {
  readonly code: WarningCode;
  /** Row of the spreadsheet, 1 = header; of a JSON list the place in it, from 1. */
  readonly row: number;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What comparing rows with each other and with the stored figures brought to light. */
export interface Inspection {
  /** The first of each code, in the order of the file. */
  readonly warnings: readonly RowWarning[];
  /** All of them, by code. */
  readonly warningsByCode: Readonly<Record<string, number>>;
  /** Rows that say what this community's figure says already. */
  readonly unchanged: number;
}

export const NOTHING_SEEN: Inspection = { warnings: [], warningsByCode: {}, unchanged: 0 };

/** Rows that are staged, of one community, by their submission. */
export interface StagedBatch {
  readonly submissionId: number;
  readonly communityId: number;
  /** The sender has said by what the values are multiplied, 1 for nothing: then their scale is not asked about. */
  readonly isScaleSaid: boolean;
}
