import { splitRows, type Dialect } from './split-rows.js';

const DELIMITERS = [',', ';', '\t', '|', '^', '~', '\u001f', '\u0001', '，', '；', '،', '؛'] as const;
/** Signs that nobody types within a cell. */
const UNTYPED = ['\t', '\u001f', '\u0001'];
/** Rows that are looked at. */
const MOST_ROWS = 200;

/** Whether a cell is one that headers of such files have. */
export type HeaderTest = (cell: string) => boolean;

/**
 * How the cells of a text are kept apart: the delimiter by which most rows have equally many cells that each look like
 * one, a known header counting most; quotes and their escapes by what makes the rows whole.
 * @param start the beginning of a file, rows ended by line feeds
 * @param isWhole the text is the whole file, so that its last row counts
 */
export function guessDialect(
  start: string,
  isWhole: boolean,
  isHeader: HeaderTest = () => false,
  told?: string,
): Dialect {
  let best: Dialect = { delimiter: told ?? ',', quote: '"', escape: 'double' };
  let bestScore = -1;
  for (const delimiter of told === undefined ? DELIMITERS : [told]) {
    if (!start.includes(delimiter)) continue;
    const plain = { delimiter, ...quotesOf(start, delimiter) };
    for (const dialect of variantsOf(plain, start)) {
      const score = scoreOf(start, dialect, isWhole, isHeader);
      if (score > bestScore) [best, bestScore] = [dialect, score];
    }
  }
  return best;
}

/** The usual dialect, and those that are taken when they make more sense of the text. */
function variantsOf(plain: Dialect, start: string): readonly Dialect[] {
  const wrapped: Dialect[] = isWrapped(start) ? [{ ...plain, isWrapped: true }] : [];
  // Text between tabs often has quotes that are meant as they stand.
  const { delimiter, escape } = plain;
  const isBroken = (): boolean =>
    splitRows(start, plain, 0, false).rows.some(({ brokenCell }) => brokenCell !== undefined);
  return [plain, ...wrapped, ...(delimiter === '\t' && isBroken() ? [{ delimiter, escape }] : [])];
}

/** Whether the first rows all begin and end with a quote, as they do when each row as a whole was quoted. */
function isWrapped(start: string): boolean {
  const lines = start.split('\n', 6).slice(0, 5);
  return lines.every((line) => line.trim() === '' || /^".*",*$/.test(line.trim()));
}

/** Which quotes a text has, seen from how they stand beside a delimiter. */
function quotesOf(start: string, delimiter: string): Omit<Dialect, 'delimiter'> {
  const { quoted: double } = quotedCells(start, delimiter, '"');
  const single = quotedCells(start, delimiter, "'");
  // An apostrophe begins words too: it is a quote when the header has it round every cell, closed each time.
  if (double === 0 && single.quoted > 0 && single.headerIsQuoted) return { quote: "'", escape: 'double' };
  return { quote: '"', escape: hasBackslashes(start, delimiter) ? 'backslash' : 'double' };
}

function quotedCells(
  start: string,
  delimiter: string,
  quote: string,
): { readonly quoted: number; readonly headerIsQuoted: boolean } {
  const lines = start.split('\n', MOST_ROWS).filter((line) => line.trim() !== '');
  const isQuoted = (cell: string): boolean => {
    const trimmed = cell.trim();
    return trimmed.length > 1 && trimmed.startsWith(quote) && trimmed.endsWith(quote);
  };
  const quoted = lines.filter((line) => line.split(delimiter).some(isQuoted)).length;
  return { quoted, headerIsQuoted: (lines[0] ?? '').split(delimiter).every(isQuoted) };
}

/** A quote after a backslash that neither closes its cell nor is doubled has been escaped by it. */
function hasBackslashes(start: string, delimiter: string): boolean {
  let escaped = 0;
  let closing = 0;
  for (let at = start.indexOf('\\"'); at !== -1; at = start.indexOf('\\"', at + 2)) {
    const isClosing = at + 2 >= start.length || start[at + 2] === '\n' || start.startsWith(delimiter, at + 2);
    if (isClosing || start[at + 2] === '"') closing++;
    else escaped++;
  }
  return escaped > 0 && escaped >= closing;
}

/** Consistency of the rows times how much their cells look like single cells, and more for each known header. */
function scoreOf(start: string, dialect: Dialect, isWhole: boolean, isHeader: HeaderTest): number {
  const { rows: all } = splitRows(start, dialect, 0, isWhole);
  const rows = all.slice(0, MOST_ROWS);
  if (rows.length === 0) return 0;
  const widths = new Map<number, number>();
  for (const { cells } of rows) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  let pattern = 0;
  for (const [width, count] of widths) pattern += (count * (width - 1)) / width;
  pattern /= rows.length * widths.size ** 0.5;
  let clean = 0;
  let cells = 0;
  let headers = 0;
  let torn = 0;
  for (const row of rows) {
    const isBroken = row.brokenCell !== undefined;
    if (row.cells.some((cell) => hasUntyped(cell, dialect))) torn++;
    for (const cell of row.cells) {
      cells++;
      if (hasUntyped(cell, dialect)) clean--;
      else if (!isBroken && looksWhole(cell)) clean++;
    }
    headers = Math.max(headers, row.cells.length > 1 ? row.cells.filter(isHeader).length : 0);
  }
  return pattern * Math.max(0, clean / cells) + (torn * 2 > rows.length ? 0 : headers);
}

function hasUntyped(cell: string, { delimiter }: Dialect): boolean {
  return UNTYPED.some((sign) => sign !== delimiter && cell.includes(sign));
}

/** Whether a cell looks like one: nothing, a number, a date, a code, words; not several with a delimiter between. */
function looksWhole(cell: string): boolean {
  const trimmed = cell.trim();
  if (trimmed === '' || trimmed.length > 300) return trimmed === '';
  return (
    /^[-+(]?[\p{Nd}.,'’ \u00a0\u202f٫٬]+([eE][-+]?\d+)?[)%]?( ?\p{L}{1,2})?$/u.test(trimmed) ||
    /^\d{1,4}[-/.]\d{1,2}([-/.]\d{1,4})?([T ]\d\d:\d\d.*)?$/.test(trimmed) ||
    (!/[;|^~]|\p{L},\p{L}|,,/u.test(trimmed) && /[\p{L}\p{N}.*:–-]/u.test(trimmed))
  );
}
