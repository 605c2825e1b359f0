import type { Statement } from '../communities/statement.js';
import type { CsvTable } from './csv-table.js';
import { statementRows } from './statement-cells.js';

/** Statements in the table of a report on many areas: rows of `kind` statement whose `code` is the area they are of. */
export function areaStatementRows(statements: readonly Statement[]): CsvTable['rows'] {
  return statements.flatMap((statement) =>
    statementRows([statement], {}).map((row) => ({ ...row, code: statement.area })),
  );
}
