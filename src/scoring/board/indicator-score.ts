import type { Catalogue, Indicator } from '../../catalogue/catalogue.js';
import type { Observation } from '../../observations/observation.js';
import { withoutUndefined } from '../../platform/without-undefined.js';
import { chooseCurrent } from '../engine/current-value.js';
import { scoreLevel } from '../engine/level.js';
import type { IndicatorScore, Missing } from '../score.js';
import { assessmentOf } from './assessment.js';
import { assessProgress, hasAgreedTarget } from './indicator-progress.js';
import type { IndicatorSeries, SeriesValue } from './indicator-series.js';
import { oldestFirst } from './observation-index.js';

/**
 * Level, pace and status of one indicator in one area as of a year. `observations` are all live ones of the
 * indicator in the area, `series` the values read from them. Source: scoring method 1.0, sections 1 to 3.
 */
export function scoreIndicator(
  area: string,
  indicator: Indicator,
  asOfYear: number,
  observations: readonly Observation[],
  series: IndicatorSeries,
  { method, disputedFrom }: Pick<Catalogue, 'method' | 'disputedFrom'>,
): IndicatorScore {
  const freshnessYears = Math.min(indicator.freshnessYears, method.maxFreshnessYears);
  const current = chooseCurrent(series.values, asOfYear, freshnessYears);
  const scored = indicator.scored && indicator.derivedScoresAllowed;
  const agreed = hasAgreedTarget(indicator);
  const of = { area, indicator: indicator.code, asOfYear };
  const alternatives = notUsed(observations, current?.chosen, asOfYear, freshnessYears);

  const assessment = current && assessmentOf(current.chosen, disputedFrom);
  const shown = current && {
    ...withoutUndefined({ assessment }),
    observation: current.chosen.observation,
    value: current.chosen.value,
    year: current.chosen.year,
    ageYears: current.ageYears,
  };
  const without = (missing: Missing, flags: readonly string[] = []): IndicatorScore => ({
    ...of,
    ...shown,
    missing,
    ...(agreed && scored ? { status: 'not_assessable' as const, statusReason: missing } : {}),
    flags,
    alternatives,
  });
  const sourceFlags = [
    ...(current === undefined ? [] : flagsOf(current.chosen, indicator)),
    ...(assessment?.disputed === true ? ['DISPUTED'] : []),
  ];
  if (!scored) return without(indicator.derivedScoresAllowed ? 'NOT_SCORED' : 'LICENCE', sourceFlags);
  if (current === undefined) return without(whyNothing(observations, series, asOfYear));
  if (current.stale) return without('STALE', sourceFlags);

  const { chosen } = current;
  const level = scoreLevel(chosen.value, indicator.goalposts);
  if ('missing' in level) return without(level.missing, sourceFlags);
  const progress = assessProgress(chosen, indicator, asOfYear, freshnessYears, series, method);
  return {
    ...of,
    ...shown,
    level: level.level,
    raw: level.raw,
    ...progress,
    flags: [...level.flags, ...progress.flags, ...sourceFlags],
    alternatives,
  };
}

/** What is left of a score where the indicator has no meaning: its figure is shown and counts nowhere. */
export function notApplicableScore({
  area,
  indicator,
  asOfYear,
  alternatives,
  ...score
}: IndicatorScore): IndicatorScore {
  const { observation, value, year, ageYears, assessment } = score;
  const shown = { observation, value, year, ageYears, assessment };
  return {
    area,
    indicator,
    asOfYear,
    ...withoutUndefined(shown),
    missing: 'NOT_APPLICABLE',
    flags: [],
    alternatives,
  };
}

function flagsOf(value: SeriesValue, { goalposts }: Indicator): readonly string[] {
  return [
    ...(value.populationFixed ? ['POP_FIXED'] : []),
    ...(value.fromCommunity && goalposts.kind !== 'rubric' ? ['COMMUNITY_SOURCE'] : []),
    ...(value.members.length > 1 ? ['MEDIAN_OF_COMMUNITIES'] : []),
  ];
}

/** NO_DATA: nothing was reported up to that year. NO_VALUE: something was, but doubtful, or too little to average. */
function whyNothing(
  observations: readonly Observation[],
  { yearsWithoutPopulation }: IndicatorSeries,
  asOfYear: number,
): Missing {
  if (!observations.some(({ year }) => year <= asOfYear)) return 'NO_DATA';
  return yearsWithoutPopulation.some((year) => year <= asOfYear) ? 'NO_POPULATION' : 'NO_VALUE';
}

/** What stood beside the used value: of every edition the latest fresh value, and all fresh doubtful ones. */
function notUsed(
  observations: readonly Observation[],
  used: SeriesValue | undefined,
  asOfYear: number,
  freshnessYears: number,
): readonly Observation[] {
  const seen = new Set<number>();
  return observations
    .filter(({ year }) => year <= asOfYear && asOfYear - year <= freshnessYears)
    .sort((a, b) => oldestFirst(b, a))
    .filter((observation) => {
      if (observation.status === 'doubtful') return true;
      if (seen.has(observation.seriesEditionId)) return false;
      seen.add(observation.seriesEditionId);
      return observation !== used?.observation;
    });
}
