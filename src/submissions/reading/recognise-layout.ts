import type { SheetRow } from '../sheet-row.js';
import type { RowVocabulary } from '../row-vocabulary.js';
import type { Given } from './given.js';
import { isHeaderCell } from './header-cell.js';
import { LayoutDraft } from './layouts/draft.js';
import { eurostat, firstCellParts } from './layouts/eurostat.js';
import type { HeaderRow, LayoutProblem, Plan } from './layouts/layout.js';
import { long } from './layouts/long.js';
import { owid } from './layouts/owid.js';
import { sortHeader, type SortedHeader } from './layouts/plan.js';
import { hindrances, indicatorAbove, refusalOf } from './layouts/requirements.js';
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
  if (head.length === 0) return { problems: [{ row: 1, code: 'empty_file' }] };
  let likest: { readonly sorted: SortedHeader; readonly known: number } | undefined;
  for (const [at, { row, brokenCell }] of head.slice(0, MOST_ABOVE).entries()) {
    // What follows a broken header would else be taken for one.
    if (brokenCell !== undefined && likest === undefined) {
      return { problems: [{ row, code: 'broken_quotes', params: { lines: 1 } }] };
    }
    if (at > 0 && !mayBeHeader(head[at], given)) continue;
    const sheet = headerRow(head, at, vocabulary, given);
    if (sheet === undefined) continue;
    const sorted = sortHeader(sheet);
    const plan = firstPlan(sorted);
    if (plan !== undefined) {
      const whole = withIndicatorAbove(plan);
      const problems = hindrances(whole);
      return problems.length > 0 ? { problems } : { draft: new LayoutDraft(whole) };
    }
    const known = Object.keys(sorted.roles).length + (sorted.years.length > 0 ? 1 : 0);
    if (likest === undefined || known > likest.known) likest = { sorted, known };
  }
  if (likest === undefined) return { problems: [noHeader(head)] };
  return { problems: refusalOf(likest.sorted) };
}

function noHeader(head: readonly SheetRow[]): LayoutProblem {
  return { row: head[0]?.row ?? 1, code: 'no_header' };
}

/** Rows of which no cell is a header's word need not be looked at closely. */
function mayBeHeader(row: SheetRow | undefined, { mapping }: Given): boolean {
  if (mapping !== undefined) return true;
  const cells = (row?.cells ?? []).slice(0, MOST_COLUMNS);
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
  const headers = [...(parts ?? []), ...own.cells.slice(parts === undefined ? 0 : 1)].slice(0, MOST_COLUMNS);
  if (isMappedFigure(headers, given)) return undefined;
  const columnOf = (index: number): number =>
    splitFirst === 0 ? index : Math.max(0, index - splitFirst + 1);
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

/** Whether a letter that the sender gave a meaning stands over no word: then the row is one of figures, not a header. */
function isMappedFigure(headers: readonly string[], { mapping = {} }: Given): boolean {
  const columns = headers.map((header, index) => sheetColumn(index, header));
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
