import type { Indicator } from '../catalogue/catalogue.js';
import type { CellFault } from './check-cell.js';

/**
 * Whether a number can be true of an indicator.
 * @param indicator absent when the row names none that is known: then nothing is judged
 * @param ladderLevels the levels an assessment may have
 */
export function checkValue(
  value: number,
  indicator: Indicator | undefined,
  ladderLevels: readonly number[],
): number | CellFault {
  if (indicator === undefined) return value;
  const isOnLadder = indicator.goalposts.kind === 'rubric' && ladderLevels.length > 0;
  if (isOnLadder && !ladderLevels.includes(value)) {
    return { fault: 'not_a_ladder_level', params: { levels: ladderLevels.join(', ') } };
  }
  return checkLimits(value, indicator);
}

/** Limits beyond which a value cannot be true, whatever the source. */
function checkLimits(value: number, { hardMin, hardMax, unit }: Indicator): number | CellFault {
  const isTooLow = hardMin !== undefined && value < hardMin;
  const isTooHigh = hardMax !== undefined && value > hardMax;
  if (!isTooLow && !isTooHigh) return value;
  const limits = hardMin === undefined ? 'max' : hardMax === undefined ? 'min' : 'both';
  return { fault: 'outside_hard_limits', params: { limits, min: hardMin ?? '', max: hardMax ?? '', unit } };
}
