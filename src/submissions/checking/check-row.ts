import type { AreaAlias, Indicator } from '../../catalogue/catalogue.js';
import type { Confidence } from '../../catalogue/confidence.js';
import type { TookPart } from '../../catalogue/took-part.js';
import { suggestionParams } from '../../platform/suggestion.js';
import { withoutUndefined } from '../../platform/without-undefined.js';
import { checkEvidence, checkStatus, checkText, checkYear, type CellFault } from './check-cell.js';
import { checkConfidence, checkGroups } from './check-groups.js';
import { checkValue } from './check-value.js';
import type { FigureStatus } from './figure-status.js';
import type { AreaReading } from '../reading/area-reader.js';
import type { CellFormats } from '../reading/cell-formats.js';
import type { Read } from '../reading/cell-reading.js';
import type { LongRow } from '../reading/layouts/layout.js';
import { readNumber } from '../reading/read-number.js';
import { readYear } from '../reading/read-year.js';
import type { RepairLog } from '../reading/repair.js';
import { gravestStatus } from '../reading/value-flag.js';
import type { CellLocator, RowProblem } from './row-problem.js';
import { RowReading } from './row-reading.js';
import type { RowVocabulary } from './row-vocabulary.js';
import type { GoodRow } from './staged-row.js';

/**
 * What became of a row: it is good; it is passed over, because of its area or because there is no figure in it (then as
 * it says so); or it has problems.
 */
export type RowVerdict =
  | { readonly good: GoodRow }
  | { readonly skipped: AreaAlias }
  | { readonly missing: string }
  | { readonly problems: readonly RowProblem[] };

/** By what rows of one source are judged. */
export interface RowRules {
  readonly vocabulary: RowVocabulary;
  readonly formats: CellFormats;
  /** Reads a cell that names an area, by how the source names areas. */
  readonly readArea: (cell: string) => AreaReading;
  readonly locate: CellLocator;
  /** The sender said what the values are multiplied by. */
  readonly isScaleSaid?: boolean | undefined;
  /** Takes what was read otherwise than it stands. */
  readonly repairs: RepairLog;
}

/**
 * Reads and judges one row. All ways in (files of any layout, JSON, command line) judge by this function alone. Each
 * faulty cell has one problem.
 */
export function checkRow(row: LongRow, rules: RowRules): RowVerdict {
  const { vocabulary, formats } = rules;
  const reading = new RowReading(row, rules.locate);
  const { problems } = reading;
  if (reading.hasHugeCell()) return { problems };

  const area = rules.readArea(reading.cell('country'));
  if ('skipped' in area) return area;
  const indicator = reading.take('indicator', indicatorOf(reading.text('indicator'), vocabulary));
  const number = readNumber(reading.cell('value'), formats.numbers, indicator);
  if ('missing' in number) return number;
  const readArea = reading.take('country', ownArea(area, vocabulary));
  const readYears = reading.take('year', readYear(reading.cell('year'), formats.years));
  const figure = reading.take('value', number);
  const unsaid = gravestStatus([figure?.status, readYears?.status]) ?? 'normal';
  const isAssessment = indicator?.goalposts.kind === 'rubric';
  const year = readYears && reading.take('year', checkYear(readYears.value, vocabulary.asOfYear));
  const status = reading.take('status', checkStatus(reading.text('status'), unsaid));
  const note = reading.take('note', checkText(noteOf(reading.text('note'), figure?.note), 'note'));
  const valueRules = {
    ladderLevels: vocabulary.ladderLevels,
    year,
    scaleTrap: indicator && vocabulary.scaleTrap(indicator.code),
    isScaleSaid: rules.isScaleSaid,
    isDoubted: status === 'doubtful' && reading.text('note') !== '',
  };
  const taken = {
    readArea,
    readYears,
    figure,
    indicator,
    year,
    status,
    note,
    value: figure && reading.take('value', checkValue(figure.value, indicator, valueRules)),
    source: reading.take('source', checkText(reading.text('source'), 'source')),
    edition: reading.take('edition', checkText(reading.text('edition'), 'edition')),
    evidence: reading.take('evidence', checkEvidence(reading.text('evidence'), isAssessment)),
  };
  const assessed = isAssessment ? assessmentOf(reading) : {};
  if (!isWhole(taken, problems)) return { problems };
  reading.note('country', taken.readArea, rules.repairs);
  reading.note('year', taken.readYears, rules.repairs);
  reading.note('value', taken.figure, rules.repairs);
  return { good: { ...goodRow(row.row, taken), ...assessed } };
}

/** What an assessment says beside its level. Of other figures these columns are not read. */
function assessmentOf(reading: RowReading): {
  readonly tookPart?: TookPart;
  readonly confidence?: Confidence;
} {
  const tookPart = reading.take('groups', checkGroups(reading.text('groups')));
  const confidence = reading.take('confidence', checkConfidence(reading.text('confidence')));
  return withoutUndefined({ tookPart, confidence });
}

type Whole<Taken> = { readonly [Part in keyof Taken]: Exclude<Taken[Part], undefined> };

/** What could not be taken has left a problem. */
function isWhole<Taken extends object>(
  _taken: Taken,
  problems: readonly RowProblem[],
): _taken is Taken & Whole<Taken> {
  return problems.length === 0;
}

/** Nobody sends figures for areas that are not theirs. */
function ownArea<Reading extends Read<string> | CellFault>(
  area: Reading,
  { ownAreas }: RowVocabulary,
): Reading | CellFault {
  if (ownAreas === undefined || 'fault' in area || ownAreas.has(area.value)) return area;
  const allowed = [...ownAreas].sort().join(', ');
  return {
    fault: 'area_not_yours',
    params: { area: area.value, allowed: allowed === '' ? 'none' : allowed },
  };
}

function indicatorOf(cell: string, vocabulary: RowVocabulary): Indicator | CellFault {
  if (cell === '') return { fault: 'missing_indicator' };
  const indicator = vocabulary.indicator(cell);
  if (indicator !== undefined) return indicator;
  if (vocabulary.isRetiredIndicator(cell)) return { fault: 'retired_indicator' };
  return { fault: 'unknown_indicator', params: suggestionParams(vocabulary.nearestIndicator(cell)) };
}

/** What the sender remarks, and what marks beside the value say. */
function noteOf(cell: string, marks: string | undefined): string {
  return marks === undefined ? cell : cell === '' ? marks : `${cell}; ${marks}`;
}

interface TakenRow {
  readonly readArea: Read<string>;
  readonly indicator: Indicator;
  readonly year: number;
  readonly value: number;
  readonly status: FigureStatus;
  readonly source: string;
  readonly edition: string;
  readonly note: string;
  readonly evidence: string;
}

function goodRow(row: number, taken: TakenRow): GoodRow {
  const { year, value, status, source, note, evidence } = taken;
  const area = taken.readArea.value;
  const indicator = taken.indicator.code;
  const edition = taken.edition === '' ? source : taken.edition;
  const plain = { row, area, indicator, year, value, status, source, edition };
  if (note === '' && evidence === '') return plain;
  return { ...plain, ...(note === '' ? {} : { note }), ...(evidence === '' ? {} : { evidence }) };
}
