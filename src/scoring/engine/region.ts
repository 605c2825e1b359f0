import { median } from './median.js';
import { TOLERANCE, type Direction, type Status } from './terms.js';

/** A member of a region or community, with what is known of it. */
export interface Member {
  /** Points; absent: no score. */
  readonly score?: number | undefined;
  /** Inhabitants in the edition's fixed year; absent or 0: unknown. */
  readonly population?: number | undefined;
}

/** Shares of the members, 0 to 1, that a score of the aggregate stands on. */
export interface AggregateCoverage {
  /** Of the known population of all members, that of members with a score. */
  readonly population: number;
  /** Of the number of members, those with a score. */
  readonly countries: number;
}

export interface AggregateRule {
  readonly minPopulationCoverage: number;
  readonly minCountryCoverage: number;
}

/** Points. Two questions, two numbers, never mixed. */
export interface AggregateScores {
  /** How is the average person doing? sum(pop s) / sum(pop). */
  readonly people: number;
  /** How is the average member doing? sum(s) / n. */
  readonly countries: number;
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
}

export interface Aggregate {
  readonly coverage: AggregateCoverage;
  /** Absent where too little is covered. */
  readonly scores?: AggregateScores;
}

/** At least two thirds of the people and half of the members. */
export const AGGREGATE_RULE: AggregateRule = { minPopulationCoverage: 2 / 3, minCountryCoverage: 1 / 2 };

/**
 * A score of a region or community from its members' scores on the same indicator or node.
 * A member without a known population counts among the members and in their mean, not among the people. Without any
 * known population nothing is covered. A composite of an aggregate is built from aggregated indicators: aggregate
 * the indicators' levels first, then combine them as a node does. Communities overlap and are never summed.
 * Scores and populations that are not finite count as unknown. Does not depend on the order of the members.
 * Source: scoring method 1.0, section 8.
 */
export function aggregateMembers(
  members: readonly Member[],
  rule: AggregateRule = AGGREGATE_RULE,
): Aggregate {
  const peopleOf = ({ population }: Member): number => Math.max(0, finite(population) ?? 0);
  const largest = Math.max(Number.MIN_VALUE, ...members.map(peopleOf));
  const known = members
    .map((member) => ({ score: finite(member.score), people: peopleOf(member) / largest }))
    .sort((a, b) => a.people - b.people || (a.score ?? 0) - (b.score ?? 0));
  const scored = known.flatMap(({ score, people }) => (score === undefined ? [] : [{ score, people }]));
  const everybody = sumOf(known, ({ people }) => people);
  const covered = sumOf(scored, ({ people }) => people);
  const coverage = {
    population: everybody > 0 ? covered / everybody : 0,
    countries: known.length > 0 ? scored.length / known.length : 0,
  };
  const middle = median(scored.map(({ score }) => score));
  if (
    middle === undefined ||
    covered === 0 ||
    coverage.population < rule.minPopulationCoverage - TOLERANCE ||
    coverage.countries < rule.minCountryCoverage - TOLERANCE
  ) {
    return { coverage };
  }
  const lowest = Math.min(...scored.map(({ score }) => score));
  const highest = Math.max(...scored.map(({ score }) => score));
  const withinMembers = (mean: number): number => Math.min(highest, Math.max(lowest, mean));
  return {
    coverage,
    scores: {
      people: withinMembers(sumOf(scored, ({ score, people }) => score * people) / covered),
      countries: withinMembers(sumOf(scored, ({ score }) => score) / scored.length),
      median: middle,
      lowest,
      highest,
    },
  };
}

/** A member at the beginning and at the end of a span of time. */
export interface PanelMember {
  readonly before?: number | undefined;
  readonly after?: number | undefined;
  readonly population?: number | undefined;
}

export interface AggregateChange {
  /** Of the matched panel: members with both scores. */
  readonly coverage: AggregateCoverage;
  /** Absent where the panel covers too little. `change` is after minus before. */
  readonly before?: AggregateScores;
  readonly after?: AggregateScores;
  readonly change?: { readonly people: number; readonly countries: number; readonly median: number };
}

/**
 * How an aggregate moved, on the matched panel only: members that have a score at both ends, with the same
 * population, so that nothing moves because somebody joined or left. The coverage asked for is the panel's.
 * Source: scoring method 1.0, section 8.
 */
export function aggregateChange(
  members: readonly PanelMember[],
  rule: AggregateRule = AGGREGATE_RULE,
): AggregateChange {
  const at = (end: 'before' | 'after'): Aggregate =>
    aggregateMembers(
      members.map(({ population, ...member }) => {
        const matched = finite(member.before) !== undefined && finite(member.after) !== undefined;
        return { score: matched ? member[end] : undefined, population };
      }),
      rule,
    );
  const { coverage, scores: before } = at('before');
  const { scores: after } = at('after');
  if (before === undefined || after === undefined) return { coverage };
  const change = {
    people: after.people - before.people,
    countries: after.countries - before.countries,
    median: after.median - before.median,
  };
  return { coverage, before, after, change };
}

/**
 * How many members have each status, or go in each direction; what nobody has is left out.
 * Source: scoring method 1.0, section 8.
 */
export function countStatuses<Each extends Status | Direction>(
  statuses: readonly Each[],
): ReadonlyMap<Each, number> {
  const counts = new Map<Each, number>();
  for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1);
  return counts;
}

function finite(value: number | undefined): number | undefined {
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}

function sumOf<T>(values: readonly T[], term: (value: T) => number): number {
  return values.reduce((sum, value) => sum + term(value), 0);
}
