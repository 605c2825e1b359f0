import type { Catalogue, Method } from '../../catalogue/catalogue.js';
import { withoutUndefined } from '../../platform/without-undefined.js';
import { aggregateMembers, type AggregateRule, type AggregateScores } from '../engine/region.js';
import { evaluateNodes, type EvaluateNode } from '../board/evaluate-nodes.js';
import { countEach, coverageOf, spreadOf } from './group-cells.js';
import {
  aggregateIndicators,
  describeGroupIndicator,
  whyNoPanel,
  type GroupContext,
  type IndicatorAggregate,
} from './group-indicators.js';
import type { GroupChange, GroupScore, GroupScores } from './group-score.js';
import { baseYearOf } from '../board/indicator-progress.js';
import { matchLevels } from './matched-levels.js';
import { planKey, planNodes, type NodePlan, type NodePlans } from '../board/node-plan.js';
import { whyNoScore } from '../board/node-score.js';
import { indexNotApplicable } from '../board/not-applicable.js';
import { indexPopulation } from '../board/population-index.js';
import type { NodeKind, ScoreBoard } from '../score.js';

/** A single area is no group. */
const LEAST_MEMBERS = 2;
const NEVER: AggregateRule = { minPopulationCoverage: Infinity, minCountryCoverage: Infinity };

/**
 * Scores regions and communities as of the as-of year, from the same board as their members' scores.
 *
 * Indicators: the members' levels, once weighted by people and once with each member alike. Nodes: the indicators'
 * levels of the group, combined with the weights, powers and thresholds of a country; an indicator without a level of
 * the group is missing, and gaps are never filled. Median, range and counts of a node are over the members' own scores.
 *
 * People are those of `aggregates.populationYear`: that year's figure, else the nearest earlier, else the latest known.
 * Areas that are not scored do not take part, and an indicator does not concern members in which it has no meaning.
 *
 * Change is from the base year's rule to the as-of year: indicators on their matched panel (`matchLevels`), nodes over
 * the indicators with a panel, combined alike at both ends. Nothing moves because a member or an indicator came or went.
 * Source: scoring method 1.0, section 8.
 * @returns the scores of a group, given the codes of the areas that belong to it; their order does not matter
 */
export function scoreGroups(
  catalogue: Catalogue,
  board: ScoreBoard,
): (areas: readonly string[]) => GroupScores {
  const { method } = catalogue;
  const plans = planNodes(catalogue);
  const populationOf = indexPopulation(catalogue);
  const sinceYear = baseYearOf(method, board.asOfYear);
  const scored = new Set(board.areas);
  const context: GroupContext = {
    board,
    indicators: new Set(catalogue.indicators.map(({ code }) => code)),
    sinceYear,
    matchedOf: matchLevels(board, catalogue.indicators, sinceYear),
    peopleOf: (area) => populationOf(area, method.aggregates.populationYear)?.inhabitants,
    notApplicable: indexNotApplicable(catalogue),
  };
  return (areas) => {
    const members = [...new Set(areas)].filter((area) => scored.has(area)).sort();
    return scoreGroup(members, plans, ruleOf(method), context);
  };
}

function ruleOf({ aggregates }: Method): AggregateRule {
  return {
    minPopulationCoverage: aggregates.populationCoverage,
    minCountryCoverage: aggregates.memberCoverage,
  };
}

function scoreGroup(
  members: readonly string[],
  plans: NodePlans,
  method: AggregateRule,
  context: GroupContext,
): GroupScores {
  const { board, sinceYear, peopleOf } = context;
  const never = members.length < LEAST_MEMBERS ? ('TOO_FEW_MEMBERS' as const) : undefined;
  const rule = never === undefined ? method : NEVER;
  const aggregate = aggregateIndicators(members, rule, context);
  const { now, before, after } = evaluateEnds(plans, board, aggregate);

  function node(kind: NodeKind, code: string): GroupScore {
    const plan = plans.get(planKey(kind, code));
    if (plan === undefined) throw new RangeError(`There is no ${kind} "${code}"`);
    const own = members.map((area) => board.nodeScore(area, kind, code));
    const ofMembers = aggregateMembers(
      own.map(({ area, score }) => ({ score, population: peopleOf(area) })),
      rule,
    );
    const people = now.people(kind, code);
    return withoutUndefined({
      kind,
      code,
      members: members.length,
      withScore: own.filter(({ score }) => score !== undefined).length,
      people: people.score,
      countries: now.countries(kind, code).score,
      missing: people.score === undefined ? (never ?? whyNoScore(plan, people)) : undefined,
      coverage: people.coverage,
      ...coverageOf(ofMembers),
      ...spreadOf(ofMembers),
      statuses: {},
      directions: countEach(own.map(({ pace }) => pace.direction)),
      change: changeOf(plan),
    });
  }

  function changeOf({ kind, code, withheld }: NodePlan): GroupChange {
    const change = (question: 'people' | 'countries'): number | undefined => {
      const [then, today] = [before, after].map((end) => end[question](kind, code).score);
      return then === undefined || today === undefined ? undefined : today - then;
    };
    const { coverage, score } = after.people(kind, code);
    const why = score === undefined ? (never ?? withheld ?? whyNoPanel(coverage)) : undefined;
    return withoutUndefined({
      sinceYear,
      people: change('people'),
      countries: change('countries'),
      missing: why,
      coverage,
    });
  }

  return {
    members,
    indicator: (code) => describeGroupIndicator(code, aggregate(code), sinceYear, never),
    node,
  };
}

interface OfBothQuestions {
  readonly people: EvaluateNode;
  readonly countries: EvaluateNode;
}

/** Nodes over the group's levels as of now, and over the matched panel's at either end. */
function evaluateEnds(
  plans: NodePlans,
  { liveIndicators }: ScoreBoard,
  aggregate: (code: string) => IndicatorAggregate,
): Readonly<Record<'now' | 'before' | 'after', OfBothQuestions>> {
  const evaluate = (levelOf: (code: string) => number | undefined): EvaluateNode =>
    evaluateNodes(plans, liveIndicators, {
      levelOf,
      fillOf: () => undefined,
      isApplicable: (code) => aggregate(code).scores.length > 0,
    });
  const at = (scoresOf: (of: IndicatorAggregate) => AggregateScores | undefined): OfBothQuestions => ({
    people: evaluate((code) => scoresOf(aggregate(code))?.people),
    countries: evaluate((code) => scoresOf(aggregate(code))?.countries),
  });
  return {
    now: at(({ now }) => now.scores),
    before: at(({ panel }) => panel.before),
    after: at(({ panel }) => panel.after),
  };
}
