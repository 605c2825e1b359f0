import { foldCell } from './fold-cell.js';
import { readingsOf, splitNumber } from './number-text.js';
import type { Question } from './question.js';
import type { Repair, SheetColumn } from './repair.js';

/** What a point or a comma before exactly three digits means. Elsewhere the digits around it leave no doubt. */
export type SignMeaning = 'decimal' | 'thousands' | 'open';

export interface NumberFormat {
  readonly point: SignMeaning;
  readonly comma: SignMeaning;
  /** What a point means in cells of a workbook that hold text (marked by an apostrophe), not numbers. */
  readonly textPoint?: SignMeaning;
}

/** What decided on a format, in the order in which it is asked. */
export type FormatEvidence = 'answer' | 'column' | 'limits' | 'other_columns' | 'delimiter';

export interface FormatHints {
  /** Absent for a workbook. */
  readonly delimiter?: string;
  /** The cells come from numbers of a workbook, written with a point: a point never stands between thousands. */
  readonly pointIsDecimal?: boolean;
  /** The decimal sign, as the sender answered. */
  readonly answer?: '.' | ',';
  readonly column?: SheetColumn;
}

export interface FormatDecision {
  readonly format: NumberFormat;
  readonly evidence?: FormatEvidence;
  /** Present when cells were in doubt and something decided. */
  readonly repair?: Repair;
  /** Present when nothing decides: `decimal_or_thousands`. */
  readonly question?: Question;
}

export interface ValueLimits {
  readonly hardMin?: number | undefined;
  readonly hardMax?: number | undefined;
}

/** What of its indicator helps to read a value. */
export interface ValueUnit extends ValueLimits {
  readonly unit?: string;
}

export const POINT_FORMAT: NumberFormat = { point: 'decimal', comma: 'thousands' };
export const COMMA_FORMAT: NumberFormat = { point: 'thousands', comma: 'decimal' };
const OPEN_FORMAT: NumberFormat = { point: 'open', comma: 'open' };

/** How often a sign was surely one or the other, how often in doubt, and how often a reading broke the limits. */
interface Tally {
  decimal: number;
  thousands: number;
  open: number;
  decimalOutside: number;
  thousandsOutside: number;
}

/** Characters before a number that may be marks of it; beyond, it stands in a sentence. */
const MOST_BEFORE = 4;

/** Looks at all values of a column, one by one, to tell its decimal sign. Memory does not grow with the column. */
export class NumberSurvey {
  readonly point: Tally = { decimal: 0, thousands: 0, open: 0, decimalOutside: 0, thousandsOutside: 0 };
  readonly comma: Tally = { decimal: 0, thousands: 0, open: 0, decimalOutside: 0, thousandsOutside: 0 };
  firstOpen: { readonly row: number; readonly value: string } | undefined;

  /** @param limits of the indicator of the row */
  see(cell: string, row: number, limits: ValueLimits = {}): void {
    if (/^-?\d*$/.test(cell)) return;
    if (/^-?(?:\d*\.(?:\d{1,2}|\d{4,})|(?:0|\d{4,})\.\d+)$/.test(cell)) {
      this.point.decimal++;
      return;
    }
    const number = splitNumber(foldCell(cell).text);
    if (number === undefined || number.prefix.length > MOST_BEFORE) return;
    const [first, second] = readingsOf(number.core);
    if (first === undefined) return;
    if (second === undefined) {
      const [decimal, thousands] = [this.tally(first.decimal), this.tally(first.group)];
      if (decimal !== undefined) decimal.decimal++;
      if (thousands !== undefined) thousands.thousands++;
      return;
    }
    const tally = first.decimal === '.' ? this.point : this.comma;
    const factor = (number.isNegative ? -1 : 1) * 10 ** Number(number.exponent || 0);
    tally.open++;
    if (isOutside(Number(first.digits) * factor, limits)) tally.decimalOutside++;
    if (isOutside(Number(second.digits) * factor, limits)) tally.thousandsOutside++;
    this.firstOpen ??= { row, value: cell.slice(0, 200) };
  }

  get open(): number {
    return this.point.open + this.comma.open;
  }

  private tally(sign: string): Tally | undefined {
    return sign === '.' ? this.point : sign === ',' ? this.comma : undefined;
  }
}

/**
 * What the signs of a column mean, from its own cells that leave no doubt; else from the limits of the indicators, from the
 * other columns of the file, from the delimiter; else its sender is asked.
 * @param others surveys of the other number columns
 */
