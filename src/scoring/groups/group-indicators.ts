import { withoutUndefined } from '../../platform/without-undefined.js';
import {
  aggregateChange,
  aggregateMembers,
  type Aggregate,
  type AggregateChange,
  type AggregateRule,
} from '../engine/region.js';
import { countEach, coverageOf, spreadOf } from './group-cells.js';
import type { GroupMissing, GroupScore } from './group-score.js';
import type { MatchedLevelsOf } from './matched-levels.js';
import type { IndicatorScore, Missing, ScoreBoard } from '../score.js';

/** What is known of all areas, whatever the group. */
export interface GroupContext {
  readonly board: ScoreBoard;
  readonly indicators: ReadonlySet<string>;
  readonly sinceYear: number;
  readonly matchedOf: MatchedLevelsOf;
  /** Inhabitants in the fixed year; undefined where nobody is known to live. */
  readonly peopleOf: (area: string) => number | undefined;
  /** Why an indicator has no meaning in an area; undefined where it has one. */
  readonly notApplicable: (area: string, indicator: string) => string | undefined;
}

/** An indicator over the members it concerns: as of now, and on its matched panel. */
export interface IndicatorAggregate {
  readonly scores: readonly IndicatorScore[];
  readonly now: Aggregate;
  readonly panel: AggregateChange;
}

/** Levels of a group on each indicator, from those of its members; each indicator once, when first asked for. */
export function aggregateIndicators(
  members: readonly string[],
  rule: AggregateRule,
  { board, indicators, matchedOf, peopleOf, notApplicable }: GroupContext,
): (code: string) => IndicatorAggregate {
  const aggregates = new Map<string, IndicatorAggregate>();
  return (code) => {
    const kept = aggregates.get(code);
    if (kept !== undefined) return kept;
    if (!indicators.has(code)) throw new RangeError(`There is no indicator "${code}"`);
    const concerned = members.filter((area) => notApplicable(area, code) === undefined);
    const scores = concerned.map((area) => board.indicatorScore(area, code));
    const levels = scores.map(({ area, level }) => ({ score: level, population: peopleOf(area) }));
    const matched = concerned.map((area) => ({ ...matchedOf(area).get(code), population: peopleOf(area) }));
    const made = { scores, now: aggregateMembers(levels, rule), panel: aggregateChange(matched, rule) };
    aggregates.set(code, made);
    return made;
  };
}

/** @param never why the group has no scores whatever its members' are */
export function describeGroupIndicator(
  code: string,
  { scores, now, panel }: IndicatorAggregate,
  sinceYear: number,
  never: GroupMissing | undefined,
): GroupScore {
  const withLevel = scores.filter(({ level }) => level !== undefined);
  const { change } = panel;
  return withoutUndefined({
    kind: 'indicator' as const,
    code,
    members: scores.length,
    withScore: withLevel.length,
    people: now.scores?.people,
    countries: now.scores?.countries,
    missing: now.scores === undefined ? (never ?? whyNoLevel(scores, withLevel.length)) : undefined,
    ...coverageOf(now),
    ...spreadOf(now),
    statuses: countEach(scores.map(({ status }) => status)),
    directions: countEach(scores.map(({ direction }) => direction)),
    change: withoutUndefined({
      sinceYear,
      people: change?.people,
      countries: change?.countries,
      missing: change === undefined ? (never ?? whyNoPanel(panel.coverage.countries)) : undefined,
      ...coverageOf(panel),
    }),
  });
}

/** NO_BASELINE: nothing comparable at all; COVERAGE: too little. @param covered share (0-1) that is comparable */
export function whyNoPanel(covered: number): 'NO_BASELINE' | 'COVERAGE' {
  return covered === 0 ? 'NO_BASELINE' : 'COVERAGE';
}

function whyNoLevel(scores: readonly IndicatorScore[], withLevel: number): Missing {
  if (scores.length === 0) return 'NOT_APPLICABLE';
  if (withLevel > 0) return 'COVERAGE';
  return (
    scores.find(({ missing }) => missing === 'NOT_SCORED' || missing === 'LICENCE')?.missing ?? 'NO_DATA'
  );
}
