import type { AreaAlias, Indicator } from '../catalogue/catalogue.js';
import { checkEvidence, checkStatus, checkText, checkYear, type CellFault } from './check-cell.js';
import { checkValue } from './check-value.js';
import type { Layout } from './layout.js';
import type { RowProblem } from './row-problem.js';
import { RowReading } from './row-reading.js';
import type { RowVocabulary } from './row-vocabulary.js';
import type { GoodRow } from './staged-row.js';
import { suggestionParams } from '../platform/suggestion.js';

/** What became of a row: it is good, it is passed over because of its area, or it has problems. */
export type RowVerdict =
  { readonly good: GoodRow } | { readonly skipped: AreaAlias } | { readonly problems: readonly RowProblem[] };

/**
 * Judges one row. All ways in (CSV, JSON, command line) judge by this function alone. Each faulty cell has one problem.
 * @param cells as sent, in the places `layout` says
 * @param row row of the spreadsheet, 1 = header
 */
export function checkRow(
  cells: readonly string[],
  row: number,
  layout: Layout,
  vocabulary: RowVocabulary,
): RowVerdict {
  const reading = new RowReading(cells, row, layout);
  const { problems } = reading;
  if (!reading.isSound()) return { problems };

  const area = reading.take('country', areaOf(reading.cell('country'), vocabulary));
  if (typeof area === 'object') return { skipped: area };
  const indicator = reading.take('indicator', indicatorOf(reading.cell('indicator'), vocabulary));
  const year = reading.take('year', checkYear(reading.cell('year'), vocabulary.asOfYear));
  const value = reading.take('value', checkValue(reading.cell('value'), indicator, vocabulary.ladderLevels));
  const source = reading.take('source', checkText(reading.cell('source'), 'source'));
  const status = reading.take('status', checkStatus(reading.cell('status')));
  const edition = reading.take('edition', checkText(reading.cell('edition'), 'edition'));
  const note = reading.take('note', checkText(reading.cell('note'), 'note'));
  const isAssessment = indicator?.goalposts.kind === 'rubric';
  const evidence = reading.take('evidence', checkEvidence(reading.cell('evidence'), isAssessment));
  if (problems.length > 0) return { problems };
  if (area === undefined || indicator === undefined || year === undefined) return { problems };
  if (value === undefined || source === undefined || status === undefined) return { problems };
  const figure = { row, area, indicator: indicator.code, year, value, status, source };
  return { good: goodRow(figure, edition, note, evidence) };
}

function areaOf(cell: string, vocabulary: RowVocabulary): string | AreaAlias | CellFault {
  if (cell === '') return { fault: 'missing_country' };
  const area = vocabulary.area(cell);
  if (area !== undefined) return area;
  return { fault: 'unknown_area', params: suggestionParams(vocabulary.nearestArea(cell)) };
}

function indicatorOf(cell: string, vocabulary: RowVocabulary): Indicator | CellFault {
  if (cell === '') return { fault: 'missing_indicator' };
  const indicator = vocabulary.indicator(cell);
  if (indicator !== undefined) return indicator;
  if (vocabulary.isRetiredIndicator(cell)) return { fault: 'retired_indicator' };
  return { fault: 'unknown_indicator', params: suggestionParams(vocabulary.nearestIndicator(cell)) };
}

function goodRow(
  figure: Omit<GoodRow, 'edition' | 'note' | 'evidence'>,
  edition = '',
  note = '',
  evidence = '',
): GoodRow {
  return {
    ...figure,
    edition: edition === '' ? figure.source : edition,
    ...(note === '' ? {} : { note }),
    ...(evidence === '' ? {} : { evidence }),
  };
}
