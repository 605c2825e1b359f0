import type { LookUp } from '../catalogue/look-up.js';
import type { NodeKind } from '../scoring/score.js';

export interface FoundNode {
  readonly kind: NodeKind | 'indicator';
  readonly code: string;
}

/**
 * The node or indicator a code stands for. Codes are looked for in this order: framework, principles, goals,
 * indicators, issues, action lines, targets of the Sustainable Development Goals, commitments, objectives.
 */
export function findNode(code: string, lookUp: LookUp): FoundNode | undefined {
  if (code === lookUp.catalogue.framework.code) return { kind: 'framework', code };
  if (lookUp.principle(code) !== undefined) return { kind: 'principle', code };
  if (lookUp.goal(code) !== undefined) return { kind: 'goal', code };
  if (lookUp.indicator(code) !== undefined) return { kind: 'indicator', code };
  if (lookUp.issue(code) !== undefined) return { kind: 'issue', code };
  if (lookUp.actionLine(code) !== undefined) return { kind: 'action_line', code };
  if (lookUp.sdgTarget(code) !== undefined) return { kind: 'sdg_target', code };
  if (lookUp.commitment(code) !== undefined) return { kind: 'commitment', code };
  if (lookUp.objective(code) !== undefined) return { kind: 'objective', code };
  return undefined;
}
