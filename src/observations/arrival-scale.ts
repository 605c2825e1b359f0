import type { Question } from '../submissions/reading/question.js';

/** How the values of one series that arrives compare with the figures in use of the nearest years. */
export interface ScaleEvidence {
  readonly indicator: string;
  /** Rows of the series. */
  readonly size: number;
  /** Those whose value is not zero. */
  readonly filled: number;
  /** The largest value, sign apart. */
  readonly largest: number;
  /** Its first row. */
  readonly row: number;
  readonly value: number;
  /** Rows that could be compared. */
  readonly compared: number;
  /** The power of ten by which most of these are off; `null`: by none. */
  readonly power: number | null;
  /** How many are off by it. */
  readonly agreeing: number;
}

/** Share of the compared values that must be off by one and the same power. */
const MOST_AGREE = 0.8;
/** Fewer rows prove something only when they are all there is. */
const ENOUGH = 3;
const PERCENT = { best: 100, power: -2 } as const;

/**
 * Asks whether values that are all off by a clean factor stand as they are or are to be multiplied. Without stored figures
 * to compare with, it is asked when all values of an indicator that goes up to 100 are 1 or below.
 * @param most the hard upper limit of an indicator
 */
export function scaleQuestion(
  evidence: readonly ScaleEvidence[],
  most: (indicator: string) => number | undefined,
): Question | undefined {
  for (const series of evidence) {
    const power = powerOff(series, most(series.indicator));
    if (power === undefined) continue;
    const isAlone = evidence.every(({ indicator }) => indicator === series.indicator);
    const factor = String(10 ** -power);
    const { indicator, row, value } = series;
    const readings = [String(value), String(Number(`${String(value)}e${String(-power)}`))];
    return {
      code: isAlone ? 'scale_factor' : 'scale_factor_of_one',
      choices: isAlone ? ['1', factor] : ['1'],
      params: { indicator, factor },
      example: { row, value: String(value), readings },
    };
  }
  return undefined;
}

function powerOff(series: ScaleEvidence, most: number | undefined): number | undefined {
  const { compared, power, agreeing, size, filled, largest } = series;
  if (compared === 0)
    return most === PERCENT.best && filled >= ENOUGH && largest <= 1 ? PERCENT.power : undefined;
  const isEnough = compared >= Math.min(ENOUGH, size);
  return power !== null && isEnough && agreeing >= MOST_AGREE * compared ? power : undefined;
}
