/** Columns of the long layout: one figure a row. */
export const REQUIRED_COLUMNS = ['country', 'indicator', 'year', 'value', 'source'] as const;
export const OPTIONAL_COLUMNS = ['note', 'edition', 'status', 'evidence', 'groups', 'confidence'] as const;
export const COLUMNS = [...REQUIRED_COLUMNS, ...OPTIONAL_COLUMNS] as const;

export type ColumnName = (typeof COLUMNS)[number];

export function foldHeader(header: string): string {
  return header
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '_');
}

/** The letters a spreadsheet gives a column: 0 is A, 25 is Z, 26 is AA. */
export function columnLetter(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