export function decideFormat(
  survey: NumberSurvey,
  hints: FormatHints = {},
  others: readonly NumberSurvey[] = [],
): FormatDecision {
  const regime = regimeOf(survey, hints.pointIsDecimal);
  if (survey.open === 0 && hints.answer === undefined) return { format: regime ?? POINT_FORMAT };
  const decided = weigh(survey, hints, others);
  if (decided === undefined) {
    const point = hints.pointIsDecimal === true ? 'decimal' : 'open';
    return { format: { ...OPEN_FORMAT, point }, question: questionOf(survey, hints) };
  }
  const [format, evidence] = decided;
  const sound: NumberFormat = hints.pointIsDecimal === true ? { ...format, point: 'decimal' } : format;
  return { format: sound, evidence, ...repairOf(survey, hints, sound, evidence) };
}

function weigh(
  survey: NumberSurvey,
  { answer, delimiter, pointIsDecimal }: FormatHints,
  others: readonly NumberSurvey[],
): readonly [NumberFormat, FormatEvidence] | undefined {
  if (answer !== undefined) return [answer === '.' ? POINT_FORMAT : COMMA_FORMAT, 'answer'];
  const { point, comma } = survey;
  const own = regimeOf(survey, pointIsDecimal);
  if (own !== undefined) return [own, 'column'];
  if (comma.open === 0 && pointIsDecimal === true) return [POINT_FORMAT, 'column'];
  const byLimits = regimeByLimits(survey);
  if (byLimits !== undefined) return [byLimits, 'limits'];
  if (point.decimal + point.thousands + comma.decimal + comma.thousands > 0) return undefined;
  const regimes = new Set(others.map((other) => regimeOf(other, pointIsDecimal)));
  regimes.delete(undefined);
  const [regime] = regimes;
  if (regime !== undefined && regimes.size === 1) return [regime, 'other_columns'];
  if (delimiter === ',' && comma.open === 0) return [POINT_FORMAT, 'delimiter'];
  return undefined;
}

/** The way of writing by which no value breaks the limits of its indicator, when by the other one some do. */
function regimeByLimits({ point, comma }: NumberSurvey): NumberFormat | undefined {
  const outsideByPoint = comma.thousandsOutside + point.decimalOutside;
  const outsideByComma = comma.decimalOutside + point.thousandsOutside;
  if (outsideByPoint > 0 && outsideByComma === 0) return COMMA_FORMAT;
  return outsideByComma > 0 && outsideByPoint === 0 ? POINT_FORMAT : undefined;
}

/** The one way of writing that the cells beyond doubt agree on; `undefined` when there are none or they differ. Points of a workbook's numbers say nothing. */
function regimeOf({ point, comma }: NumberSurvey, pointIsDecimal = false): NumberFormat | undefined {
  const byPoint = (pointIsDecimal ? 0 : point.decimal) + comma.thousands;
  const byComma = comma.decimal + point.thousands;
  if (byPoint > 0 && byComma === 0) return POINT_FORMAT;
  return byComma > 0 && byPoint === 0 ? COMMA_FORMAT : undefined;
}

function isOutside(value: number, { hardMin, hardMax }: ValueLimits): boolean {
  return (hardMin !== undefined && value < hardMin) || (hardMax !== undefined && value > hardMax);
}

function questionOf({ firstOpen }: NumberSurvey, { column }: FormatHints): Question {
  const choices = ['.', ','];
  const at = column === undefined ? {} : { column };
  if (firstOpen === undefined) return { code: 'decimal_or_thousands', ...at, choices };
  const core = splitNumber(foldCell(firstOpen.value).text)?.core ?? '';
  const [asDecimal, asThousands] = readingsOf(core).map(({ digits }) => digits);
  const readings = core.includes('.') ? [asDecimal, asThousands] : [asThousands, asDecimal];
  const example = { ...firstOpen, readings: readings.map((reading) => reading ?? core) };
  return { code: 'decimal_or_thousands', ...at, choices, example };
}

/** A comma read as a comma, or a point as a sign of thousands, is told; a point that stays a point only when the delimiter alone decided. */
function repairOf(
  { firstOpen, open, comma }: NumberSurvey,
  { column }: FormatHints,
  format: NumberFormat,
  evidence: FormatEvidence,
): Pick<FormatDecision, 'repair'> {
  const isAsItStands = comma.open === 0 && format.point === 'decimal' && evidence !== 'delimiter';
  if (firstOpen === undefined || isAsItStands) return {};
  const core = splitNumber(foldCell(firstOpen.value).text)?.core ?? '';
  const meaning = core.includes('.') ? format.point : format.comma;
  const [asDecimal, asThousands] = readingsOf(core);
  const after = (meaning === 'decimal' ? asDecimal : asThousands)?.digits ?? '';
  const example = {
    row: firstOpen.row,
    ...(column === undefined ? {} : { column }),
    before: firstOpen.value,
    after,
  };
  const params = { decimal: format.comma === 'decimal' ? ',' : '.', evidence };
  return { repair: { code: 'decimal_sign_decided', count: open, params, example } };
}
