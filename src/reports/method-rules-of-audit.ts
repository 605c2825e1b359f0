import { effectiveImportance } from '../scoring/engine/effective-importance.js';
import { jansenShares } from '../scoring/engine/importance.js';
import { roundOutward } from '../scoring/engine/round-outward.js';
import { isOutlying, shapeOf } from '../scoring/engine/shape.js';
import { winsorise } from '../scoring/engine/winsorise.js';
import type { MethodRule } from './method-rule.js';

/** Rules of the audit: whether goalposts, weights and choices do what they are meant to do. */
export const auditRules = {
  'round outward': (given) => ({
    value: roundOutward(given.number('value'), given.text<'up' | 'down'>('towards')),
  }),

  shape: (given) => {
    const shape = shapeOf(given.numbers('values'));
    return { skewness: shape.skewness, kurtosis: shape.kurtosis, outlying: isOutlying(shape) };
  },

  winsorise: (given) => {
    const { values, treated } = winsorise(given.numbers('values'));
    return { values, treated };
  },

  'effective importance': (given) => {
    const children = given.each('children').map((each) => ({
      code: each.text('code'),
      nominal: each.number('nominal'),
      scores: each.numbers('scores'),
    }));
    const importances = effectiveImportance(given.numbers('scores'), children);
    return { effective: Object.fromEntries(importances.map(({ code, effective }) => [code, effective])) };
  },

  'shares of variance': (given) => {
    const results = (name: string): Float64Array => Float64Array.from(given.numbers(name));
    const shares = jansenShares(results('a'), results('b'), results('mixed'));
    return { 'first order': shares?.firstOrder, total: shares?.total };
  },
} satisfies Record<string, MethodRule>;
