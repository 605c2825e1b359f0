import type { ProblemPart } from '../../platform/problem.js';
import { READING_FAULT_CODES } from '../reading/cell-reading.js';
import { LAYOUT_PROBLEM_CODES, type LongRow } from '../reading/layouts/layout.js';

/**
 * A fault of one row of what was sent. Its words are in the message files: `row.<code>.detail` says what is wrong,
 * `row.<code>.hint` what a right value looks like.
 */
export interface RowProblem extends ProblemPart {
  readonly code: RowProblemCode;
  /** Row of the spreadsheet, 1 = header; of a JSON list the place in it, from 1. */
  readonly row: number;
}

const OWN_CODES = [
  'empty_file',
  'no_rows',
  'missing_column',
  'unknown_column',
  'duplicate_column',
  'too_few_cells',
  'too_many_cells',
  'broken_quotes',
  'cell_too_long',
  'control_character',
  'area_not_yours',
  'missing_indicator',
  'unknown_indicator',
  'retired_indicator',
  'year_out_of_range',
  'year_in_future',
  'outside_hard_limits',
  'scale_ran_other_way',
  'scale_was_smaller',
  'not_a_ladder_level',
  'missing_source',
  'text_too_long',
  'unknown_status',
  'missing_evidence',
  'evidence_not_a_link',
  'too_many_links',
  'missing_groups',
  'unknown_group',
  'group_named_twice',
  'persons_not_a_number',
  'unknown_confidence',
  'duplicate_in_file',
] as const;

/** Those of rows and cells as such, of the reading of cells, and of layouts. */
export const ROW_PROBLEM_CODES = [...OWN_CODES, ...READING_FAULT_CODES, ...LAYOUT_PROBLEM_CODES] as const;

export type RowProblemCode = (typeof ROW_PROBLEM_CODES)[number];

const SHOWN = 200;

/** A cell as it is quoted back: cut to 200 characters, control characters made visible. */
export function shownValue(cell: string): string {
  const visible = cell.slice(0, SHOWN).replace(/\p{Cc}|\p{Cs}/gu, '\u{fffd}');
  return cell.length > SHOWN ? `${visible}…` : visible;
}

/** Where a cell of a row stood in what was sent, by its index in `COLUMNS`. */
export type CellLocator = (row: LongRow, index: number) => Pick<RowProblem, 'row' | 'column' | 'pointer'>;
