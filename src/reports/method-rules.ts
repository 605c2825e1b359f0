import type { MethodRule } from './method-rule.js';
import { auditRules } from './method-rules-of-audit.js';
import { certaintyRules } from './method-rules-of-certainty.js';
import { explanationRules } from './method-rules-of-explanation.js';
import { indicatorRules } from './method-rules-of-indicators.js';
import { nodeRules } from './method-rules-of-nodes.js';
import { progressRules } from './method-rules-of-progress.js';

/** All rules by the names that examples give them. */
export const methodRules: ReadonlyMap<string, MethodRule> = new Map(
  Object.entries({
    ...indicatorRules,
    ...progressRules,
    ...nodeRules,
    ...explanationRules,
    ...certaintyRules,
    ...auditRules,
  }),
);
