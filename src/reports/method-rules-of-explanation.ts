import { explainMean } from '../scoring/engine/explained-mean.js';
import { mostToGain } from '../scoring/engine/room-to-gain.js';
import { CHANGE_CAUSES, splitChange, type ChangeCause } from '../scoring/engine/shapley.js';
import { byCode, partsOf } from './method-rules-of-nodes.js';
import type { MethodRule } from './method-rule.js';

/** Rules of why a score is what it is: its parts, what would raise it, and why it changed. */
export const explanationRules = {
  explanation: (given) => {
    const { score, sumsTo, parts } = explainMean(partsOf(given), given.number('power', 1));
    return {
      score,
      'sums to': sumsTo,
      shares: byCode(parts, ({ share }) => share),
      contributions: byCode(parts, ({ amount }) => amount),
      'points lost': byCode(parts, ({ pointsLost }) => pointsLost),
    };
  },

  'most to gain': (given) => {
    const indicators = given.each('indicators').map((each) => ({
      code: each.text('code'),
      weight: each.number('weight'),
      level: each.number('level'),
      median: each.number('middle of the region'),
    }));
    return {
      gains: mostToGain(indicators, given.number('most', 3)).map(({ code, points }) => ({ [code]: points })),
    };
  },

  change: (given) => {
    const switches = CHANGE_CAUSES.filter((cause) => given.texts('causes').includes(cause));
    const scores = new Map(
      given.each('scores').map((each) => [keyOf(each.texts('with')), each.optional('score')]),
    );
    const split = splitChange<ChangeCause>(switches, (on) => scores.get(keyOf([...on])));
    return {
      before: split?.before,
      after: split?.after,
      effects: split && Object.fromEntries(split.effects),
    };
  },
} satisfies Record<string, MethodRule>;

function keyOf(causes: readonly string[]): string {
  return [...causes].sort().join(' ');
}
