import type { Language } from '../language/language.js';
import type { CsvTable } from '../reports/csv-table.js';
import { problemWords } from '../submissions/problem-words.js';
import type { RowProblem } from '../submissions/row-problem.js';

/** Problems of a file as a table that can be read beside it. */
export function problemTable(problems: readonly RowProblem[], language: Language): CsvTable {
  return {
    columns: ['row', 'column', 'column_name', 'value', 'code', 'problem', 'hint'],
    rows: problems.map((problem) => {
      const { detail, hint } = problemWords(language, problem);
      const { row, column, value, code } = problem;
      return { row, column: column?.letter, column_name: column?.name, value, code, problem: detail, hint };
    }),
  };
}
