/** A row as a spreadsheet shows it: a line end inside quotes stays within its row. Blank rows are counted. */
export interface SheetRow {
  /** 1 = first row of the sheet. */
  readonly row: number;
  readonly cells: readonly string[];
  /** Index of the cell in which a quote was opened and not properly closed. */
  readonly brokenCell?: number;
  /** The mark of a row that was not taken before and is not to be taken until its sender has settled it. */
  readonly unsettled?: string;
}
