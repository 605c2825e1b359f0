import type { Catalogue, Indicator } from '../catalogue/catalogue.js';

/**
 * When figures that arrive are worth a second look. Distances are shares of the way between the goalposts of the
 * indicator, on its own scale (linear, log or log1p; a band: the distance at which its level is 0), counts per
 * inhabitants where the indicator is so.
 */
export const ARRIVAL_RULES = {
  /** A figure this far from the one in use for the same area, indicator and year. */
  differs: 0.1,
  /** A change for each year between neighbouring years of a series ... */
  suddenChange: 0.25,
  /** ... which also is so many times the largest that the stored figures of the area show. */
  timesUsualChange: 2,
} as const;

/** How far apart two values of an indicator are, as the database computes it. */
export interface IndicatorMeasure {
  readonly code: string;
  readonly scale: 'linear' | 'log' | 'log1p';
  /** The least value that the logarithm is taken of. */
  readonly floor: number;
  /** From goalpost to goalpost on the scale. */
  readonly span: number;
  readonly per: number | null;
  readonly least: number | null;
  readonly most: number | null;
}

export function indicatorMeasures({ indicators }: Catalogue): readonly IndicatorMeasure[] {
  return indicators.map((indicator) => ({
    code: indicator.code,
    ...measureOf(indicator),
    per: indicator.per ?? null,
    least: indicator.hardMin ?? null,
    most: indicator.hardMax ?? null,
  }));
}

function measureOf({ goalposts }: Indicator): Pick<IndicatorMeasure, 'scale' | 'floor' | 'span'> {
  if (goalposts.kind === 'band') return { scale: 'linear', floor: 0, span: goalposts.zeroDistance };
  const { worst, best, scale } = goalposts;
  const on = { linear: (value: number) => value, log: Math.log, log1p: Math.log1p }[scale];
  const floor = scale === 'log' ? Math.min(worst, best) : 0;
  return { scale, floor, span: Math.abs(on(best) - on(worst)) };
}

/** Inhabitants of each area by the latest figure. */
export function latestPopulation({
  population,
}: Catalogue): readonly { area: string; inhabitants: number }[] {
  const latest = new Map<string, { year: number; inhabitants: number }>();
  for (const { area, year, inhabitants } of population) {
    if (year >= (latest.get(area)?.year ?? year)) latest.set(area, { year, inhabitants });
  }
  return Array.from(latest, ([area, { inhabitants }]) => ({ area, inhabitants }));
}

/** The order in which the published series of an indicator are asked, the newest edition of each first. */
export function seriesOrder({ series }: Catalogue): readonly SeriesPlace[] {
  const first = new Map<string, number>();
  return series.map(({ indicator, series: source, edition }, place) => {
    const key = JSON.stringify([indicator, source]);
    const sourcePlace = first.get(key) ?? place;
    first.set(key, sourcePlace);
    return { indicator, source, edition, sourcePlace, editionPlace: place };
  });
}

export interface SeriesPlace {
  readonly indicator: string;
  readonly source: string;
  readonly edition: string;
  readonly sourcePlace: number;
  readonly editionPlace: number;
}
