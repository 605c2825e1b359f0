import type { Catalogue } from '../../catalogue/catalogue.js';
import { viewsOf } from '../../catalogue/views.js';
import type { NodeKind } from '../../scoring/score.js';

/** Whatever has a score. */
export interface ScoredThing {
  readonly kind: NodeKind | 'indicator';
  readonly code: string;
  readonly name: string;
  /** Where it stands in the tree; a commitment below its objective. */
  readonly parent?: string | undefined;
}

/** The framework from the top, then the views over its indicators, then the indicators; each in the catalogue's order. */
export function scoredThings(catalogue: Catalogue): readonly ScoredThing[] {
  const { framework } = catalogue;
  return [
    { kind: 'framework', code: framework.code, name: framework.name },
    ...catalogue.principles.map(({ code, name }) => ({
      kind: 'principle' as const,
      code,
      name,
      parent: framework.code,
    })),
    ...catalogue.goals.map(({ code, name, principle }) => ({
      kind: 'goal' as const,
      code,
      name,
      parent: principle,
    })),
    ...catalogue.objectives.map(({ code, name }) => ({ kind: 'objective' as const, code, name })),
    ...catalogue.commitments.map(({ id, title, objective }) => ({
      kind: 'commitment' as const,
      code: id,
      name: title,
      parent: objective,
    })),
    ...viewsOf(catalogue),
    ...catalogue.indicators.map(({ code, name, goal }) => ({
      kind: 'indicator' as const,
      code,
      name,
      parent: goal,
    })),
  ];
}
