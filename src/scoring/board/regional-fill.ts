import type { Catalogue } from '../../catalogue/catalogue.js';
import { meanOfRegion } from '../engine/regional-mean.js';
import type { IndicatorScore } from '../score.js';

type FillOf = (area: string, indicator: string, asOfYear: number) => number | undefined;

/** Scored areas that fill each other's gaps: those of one UN regional group. */
export interface FillingRegions {
  readonly regionOf: ReadonlyMap<string, string>;
  readonly membersOf: ReadonlyMap<string, readonly string[]>;
}

/** Mean levels by `meanKey`, then by year; undefined where too few areas have one. */
export type RegionalMeans = Map<string, Map<number, number | undefined>>;

export function meanKey(region: string, indicator: string): string {
  return `${region} ${indicator}`;
}

/** None under the missing rule `renormalise`. */
export function fillingRegions({ method, areas }: Catalogue): FillingRegions {
  const regionOf = new Map<string, string>();
  const membersOf = new Map<string, string[]>();
  for (const { code, scored, unGroup } of method.missing.rule === 'renormalise' ? [] : areas) {
    if (!scored || unGroup === undefined) continue;
    regionOf.set(code, unGroup);
    membersOf.set(unGroup, [...(membersOf.get(unGroup) ?? []), code]);
  }
  return { regionOf, membersOf };
}

/**
 * What stands in for an indicator that has no level in an area: the mean level of the scored areas of its UN
 * regional group as of the same year. Source: scoring method 1.0, section 10.4.
 * @param minValues a mean stands on at least so many levels
 * @param scoreOf may ask for any area; asked once for each region, indicator and year
 * @param means those known already; new ones are added
 */
export function fillWithRegionalMeans(
  { regionOf, membersOf }: FillingRegions,
  minValues: number,
  scoreOf: (area: string, indicator: string, asOfYear: number) => IndicatorScore,
  means: RegionalMeans,
): FillOf {
  return (area, indicator, asOfYear) => {
    const region = regionOf.get(area);
    if (region === undefined) return undefined;
    const key = meanKey(region, indicator);
    const ofYears = means.get(key) ?? new Map<number, number | undefined>();
    means.set(key, ofYears);
    if (!ofYears.has(asOfYear)) {
      const levels = (membersOf.get(region) ?? []).map((code) => scoreOf(code, indicator, asOfYear).level);
      ofYears.set(asOfYear, meanOfRegion(levels, minValues));
    }
    return ofYears.get(asOfYear);
  };
}
