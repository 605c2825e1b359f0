import type { Method } from '../catalogue/catalogue.js';
import { drawsOf, entityOf } from '../scoring/engine/draws.js';
import { gradeScore } from '../scoring/engine/grade.js';
import { leaveOneOut } from '../scoring/engine/leave-one-out.js';
import { quantile } from '../scoring/engine/quantile.js';
import { competitionRanks } from '../scoring/engine/rank.js';
import { areTied, scoreRanges, shareAhead } from '../scoring/engine/score-range.js';
import { simulate } from '../scoring/engine/uncertainty.js';
import { FACTORS, type Factor, type SimulationSettings } from '../scoring/engine/variation.js';
import type { WeightedTree } from '../scoring/engine/weighted-tree.js';
import type { Given } from './given.js';
import type { MethodRule } from './method-rule.js';

/** Rules of how sure a score is: grades, ranks, and the whole calculation done again with other choices. */
export const certaintyRules = {
  grade: (given, method) => ({
    grade: gradeScore(
      given.number('coverage'),
      given.number('mean age'),
      method.grades,
      given.optional('width of the range'),
    ),
  }),

  ranks: (given) => ({ ranks: competitionRanks(given.numbers('scores')) }),

  quantile: (given) => ({ value: quantile(given.numbers('values'), given.number('share')) }),

  draw: (given, method) => {
    const factor = FACTORS[given.text<Factor>('factor')];
    const draws = drawsOf(given.number('seed', method.uncertainty.seed), factor);
    const [repetition, entity] = [given.number('repetition'), entityOf(given.text('entity'))];
    return { uniform: draws.uniform(repetition, entity), normal: draws.normal(repetition, entity) };
  },

  ranges: (given, method) => {
    const units = unitsOf(given).map(({ code, region, values }) => ({
      code,
      region,
      values: new Map([...values].map(([indicator, raw]) => [indicator, { raw, ageYears: 0 }])),
    }));
    const framework = { ...treeOf(given), code: 'overall' };
    const ranked = units.map(({ code }) => code);
    const [node] = simulate(
      { framework, units, published: [{ node: framework.code, units: ranked }] },
      settingsOf(given, method),
    );
    if (node === undefined) return {};
    const [first = '', second = ''] = ranked;
    const ahead = shareAhead(node, first, second);
    return {
      ranges: Object.fromEntries(
        scoreRanges(node, 1).map((range) => [
          range.unit,
          {
            low: range.scoreLow,
            middle: range.scoreMedian,
            high: range.scoreHigh,
            ranks: [range.rankLow, range.rankHigh],
          },
        ]),
      ),
      'share ahead': ahead,
      tied: ahead === undefined ? undefined : areTied(ahead),
    };
  },

  tie: (given) => ({ tied: areTied(given.number('share ahead')) }),

  'leave one out': (given) => {
    const units = unitsOf(given).map(({ code, values }) => ({ code, levels: values }));
    const [left] = leaveOneOut(treeOf(given), units, [given.text('without')]);
    return {
      scores: left && Object.fromEntries(left.units.map(({ unit, score }) => [unit, score])),
      ranks: left && Object.fromEntries(left.units.map(({ unit, rank }) => [unit, rank])),
      'mean rank shift': left?.meanRankShift,
    };
  },
} satisfies Record<string, MethodRule>;

/** Indicators beside each other below one node, with their weights. */
function treeOf(given: Given): Extract<WeightedTree, { readonly power: number }> {
  const children = given.pairs('weights').map(([code, weight]) => ({ code, weight: weight ?? 0 }));
  return { code: 'node', weight: 1, power: given.number('power', 1), children };
}

interface Unit {
  readonly code: string;
  readonly region: string;
  readonly values: ReadonlyMap<string, number>;
}

function unitsOf(given: Given): readonly Unit[] {
  return given.each('units').map((each) => ({
    code: each.text('code'),
    region: each.text('region', 'one'),
    values: new Map(each.pairs('levels').flatMap(([code, level]) => (level === null ? [] : [[code, level]]))),
  }));
}

function settingsOf(given: Given, { uncertainty }: Method): SimulationSettings {
  const { weightNoise, postNoise, ageSigma } = uncertainty;
  const settings = {
    seed: given.number('seed', uncertainty.seed),
    replicates: given.number('repetitions', uncertainty.replicates),
    weightNoise,
    postNoise,
    ageSigma,
  };
  return given.has('factors')
    ? { ...settings, factors: given.texts('factors') as readonly Factor[] }
    : settings;
}
