import type { FigureStatus } from '../checking/figure-status.js';
import {
  fault,
  NO_REPAIRS,
  type CellRepairCode,
  type NoFigure,
  type Read,
  type ReadingFault,
  type ReadingFaultCode,
} from './cell-reading.js';
import { foldCell } from './fold-cell.js';
import { isMissingMarker } from './missing-marker.js';
import { takeMarks } from './number-marks.js';
import type { NumberFormat, ValueUnit } from './number-format.js';
import { refusalOf } from './number-refusal.js';
import { readingsOf, splitNumber, type CoreReading, type NumberText } from './number-text.js';
import { gravestStatus, type FlagMeaning } from './value-flag.js';

/** A figure with what marks beside it say. */
export interface ReadNumber extends Read<number> {
  readonly status?: FigureStatus;
  /** What marks say that is no status, as they were sent, e.g. `[b]`. */
  readonly note?: string;
}

/** Characters a cell with a number may have. */
const LONGEST = 200;
const PLAIN = /^-?\d+(?:\.\d+)?$/;
/** As accountants write what is below zero: (5.3). */
const ACCOUNTING = /^\(([^()]*\d[^()]*)\)$/;
const NOT_FINITE = /^[+-]?(?:inf|infinity|∞)$/i;
/** -99, -999, -9999.0: how data sets of political science and old programs write that there is no figure. */
const MISSING_CODE = /^-9{2,5}(?:\.0*)?$/;

/**
 * Reads one value by the format of its column. The double is the one nearest to the digits as written.
 * @param unit of the indicator of the row; decides on percent signs and on codes like -999
 */
export function readNumber(
  cell: string,
  format: NumberFormat,
  unit: ValueUnit = {},
): ReadNumber | NoFigure | ReadingFault {
  if (format.point === 'decimal' && PLAIN.test(cell)) return finite(cell, NO_REPAIRS, unit);
  const { text, repairs } = foldCell(cell);
  if (!/^\d/.test(text) && isMissingMarker(text)) return { missing: cell.trim() };
  const number = takeApart(text);
  if ('fault' in number) return number;
  const marks = takeMarks(number, unit);
  if ('fault' in marks) return marks;
  const { textPoint } = format;
  const isText = textPoint !== undefined && cell.startsWith("'");
  const core = chooseReading(number, isText ? { ...format, point: textPoint } : format);
  if (typeof core === 'string') return fault(core);

  const power = number.exponent === '' ? '' : `e${number.exponent}`;
  const read = finite(
    `${number.isNegative ? '-' : ''}${core.digits}${power}`,
    [...repairs, ...repairsOf(core, number.isAccounting), ...marks.repairs],
    unit,
  );
  return 'fault' in read || marks.meanings.length === 0 ? read : { ...read, ...wordsOf(marks.meanings) };
}

function takeApart(text: string): (NumberText & { readonly isAccounting: boolean }) | ReadingFault {
  if (text.length > LONGEST) return fault('not_a_number');
  if (NOT_FINITE.test(text)) return fault('not_finite');
  const bracketed = ACCOUNTING.exec(text)?.[1];
  const number = splitNumber(bracketed ?? text);
  const refusal = refusalOf(text, number);
  if (refusal !== undefined || number === undefined) return refusal ?? fault('not_a_number');
  if (bracketed === undefined) return { ...number, isAccounting: false };
  return number.isNegative ? fault('not_a_number') : { ...number, isNegative: true, isAccounting: true };
}

function wordsOf(meanings: readonly FlagMeaning[]): Pick<ReadNumber, 'status' | 'note'> {
  const status = gravestStatus(meanings.map((meaning) => meaning.status));
  const note = meanings.flatMap((meaning) => meaning.note ?? []).join('; ');
  return { ...(status === undefined ? {} : { status }), ...(note === '' ? {} : { note }) };
}

function chooseReading({ core }: NumberText, format: NumberFormat): CoreReading | ReadingFaultCode {
  const [first, second] = readingsOf(core);
  if (first === undefined || second === undefined) return first ?? 'not_a_number';
  const meaning = first.decimal === '.' ? format.point : format.comma;
  return meaning === 'open' ? 'decimal_or_thousands' : meaning === 'decimal' ? first : second;
}

function repairsOf({ decimal, group }: CoreReading, isAccounting: boolean): readonly CellRepairCode[] {
  return [
    ...(decimal === '' || decimal === '.' ? [] : ['decimal_comma' as const]),
    ...(group === '' ? [] : ['thousands_sign_removed' as const]),
    ...(isAccounting ? ['accounting_negative' as const] : []),
  ];
}

/** Nothing that is counted is as large or, but for zero, as small; reckoning with it would leave the range of doubles. */
function isCountable(value: number): boolean {
  const size = Math.abs(value);
  return value === 0 || (size < 1e100 && size > 1e-100);
}

function finite(
  digits: string,
  repairs: readonly CellRepairCode[],
  { hardMin }: ValueUnit,
): Read<number> | ReadingFault {
  const value = Number(digits);
  if (!isCountable(value)) return fault('not_finite');
  const isCode = value <= -99 && MISSING_CODE.test(digits) && (hardMin === undefined || value < hardMin);
  if (isCode) return fault('missing_code_suspected');
  return { value: value === 0 ? 0 : value, repairs };
}
