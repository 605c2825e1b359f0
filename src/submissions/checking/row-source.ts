import { Problem } from '../../platform/problem.js';
import type { Answers } from './answers.js';
import { COLUMNS, type ColumnName } from './columns.js';
import type { ByteSource } from '../reading/byte-source.js';
import { CellSurvey, PLAIN_FORMATS, type CellFormats } from '../reading/cell-formats.js';
import type { RecallMapping } from '../reading/given.js';
import type { LayoutProblem, LongRow } from '../reading/layouts/layout.js';
import type { Unrolled } from '../reading/layouts/table-layout.js';
import { foldCell } from '../reading/fold-cell.js';
import { isMissingMarker } from '../reading/missing-marker.js';
import { openTable, refuseOpen } from '../reading/open-table.js';
import { readAsText } from '../reading/read-as.js';
import { RepairLog } from '../reading/repair.js';
import { shownValue, type CellLocator, type RowProblem } from './row-problem.js';
import type { RowVocabulary } from './row-vocabulary.js';

/** Rows of a file or list in the long layout, in batches, as fast as they are asked for. */
export interface RowSource {
  /** Why no row can be read; empty when rows can. */
  readonly problems: readonly RowProblem[];
  /** How the rows are read (`readAsText`), then the cells of the header as they were sent; of a list our own columns. */
  readonly header: readonly string[];
  /** Indexes of the cells, as they were sent, that say who took part. */
  readonly groupsAt: readonly number[];
  readonly rows: AsyncIterable<readonly Unrolled[]>;
  readonly formats: CellFormats;
  /** The sender said what the values are multiplied by. */
  readonly isScaleSaid: boolean;
  readonly locate: CellLocator;
  /** What was read otherwise than it was sent, whole once the rows were read to their end. Cells are not yet among it. */
  repairs(): RepairLog;
}

/** A row of a JSON list, shape already checked. Numbers may come as numbers or as text. */
export type ListedRow = Readonly<Partial<Record<ColumnName, string | number | null | undefined>>>;

/**
 * A file of whatever kind and layout.
 * @param recall mappings of earlier files
 * @throws Problem needs_answer; why it is no table that can be read
 */
export async function fileRows(
  file: ByteSource,
  vocabulary: RowVocabulary,
  answers: Answers,
  recall?: RecallMapping,
): Promise<RowSource> {
  const opening = await openTable(file, vocabulary, answers, recall);
  if ('table' in opening) return { ...opening.table, problems: [], locate: inSheet };
  const { problems, repairs } = opening;
  return {
    problems,
    header: [],
    groupsAt: [],
    rows: noRows(),
    formats: PLAIN_FORMATS,
    isScaleSaid: false,
    locate: inSheet,
    repairs: () => repairs,
  };
}

/**
 * A list of rows in JSON. It is read as a table of texts, comma separated, would be; where it has numbers, they settle
 * what a point means.
 * @throws Problem needs_answer; answer_not_understood when it is answered what a list has no need of
 */
export function listedRows(
  rows: readonly ListedRow[],
  vocabulary: RowVocabulary,
  { decimal, given, encoding, sheet }: Answers,
): RowSource {
  const { constants = {}, mapping, picks, scale } = given;
  const needless = Object.entries({ encoding, sheet, mapping, part: picks }).find(
    ([, answer]) => answer !== undefined,
  );
  if (needless !== undefined) {
    throw new Problem('answer_not_understood', 400, { name: needless[0], value: '' });
  }
  const power = Math.round(Math.log10(scale ?? 1));
  const survey = new CellSurvey();
  const said = vocabulary.indicator(constants.indicator ?? '')?.code;
  const figures = rows.map((row, index): Unrolled => {
    const cells = COLUMNS.map((column) => textOf(row[column]).trim() || (constants[column] ?? ''));
    const [area = '', indicator = '', year = '', value = ''] = cells;
    survey.see(area, year, value, index + 1, vocabulary.indicator(indicator));
    const figure: LongRow = { row: index + 1, cells: scaled(cells, power), places: NO_PLACES };
    const own = vocabulary.indicator(indicator)?.code;
    const differs = said !== undefined && own !== undefined && own !== said;
    return differs
      ? { rows: [], problems: [indicatorsDiffer(figure, own, said)], sent: cells }
      : { rows: [figure], problems: [], sent: cells };
  });
  const { formats, hasSigns, repairs, questions } = survey.decide(vocabulary.areas, {
    delimiter: ',',
    pointIsDecimal: rows.some(({ value }) => typeof value === 'number'),
    ...(decimal === undefined ? {} : { answer: decimal }),
  });
  refuseOpen(questions);
  const log = new RepairLog();
  log.addAll(repairs);
  return {
    problems: [],
    header: [readAsText(formats, given, hasSigns), ...COLUMNS],
    groupsAt: [COLUMNS.indexOf('groups')],
    rows: listBatches(figures),
    formats,
    isScaleSaid: scale !== undefined,
    locate: inBody,
    repairs: () => log,
  };
}

const VALUE = COLUMNS.indexOf('value');
const BATCH = 1_000;
const NO_PLACES: LongRow['places'] = [];

// eslint-disable-next-line @typescript-eslint/require-await -- one kind of source waits for its bytes, this one does not
async function* listBatches(rows: readonly Unrolled[]): AsyncGenerator<readonly Unrolled[]> {
  for (let start = 0; start < rows.length; start += BATCH) yield rows.slice(start, start + BATCH);
}

/** Cells with the value multiplied by a power of ten. */
function scaled(cells: readonly string[], power: number): readonly string[] {
  const value = cells[VALUE] ?? '';
  if (power === 0 || isMissingMarker(foldCell(value).text)) return cells;
  return cells.with(VALUE, `${value}e${String(power)}`);
}

/** A row about another indicator than the one the sender says all are of. */
function indicatorsDiffer(row: LongRow, indicator: string, given: string): LayoutProblem {
  const at = COLUMNS.indexOf('indicator');
  const value = shownValue(row.cells[at] ?? '');
  return { ...inBody(row, at), code: 'indicators_differ', value, params: { indicator, given } };
}

function textOf(cell: string | number | null | undefined): string {
  return typeof cell === 'string' ? cell : typeof cell === 'number' ? String(cell) : '';
}

const inSheet: CellLocator = ({ row, places }, index) => {
  const place = places[index];
  return place === undefined ? { row } : { row: place.row ?? row, column: place.column };
};

const inBody: CellLocator = ({ row }, index) => ({
  row,
  pointer: `/rows/${String(row - 1)}/${COLUMNS[index] ?? ''}`,
});

// eslint-disable-next-line @typescript-eslint/require-await -- as above
async function* noRows(): AsyncGenerator<readonly Unrolled[]> {
  yield [];
}
