/** What comparing a row with the others and with the stored figures brings to light. */
export const COMPARISON_CODES = [
  'replaces_own_figure',
  'differs_from_figure_in_use',
  'sudden_change',
  'sources_differ_in_file',
  'outside_limits_doubtful',
] as const;
export type ComparisonCode = (typeof COMPARISON_CODES)[number];

/** Where the note of a row does not keep to the issue, as the Code of Conduct asks. */
export const NOTE_CODES = [
  'note_names_person',
  'note_names_body',
  'note_names_government',
  'note_without_evidence',
] as const;
export type NoteCode = (typeof NOTE_CODES)[number];

export const WARNING_CODES = [...COMPARISON_CODES, ...NOTE_CODES] as const;
type WarningCode = (typeof WARNING_CODES)[number];

/** Warnings of one code that are kept; all are counted. */
export const MOST_WARNINGS_KEPT = 200;

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

/** What is worth a second look in staged rows. */
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
