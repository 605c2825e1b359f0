import type { SheetRow } from '../checking/sheet-row.js';
import type { RowVocabulary } from '../checking/row-vocabulary.js';
import type { Given } from './given.js';
import { isHeaderCell } from './header-cell.js';
import { headerMeaning } from './header-words.js';
import { areaShare, namesAreas } from './layouts/area-columns.js';
import { LayoutDraft } from './layouts/draft.js';
import { eurostat, firstCellParts } from './layouts/eurostat.js';
import type { HeaderRow, LayoutProblem, Plan } from './layouts/layout.js';
import { long } from './layouts/long.js';
import { owid } from './layouts/owid.js';
import { sortHeader, type SortedHeader } from './layouts/plan.js';
import { hindrances, indicatorAbove, lackingIn } from './layouts/requirements.js';
import { sdmx } from './layouts/sdmx.js';
import { mappedIndex, sheetColumn } from './layouts/sheet-columns.js';
import { expand } from './layouts/table-row.js';
import { unSdg } from './layouts/un-sdg.js';
import { wideByArea } from './layouts/wide-by-area.js';
import { wideByIndicator } from './layouts/wide-by-indicator.js';
import { wideByYear } from './layouts/wide-by-year.js';
import { worldBank } from './layouts/world-bank.js';
import { yearHeader } from './year-header.js';

/** Most telling first. */
const LAYOUTS: readonly ((sorted: SortedHeader) => Plan | undefined)[] = [
  eurostat,
  unSdg,
  sdmx,
  worldBank,
  owid,
  long,
  wideByYear,
  wideByIndicator,
  wideByArea,
];

export type LayoutRecognition =
  { readonly draft: LayoutDraft } | { readonly problems: readonly LayoutProblem[] };

/** Rows among which the header is looked for; more lines of text stand above no table. */
const MOST_ABOVE = 60;
/** Columns that the header of a sheet may have; what lies beyond is not looked at. */
const MOST_COLUMNS = 5_000;

/**
 * Finds the header of a table and the layout it is in.
 * @param head the first rows of the sheet, about two hundred
 * @returns a draft, to be shown all rows before it is settled; or why the table cannot be read
 */
export function recogniseLayout(
  head: readonly SheetRow[],
  vocabulary: RowVocabulary,
  given: Given = {},
): LayoutRecognition {
  const [first] = head;
  if (first === undefined) return { problems: [{ row: 1, code: 'empty_file' }] };
  if (first.brokenCell !== undefined) {
    // What follows a broken header would else be taken for one.
    return { problems: [{ row: first.row, code: 'broken_quotes', params: { lines: 1 } }] };
  }
  let likest: SortedHeader | undefined;
  for (const sorted of possibleHeaders(head, vocabulary, given)) {
    const plan = firstPlan(sorted);
    if (plan !== undefined) return drafted(withIndicatorAbove(plan));
    if (likest === undefined || knownOf(sorted) > knownOf(likest)) likest = sorted;
  }
  return { problems: likest === undefined ? [noHeader(first)] : refusalOf(likest, first, given) };
}

function drafted(plan: Plan): LayoutRecognition {
  const problems = hindrances(plan);
  return problems.length > 0 ? { problems } : { draft: new LayoutDraft(plan) };
}

/** The rows that may be the header, from the top. Once there were figures, only a row that is clearly one. */
function* possibleHeaders(
  head: readonly SheetRow[],
  vocabulary: RowVocabulary,
  given: Given,
): Generator<SortedHeader> {
  let hasFigures = false;
  for (const [at, row] of head.slice(0, MOST_ABOVE).entries()) {
    if (at > 0 && !mayBeHeader(row, given)) continue;
    if (hasFigures && row.cells.filter(isHeaderCell).length < 2) continue;
    const sheet = headerRow(head, at, vocabulary, given);
    if (sheet === undefined) continue;
    if (isRowOfFigures(sheet)) hasFigures = true;
    else yield sortHeader(sheet);
  }
}

/** How many columns of a possible header are known. */
function knownOf({ roles, years }: SortedHeader): number {
  return Object.keys(roles).length + (years.length > 0 ? 1 : 0);
}

