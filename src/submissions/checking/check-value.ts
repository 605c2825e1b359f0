import type { Indicator, ScaleTrap } from '../../catalogue/catalogue.js';
import type { CellFault } from './check-cell.js';

/** What else decides whether a number can be true of an indicator. */
export interface ValueRules {
  /** The levels an assessment may have. */
  readonly ladderLevels: readonly number[];
  /** Absent when it could not be read. */
  readonly year?: number | undefined;
  readonly scaleTrap?: ScaleTrap | undefined;
  /** The sender said how the values are to be multiplied. */
  readonly isScaleSaid?: boolean | undefined;
  /** The sender doubts the figure and says why: its limits are for the reviewer to judge. */
  readonly isDoubted?: boolean | undefined;
}

/**
 * Whether a number can be true of an indicator.
 * @param indicator absent when the row names none that is known: then nothing is judged
 */
export function checkValue(
  value: number,
  indicator: Indicator | undefined,
  rules: ValueRules,
): number | CellFault {
  if (indicator === undefined) return value;
  const { ladderLevels } = rules;
  const isOnLadder = indicator.goalposts.kind === 'rubric' && ladderLevels.length > 0;
  if (isOnLadder && !ladderLevels.includes(value)) {
    return { fault: 'not_a_ladder_level', params: { levels: ladderLevels.join(', ') } };
  }
  return checkScale(value, rules) ?? (rules.isDoubted === true ? value : checkLimits(value, indicator));
}

/** A value of years in which the publisher wrote the indicator in another way. */
function checkScale(value: number, { scaleTrap, year, isScaleSaid }: ValueRules): CellFault | undefined {
  if (scaleTrap === undefined || year === undefined || year >= scaleTrap.before) return undefined;
  const { before, kind, most = 0 } = scaleTrap;
  if (kind === 'reversed') return { fault: 'scale_ran_other_way', params: { before } };
  const isOld = value > 0 && value <= most && isScaleSaid !== true;
  return isOld ? { fault: 'scale_was_smaller', params: { before, most } } : undefined;
}

/** Limits beyond which a value cannot be true, whatever the source. */
function checkLimits(value: number, { hardMin, hardMax, unit }: Indicator): number | CellFault {
  const isTooLow = hardMin !== undefined && value < hardMin;
  const isTooHigh = hardMax !== undefined && value > hardMax;
  if (!isTooLow && !isTooHigh) return value;
  const limits = hardMin === undefined ? 'max' : hardMax === undefined ? 'min' : 'both';
  return { fault: 'outside_hard_limits', params: { limits, min: hardMin ?? '', max: hardMax ?? '', unit } };
}
