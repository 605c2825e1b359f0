/** Something in one cell that was read otherwise than it stands. Its words are in the message files. */
export const CELL_REPAIR_CODES = [
  'decimal_comma',
  'thousands_sign_removed',
  'other_digits',
  'hidden_characters_removed',
  'text_mark_removed',
  'percent_sign_dropped',
  'value_flag_read',
  'footnote_mark_dropped',
  'approximate_value',
  'accounting_negative',
  'year_with_decimals',
  'year_with_thousands_sign',
  'first_year_of_two',
  'fiscal_year',
  'year_of_a_date',
  'year_with_words',
  'area_by_name',
  'area_spelling',
  'area_told_by_the_file',
] as const;

export type CellRepairCode = (typeof CELL_REPAIR_CODES)[number];

/** Why a cell cannot be read. Its words are in the message files. */
export const READING_FAULT_CODES = [
  'decimal_or_thousands',
  'not_a_number',
  'not_finite',
  'value_is_a_bound',
  'value_is_a_range',
  'value_is_a_date',
  'value_with_unit',
  'percent_of_share',
  'unknown_flag',
  'confidential_value',
  'forecast_value',
  'spreadsheet_error',
  'missing_code_suspected',
  'missing_year',
  'year_not_a_whole_number',
  'year_two_digits',
  'year_of_another_calendar',
  'year_is_a_period',
  'year_shorter_period',
  'missing_country',
  'unknown_area',
  'area_ambiguous',
  'area_codes_of_another_list',
] as const;

export type ReadingFaultCode = (typeof READING_FAULT_CODES)[number];

export interface ReadingFault {
  readonly fault: ReadingFaultCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** What a cell says, and which repairs it took to read it. */
export interface Read<Value> {
  readonly value: Value;
  readonly repairs: readonly CellRepairCode[];
}

/** The cell says, in one of the many ways, that there is no figure. */
export interface NoFigure {
  /** As it stands in the cell; empty for a blank cell. */
  readonly missing: string;
}

export const NO_REPAIRS: readonly CellRepairCode[] = [];

export function fault(
  code: ReadingFaultCode,
  params?: Readonly<Record<string, string | number>>,
): ReadingFault {
  return params === undefined ? { fault: code } : { fault: code, params };
}
