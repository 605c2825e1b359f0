import type { ProblemPart } from '../../../platform/problem.js';
import type { SheetRow } from '../../checking/sheet-row.js';
import type { RowVocabulary } from '../../checking/row-vocabulary.js';
import type { Given } from '../given.js';
import type { HeaderRole } from '../header-words.js';
import type { SheetColumn } from '../repair.js';

export type LayoutName =
  | 'long'
  | 'wide_by_year'
  | 'wide_by_area'
  | 'wide_by_indicator'
  | 'world_bank'
  | 'owid'
  | 'sdmx_csv'
  | 'un_sdg'
  | 'eurostat';

/** Why a table, or a row of it, cannot be read. */
export interface LayoutProblem extends ProblemPart {
  readonly code: LayoutProblemCode;
  readonly row: number;
}

/** Further codes than those of rows in the long layout; words as theirs: `row.<code>.detail` and `.hint`. */
export const LAYOUT_PROBLEM_CODES = [
  'indicator_needed',
  'value_column_unclear',
  'mapped_column_missing',
  'not_annual',
  'several_units',
  'breakdown_without_total',
  'breakdown_not_read',
  'areas_differ',
  'indicators_differ',
  'unknown_multiplier',
  'no_header',
  'scale_unclear',
  'not_settled',
] as const;

export type LayoutProblemCode =
  | (typeof LAYOUT_PROBLEM_CODES)[number]
  | 'missing_column'
  | 'unknown_column'
  | 'duplicate_column'
  | 'area_codes_of_another_list'
  | 'broken_quotes'
  | 'forecast_value'
  | 'confidential_value'
  | 'empty_file'
  | 'too_few_cells'
  | 'too_many_cells';

/** Where a cell of a long row stood in the sheet. */
export interface CellPlace {
  readonly column: SheetColumn;
  /** Absent: in the row itself. The year of a wide table stands in its header. */
  readonly row?: number;
}

/** One figure as the long layout has it. */
export interface LongRow {
  /** Row of the spreadsheet. */
  readonly row: number;
  /** In the order of `COLUMNS`, trimmed, otherwise as sent. */
  readonly cells: readonly string[];
  /** In the order of `COLUMNS`; `undefined` for what the sheet does not hold. */
  readonly places: readonly (CellPlace | undefined)[];
}

/** A value in each row of this column, and what its header says of all of them. */
export interface ValueColumn {
  readonly index: number;
  readonly says: Readonly<Partial<Record<'year' | 'indicator' | 'country', string>>>;
}

/** A column that divides figures into parts or says how they were made; read by its header's role. */
export interface Breakdown {
  readonly index: number;
  /** `dimension`: perhaps one. Parts are passed over where a whole stands beside them. */
  readonly kind: 'breakdown' | 'dimension' | 'unit' | 'frequency';
}

/** How the columns of a table are to be read. */
export interface Plan {
  readonly name: LayoutName;
  readonly header: HeaderRow;
  /** Columns by role, the one to use first; the others stand in where it is empty and are compared with it. */
  readonly roles: Readonly<Partial<Record<HeaderRole, readonly number[]>>>;
  readonly values: readonly ValueColumn[];
  readonly breakdowns: readonly Breakdown[];
  /** Columns that are passed over although they hold something. */
  readonly unread: readonly number[];
  /** Said by a title above the table, for all rows. */
  readonly indicatorAbove?: string;
  /** Columns of equal headers, each with the one that is read. */
  readonly twins: readonly { readonly index: number; readonly first: number }[];
  /** Who publishes files of this layout; with the indicator's name it is the source where no column says one. */
  readonly publisher?: string;
  /** A column that names the publisher's data set, used as the publisher. */
  readonly publisherColumn?: number;
}

/** A row of the sheet that may be the header, and what stands around it. */
export interface HeaderRow {
  readonly row: number;
  readonly headers: readonly string[];
  /** Parts of the first cell that count as columns of their own; 0 in all but the tables of Eurostat. */
  readonly splitFirst: number;
  readonly columns: readonly SheetColumn[];
  readonly sample: readonly SheetRow[];
  readonly above: readonly SheetRow[];
  readonly vocabulary: RowVocabulary;
  readonly given: Given;
}
