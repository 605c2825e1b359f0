import type { Language } from '../language/language.js';
import { translate } from '../language/translate.js';
import type { FailedRow } from '../submissions/checking/failed-rows.js';
import { MOST_KEPT_PROBLEMS } from '../submissions/checking/problem-log.js';
import { problemWords } from '../submissions/checking/problem-words.js';
import { READ_AS } from '../submissions/reading/read-as.js';
import { REASON_CODES } from '../submissions/reading/reason-columns.js';
import type { RowProblem, RowProblemCode } from '../submissions/checking/row-problem.js';
import type { RowCounts } from '../submissions/submission.js';
import { BYTE_ORDER_MARK, csvLines } from './csv-table.js';

/** What a file of rows that were not taken is made from. */
export interface RefusedRows {
  /** As they were sent, the header first; of each layout whole rows, so that right figures beside a wrong one come too. */
  readonly failedRows: readonly FailedRow[];
  readonly problems: readonly RowProblem[];
  readonly counts: Pick<RowCounts, 'bad' | 'problems'>;
}

/**
 * Faults that show only beside the other rows of the file, or by how the file was written: such a row would be taken,
 * and perhaps wrongly, if it came back alone as it is. It carries a mark that its sender takes away.
 */
const TO_BE_SETTLED: ReadonlySet<RowProblemCode> = new Set([
  'duplicate_in_file',
  'broken_quotes',
  'too_many_cells',
  'not_settled',
]);

/**
 * Rows that were not taken as CSV, with what is wrong and what is right before their own cells, to be mended and sent
 * again as it is: UTF-8 with a byte order mark, with semicolons where commas stand before decimals. The reader of files
 * passes over the columns put before; the third says how the whole file was read. Rows beyond the kept ones are counted
 * in a last line.
 */
export function problemFile({ failedRows, problems, counts }: RefusedRows, language: Language): string {
  const [header, ...rows] = failedRows;
  const [readAs = READ_AS, ...columns] = header?.cells ?? [];
  const words = (key: string, params = {}): string => translate(language, `problem.file.${key}`, params);
  const lines: (readonly string[])[] = [
    [...REASON_CODES.map((code) => `${words(code)} (${code})`), readAs, ...columns],
  ];
  const byRow = new Map<number, RowProblem[]>();
  for (const problem of problems) byRow.set(problem.row, [...(byRow.get(problem.row) ?? []), problem]);
  const ofTable = problems.filter(({ row }) => row < (rows[0]?.row ?? Number.POSITIVE_INFINITY));
  if (rows.length === 0) lines.push(...problems.map((problem) => reasonsOf([problem], language)));
  for (const { row, cells } of rows) {
    const found = byRow.get(row) ?? [];
    const own = found.length === 0 ? ofTable : found;
    if (own.length === 0) continue;
    const mark = own.some(({ code }) => TO_BE_SETTLED.has(code)) ? words('settle') : '';
    lines.push([...reasonsOf(own, language), mark, ...cells]);
  }
  if (isCut({ failedRows, problems, counts })) {
    lines.push([words('more', { told: lines.length - 1, all: counts.bad })]);
  }
  return `${BYTE_ORDER_MARK}${csvLines(lines, hasDecimalCommas(readAs) ? ';' : ',')}`;
}

/** Whether there were more rows or problems than are kept. */
function isCut({ failedRows, problems, counts }: RefusedRows): boolean {
  const last = failedRows.at(-1)?.row;
  if (last === undefined) return false;
  const isBeyond = (problems.at(-1)?.row ?? 0) > last;
  return isBeyond || counts.problems > problems.length || failedRows.length > MOST_KEPT_PROBLEMS;
}

function reasonsOf(problems: readonly RowProblem[], language: Language): [string, string] {
  const told = problems.map((problem) => {
    const { detail, hint } = problemWords(language, problem);
    const { letter = '', name = '' } = problem.column ?? {};
    const where = letter === '' ? 'row' : 'column';
    const params = { where, row: problem.row, letter, name, detail };
    return { reason: translate(language, 'problem.file.reason', params), hint };
  });
  const hints = new Set(told.map(({ hint }) => hint));
  return [told.map(({ reason }) => reason).join(' '), [...hints].join(' ')];
}

function hasDecimalCommas(readAs: string): boolean {
  return new URLSearchParams(readAs.slice(READ_AS.length)).get('decimal') === ',';
}
