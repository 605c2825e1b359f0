import type { Indicator } from '../catalogue/catalogue.js';
import type { CellFault } from './check-cell.js';

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,5})?$/i;
const NO_NUMBER = /^[+-]?(nan|inf|infinity|∞)$/i;

/**
 * A number as programs write it, with a point for the decimals. Nothing is guessed: a comma may divide thousands or
 * decimals, so it is refused.
 * @param indicator whose limits hold; absent when the row names none that is known
 * @param ladderLevels the levels an assessment may have
 */
export function checkValue(
  cell: string,
  indicator: Indicator | undefined,
  ladderLevels: readonly number[],
): number | CellFault {
  if (cell === '') return { fault: 'missing_value' };
  if (NO_NUMBER.test(cell)) return { fault: 'not_finite' };
  if (!NUMBER.test(cell))
    return { fault: 'not_a_number', params: { comma: cell.includes(',') ? 'yes' : 'no' } };
  const value = Number(cell);
  if (!Number.isFinite(value)) return { fault: 'not_finite' };
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
