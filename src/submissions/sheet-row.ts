/** A row as a spreadsheet shows it: a line end inside quotes stays within its row. Blank rows are counted. */
export interface SheetRow {
  /** 1 = first row of the sheet. */
  readonly row: number;
  readonly cells: readonly string[];
  /** Index of the cell in which a quote was opened and not properly closed. */
  readonly brokenCell?: number;
}
