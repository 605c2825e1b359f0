/** A place in a sheet: row from 1, column from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** The most rows and columns a sheet can have. */
export const SHEET_ROWS = 1_048_576;
export const SHEET_COLUMNS = 16_384;

/** `B7` as row 7, column 1; undefined when it is no place of a sheet. */
export function cellPlace(reference: string): CellPlace | undefined {
  const match = /^([A-Za-z]{1,3})([0-9]{1,7})$/.exec(reference);
  if (match === null) return undefined;
  let column = 0;
  for (const letter of (match[1] ?? '').toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]);
  return row < 1 || row > SHEET_ROWS || column > SHEET_COLUMNS ? undefined : { row, column: column - 1 };
}
