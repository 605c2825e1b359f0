import type { PaceSettings } from '../../../src/scoring/engine/pace.js';
import type { Goalposts, YearValue } from '../../../src/scoring/engine/terms.js';

/** Settings of the worked vectors: base 2024, freshness 3 years, least span 1 year, every target agreed. */
export function paceSettings(own: Partial<PaceSettings> = {}): PaceSettings {
  return {
    asOfYear: 2026,
    freshnessYears: 3,
    baseYear: 2024,
    windowYears: 2,
    minSpanYears: 1,
    targetYear: 2030,
    targetAgreed: true,
    deadBand: 0.1,
    onTrackRatio: 0.95,
    needsAccelerationRatio: 0.6,
    seriesBroken: false,
    ...own,
  };
}

export const PERCENT: Goalposts = { kind: 'range', worst: 0, best: 100, scale: 'linear' };

/** `series([2021, 40], [2026, 50])`: values by year. */
export function series(...values: readonly (readonly [year: number, value: number | null])[]): YearValue[] {
  return values.map(([year, value]) => ({ year, value }));
}
