import { leafChild, scoreNode } from '../scoring/engine/node.js';
import { paceOfNode, type NodeSeries } from '../scoring/engine/node-pace.js';
import { countOnce } from '../scoring/engine/overlap.js';
import { powerMean, type WeightedScore } from '../scoring/engine/power-mean.js';
import {
  aggregateChange,
  aggregateMembers,
  countStatuses,
  type Aggregate,
} from '../scoring/engine/region.js';
import { meanOfRegion } from '../scoring/engine/regional-mean.js';
import type { Status } from '../scoring/engine/terms.js';
import type { Given } from './given.js';
import type { Answer, MethodRule } from './method-rule.js';

/** Rules of what is made of many: nodes of a framework and regions. */
export const nodeRules = {
  mean: (given) => {
    const parts = partsOf(given);
    const mean = (power: number): number => powerMean(parts, power);
    return {
      mean: mean(given.number('power', 1)),
      arithmetic: mean(1),
      geometric: mean(0),
      harmonic: mean(-1),
      imbalance: Math.max(0, mean(1) - mean(0)),
    };
  },

  node: (given) => {
    const children = given
      .each('children')
      .map((child) =>
        leafChild(
          child.text('code'),
          child.number('weight', 1),
          child.optional('score'),
          child.yes('filled'),
        ),
      );
    const outcome = scoreNode(children, {
      power: given.number('power', 1),
      minCoverage: given.number('least coverage'),
      minAvailable: given.number('least children', 1),
    });
    return {
      score: outcome.score,
      missing: outcome.missing,
      coverage: outcome.coverage,
      shares: byCode(outcome.contributions, ({ share }) => share),
      contributions: byCode(outcome.contributions, ({ points }) => points),
      unavailable: outcome.unavailable,
    };
  },

  'mean of a region': (given, method) => ({
    level: meanOfRegion(
      given.pairs('levels').map(([, level]) => level ?? undefined),
      given.number('least values', method.missing.minValues),
    ),
  }),

  'count once': (given) => {
    const links = given.each('indicators').map((each) => ({
      code: each.text('code'),
      weight: each.number('weight', 1),
      ...(each.has('says the same as') ? { overlapGroup: each.text('says the same as') } : {}),
      available: each.yes('available', 'yes'),
    }));
    const available = new Set(links.filter((link) => link.available).map(({ code }) => code));
    return { counted: countOnce(links, (code) => available.has(code)).map(({ code }) => code) };
  },

  'pace of a node': (given, method) => {
    const indicators = given.each('indicators');
    const children = indicators.map((each) => ({
      code: each.text('code'),
      weight: each.number('weight', 1),
    }));
    const tree = { code: 'node', weight: 1, power: given.number('power', 1), children };
    const feeding = new Map(indicators.map((each, i) => [children[i]?.code ?? '', nodeSeriesOf(each)]));
    const outcome = paceOfNode(tree, feeding, method.pace.directionBand, method.coverage.matchedShare);
    return {
      pace: outcome.observedPace,
      direction: outcome.direction,
      'base year': outcome.baseYear,
      'base points': outcome.baseScore,
      'current points': outcome.nowScore,
      'target points': outcome.targetScore,
      reason: outcome.reason,
      'without history': outcome.withoutHistory,
    };
  },

  region: (given) => {
    const members = given.each('members').map((each) => withoutNothing(each, 'score'));
    return aggregateInWords(aggregateMembers(members));
  },

  'change of a region': (given) => {
    const members = given.each('members').map((each) => withoutNothing(each, 'before', 'after'));
    const { coverage, change } = aggregateChange(members);
    return { people: change?.people, countries: change?.countries, 'share of members': coverage.countries };
  },

  'count of statuses': (given) =>
    Object.fromEntries(countStatuses(given.texts('statuses') as readonly Status[])),
} satisfies Record<string, MethodRule>;

export function partsOf(given: Given): readonly WeightedScore[] {
  return given.each('parts').map((each) => ({
    code: each.text('code'),
    weight: each.number('weight', 1),
    score: each.number('score'),
  }));
}

function nodeSeriesOf(each: Given): NodeSeries {
  const weight = each.number('weight', 1);
  if (!each.has('base year')) return { weight };
  const history = {
    baseYear: each.number('base year'),
    baseRaw: each.number('base'),
    nowYear: each.number('year'),
    nowRaw: each.number('now'),
    targetRaw: each.number('target', 100),
  };
  return { weight, history };
}

/** The numbers of a member of a region; those that are not known are left out. */
function withoutNothing<Name extends string>(
  each: Given,
  ...names: readonly Name[]
): Partial<Record<Name | 'population', number>> {
  each.has('member');
  return Object.fromEntries(
    [...names, 'population' as const].flatMap((name) => {
      const value = each.optional(name);
      return value === undefined ? [] : [[name, value]];
    }),
  ) as Partial<Record<Name | 'population', number>>;
}

function aggregateInWords({ coverage, scores }: Aggregate): Record<string, Answer> {
  return {
    people: scores?.people,
    countries: scores?.countries,
    median: scores?.median,
    lowest: scores?.lowest,
    highest: scores?.highest,
    'share of people': coverage.population,
    'share of members': coverage.countries,
  };
}

export function byCode<Part extends { readonly code: string }>(
  parts: readonly Part[],
  valueOf: (part: Part) => Answer,
): Answer {
  return Object.fromEntries(parts.map((part) => [part.code, valueOf(part)]));
}