/** Where nothing is known nor near to what is, there is no header: its cells need not be told one by one. */
function refusalOf(likest: SortedHeader, first: SheetRow, { mapping }: Given): readonly LayoutProblem[] {
  const problems = lackingIn(likest);
  const isNear = problems.some(({ params }) => params?.['suggested'] === 'yes');
  return knownOf(likest) > 0 || isNear || mapping !== undefined ? problems : [noHeader(first)];
}

function noHeader({ row }: SheetRow): LayoutProblem {
  return { row, code: 'no_header' };
}

/** Rows of which no cell is a header's word need not be looked at closely. */
function mayBeHeader(row: SheetRow, { mapping }: Given): boolean {
  if (mapping !== undefined) return true;
  const cells = row.cells.slice(0, MOST_COLUMNS);
  return cells.some((cell) => isHeaderCell(cell) || cell.includes('\\') || yearHeader(cell) !== undefined);
}

function firstPlan(sorted: SortedHeader): Plan | undefined {
  for (const layout of LAYOUTS) {
    const plan = layout(sorted);
    if (plan !== undefined) return plan;
  }
  return undefined;
}

function headerRow(
  head: readonly SheetRow[],
  at: number,
  vocabulary: RowVocabulary,
  given: Given,
): HeaderRow | undefined {
  const own = head[at];
  if (own === undefined || own.brokenCell !== undefined) return undefined;
  const parts = firstCellParts(own.cells[0] ?? '');
  const splitFirst = parts?.length ?? 0;
  const rowNames = lacksRowNames(own.cells, head.slice(at + 1)) ? [''] : [];
  const cells = [...rowNames, ...(parts ?? []), ...own.cells.slice(parts === undefined ? 0 : 1)];
  const headers = cells.slice(0, MOST_COLUMNS);
  if (isMappedFigure(headers, given)) return undefined;
  const { columnsBefore = 0 } = given;
  const columnOf = (index: number): number =>
    columnsBefore + (splitFirst === 0 ? index : Math.max(0, index - splitFirst + 1));
  return {
    row: own.row,
    headers,
    splitFirst,
    columns: headers.map((header, index) => ({ ...sheetColumn(columnOf(index), header) })),
    sample: head.slice(at + 1).map((row) => ({ ...row, cells: expand(row.cells, splitFirst) })),
    above: head.slice(0, at),
    vocabulary,
    given,
  };
}

/**
 * Whether a row has numbers and no word at all, or an area where the areas stand below, under no word: a file without a
 * header begins like that.
 */
function isRowOfFigures(sheet: HeaderRow): boolean {
  const numbers = sheet.headers.filter(
    (header) => /\p{Nd}/u.test(header) && yearHeader(header) === undefined,
  );
  if (numbers.length > 0 && !sheet.headers.some((header) => /\p{L}/u.test(header))) return true;
  if (sheet.headers.filter((header) => header.trim() !== '').length < 2) return false;
  return sheet.headers.some((header, index) => {
    if (headerMeaning(header) !== undefined || sheet.vocabulary.area(header.trim()) === undefined)
      return false;
    const share = areaShare(sheet, index);
    return !share.areNumbers && namesAreas(share);
  });
}

/** R counts the rows in a first column that has no cell in the header. */
function lacksRowNames(header: readonly string[], below: readonly SheetRow[]): boolean {
  const [first] = below;
  const start = Number(first?.cells[0]);
  return (
    Number.isInteger(start) &&
    below.every(({ cells }, at) => cells.length === header.length + 1 && cells[0] === String(start + at))
  );
}

/** Whether a letter that the sender gave a meaning stands over no word: then the row is one of figures, not a header. */
function isMappedFigure(headers: readonly string[], { mapping = {}, columnsBefore = 0 }: Given): boolean {
  const columns = headers.map((header, index) => sheetColumn(columnsBefore + index, header));
  return Object.entries(mapping).some(([key, column]) => {
    const index = column === 'none' ? -1 : mappedIndex(key, headers, columns);
    return index !== -1 && !/\p{L}/u.test(headers[index] ?? '');
  });
}

/** A title above the table that is, word for word, that of one indicator names the indicator of a file that has none. */
function withIndicatorAbove(plan: Plan): Plan {
  const { header, roles, values } = plan;
  const isNamed = roles.indicator !== undefined || values.some(({ says }) => says.indicator !== undefined);
  if (isNamed || (header.given.constants?.indicator ?? '') !== '') return plan;
  const indicator = indicatorAbove(header);
  return indicator === undefined ? plan : { ...plan, indicatorAbove: indicator };
}
