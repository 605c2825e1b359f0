import type { Indicator, Method } from '../../catalogue/catalogue.js';
import { assessGrowthBetween, type Growth } from '../engine/cagr.js';
import { EUROSTAT, OPEN_SDG } from '../engine/growth-thresholds.js';
import type { Pace } from '../engine/pace.js';
import type { YearValue } from '../engine/terms.js';

const THRESHOLDS = { open_sdg: OPEN_SDG, eurostat: EUROSTAT } as const;

/**
 * The same progress judged by compound annual growth, from the same base to the same current value as the pace, with
 * the thresholds the method names. Undefined for bands and ladders, whose values are on no ratio scale, without an
 * agreed target and without a base. Source: scoring method 1.0, section 3.
 * @param values of one comparable block, as `pace` was assessed from
 */
export function growthOfIndicator(
  values: readonly YearValue[],
  { goalposts, target, targetBasis }: Indicator,
  pace: Pace,
  targetYear: number,
  { growth }: Method,
): Growth | undefined {
  if (goalposts.kind !== 'range' || target === undefined || targetBasis === undefined) return undefined;
  const base = values.find(({ year }) => year === pace.baseYear)?.value;
  const now = values.find(({ year }) => year === pace.nowYear)?.value;
  if (base === undefined || base === null || now === undefined || now === null) return undefined;
  if (pace.baseYear === null || pace.nowYear === null) return undefined;
  return assessGrowthBetween(
    { year: pace.baseYear, value: base },
    { year: pace.nowYear, value: now },
    {
      target,
      targetYear,
      lowerIsBetter: goalposts.worst > goalposts.best,
      thresholds: THRESHOLDS[growth.thresholds],
    },
  );
}
