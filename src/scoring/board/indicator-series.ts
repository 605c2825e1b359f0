import type { Indicator } from '../../catalogue/catalogue.js';
import type { Observation, SeriesEdition } from '../../observations/observation.js';
import { combineAssessments } from '../engine/assessment-median.js';
import { averageOverYears } from '../engine/averaged-value.js';
import type { Candidate, Comparable } from '../engine/candidate.js';
import { perPopulation } from '../engine/per-population.js';
import type { PopulationOf } from './population-index.js';
import type { AssessmentOfCommunity } from '../combined-assessment.js';
import type { EditionsComparable, SeriesRank } from './series-priority.js';

/** A value of an indicator in an area, ready for the goalposts, and the observations it comes from. */
export interface SeriesValue extends Candidate {
  readonly observation: Observation;
  /** Where `observation` comes from. */
  readonly seriesEdition: SeriesEdition;
  /** All observations it stands on: several only where assessments were combined. */
  readonly members: readonly Observation[];
  /** Where communities assess on the ladder: `members` with who they are of. */
  readonly assessments?: readonly AssessmentOfCommunity[];
  /** Ids of the series editions of `members`, ascending. */
  readonly editions: readonly number[];
  readonly populationFixed: boolean;
  readonly fromCommunity: boolean;
}

export interface SeriesContext {
  readonly seriesEditions: ReadonlyMap<number, SeriesEdition>;
  readonly ranks: ReadonlyMap<number, SeriesRank>;
  readonly editionsComparable: EditionsComparable;
  readonly populationOf: PopulationOf;
  /** No value is current for longer, whatever its indicator says. */
  readonly maxFreshnessYears: number;
}

export interface IndicatorSeries {
  readonly values: readonly SeriesValue[];
  readonly comparable: Comparable<SeriesValue>;
  /** Years of counts that there is no population to divide by. */
  readonly yearsWithoutPopulation: readonly number[];
}

/**
 * All values one indicator has in one area, whatever the year: counts divided by population, several communities'
 * assessments combined, years averaged, as the indicator asks. `observations` are of this indicator and area.
 */
export function readSeries(
  indicator: Indicator,
  observations: readonly Observation[],
  context: SeriesContext,
): IndicatorSeries {
  const comparable = comparableValues(context.editionsComparable);
  const single = observations.map((observation) => readValue(observation, context));
  const combined = indicator.goalposts.kind === 'rubric' ? combine(single, indicator, context) : single;
  const yearsWithoutPopulation: number[] = [];
  const divided = combined.flatMap((value) => {
    const rate = divide(value, indicator.per, context.populationOf);
    if (rate === undefined) yearsWithoutPopulation.push(value.year);
    return rate ?? [];
  });
  return {
    values: averageOverYears(divided, indicator.averageYears, comparable),
    comparable,
    yearsWithoutPopulation,
  };
}

function readValue(observation: Observation, { ranks, seriesEditions }: SeriesContext): SeriesValue {
  const rank = ranks.get(observation.seriesEditionId);
  const edition = seriesEditions.get(observation.seriesEditionId);
  if (rank === undefined || edition === undefined) {
    throw new RangeError(`The snapshot lacks series edition ${String(observation.seriesEditionId)}`);
  }
  return {
    year: observation.year,
    value: observation.value,
    doubtful: observation.status === 'doubtful',
    ...rank,
    order: observation.revisionFrom + observation.seriesEditionId / 2 ** 32,
    observation,
    seriesEdition: edition,
    members: [observation],
    editions: [observation.seriesEditionId],
    populationFixed: false,
    fromCommunity: !edition.published,
  };
}

/** Combined assessments compete with nothing: only their years tell them apart. */
const ONE_SERIES: SeriesRank = { source: 0, edition: 0 };

/** Parties' assessments become one series, whoever gave the newest; doubtful ones stay out and are shown beside it. */
function combine(
  values: readonly SeriesValue[],
  indicator: Indicator,
  { maxFreshnessYears }: SeriesContext,
): readonly SeriesValue[] {
  const freshnessYears = Math.min(indicator.freshnessYears, maxFreshnessYears);
  const assessments = values
    .filter(({ doubtful }) => !doubtful)
    .map((value) => ({
      party: value.seriesEdition.community,
      year: value.year,
      value: value.value,
      order: value.order,
      source: value,
    }));
  return combineAssessments(assessments, freshnessYears).flatMap(({ year, value, members }) => {
    const newest = members.reduce((best, member) =>
      member.year > best.year || (member.year === best.year && member.order > best.order) ? member : best,
    );
    const observations = members.map(({ source }) => source.observation);
    const editions = [...new Set(observations.map(({ seriesEditionId }) => seriesEditionId))];
    return [
      {
        ...newest.source,
        ...ONE_SERIES,
        year,
        value,
        members: observations,
        assessments: members.map(({ party, source }) => ({
          community: party,
          observation: source.observation,
        })),
        editions: editions.sort((a, b) => a - b),
      },
    ];
  });
}

function divide(
  value: SeriesValue,
  per: number | undefined,
  populationOf: PopulationOf,
): SeriesValue | undefined {
  if (per === undefined) return value;
  const population = populationOf(value.observation.area, value.year);
  if (population === undefined) return undefined;
  const rate = perPopulation(value.value, per, population.inhabitants);
  return { ...value, value: rate, populationFixed: population.fixed };
}

/** Combined assessments may be compared when the same editions were combined. */
function comparableValues(editionsComparable: EditionsComparable): Comparable<SeriesValue> {
  return (a, b) => {
    if (a.editions.length === 0 || a.editions.length !== b.editions.length) return false;
    if (a.editions.every((id, i) => id === b.editions[i])) return true;
    return a.editions.length === 1 && editionsComparable(a.seriesEdition, b.seriesEdition);
  };
}
