import type { Catalogue, Indicator, Method } from '../../catalogue/catalogue.js';
import { planKey, planNodes, type NodePlan, type NodePlans } from './node-plan.js';
import { indexNotApplicable } from './not-applicable.js';
import { indexPopulation, type PopulationOf } from './population-index.js';
import { fillingRegions, type FillingRegions } from './regional-fill.js';
import { readComparableEditions, type EditionsComparable } from './series-priority.js';

/** All that scoring takes from the catalogue alone: the same at every data revision. */
export interface BoardRules {
  readonly catalogue: Catalogue;
  readonly method: Method;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly plans: NodePlans;
  /** By indicator: keys of the plans of all nodes whose score may stand on it. */
  readonly nodesAbove: ReadonlyMap<string, readonly string[]>;
  readonly regions: FillingRegions;
  readonly editionsComparable: EditionsComparable;
  readonly populationOf: PopulationOf;
  /** No value is current for longer, whatever its indicator says. */
  readonly maxFreshnessYears: number;
  /** Why an indicator has no meaning in an area; undefined where it has one. */
  readonly notApplicable: (area: string, indicator: string) => string | undefined;
}

export function readRules(catalogue: Catalogue): BoardRules {
  const plans = planNodes(catalogue);
  return {
    catalogue,
    method: catalogue.method,
    indicators: new Map(catalogue.indicators.map((indicator) => [indicator.code, indicator])),
    plans,
    nodesAbove: nodesAbove(plans),
    regions: fillingRegions(catalogue),
    editionsComparable: readComparableEditions(catalogue),
    populationOf: indexPopulation(catalogue),
    maxFreshnessYears: catalogue.method.maxFreshnessYears,
    notApplicable: indexNotApplicable(catalogue),
  };
}

function nodesAbove(plans: NodePlans): ReadonlyMap<string, readonly string[]> {
  const above = new Map<string, string[]>();
  for (const [key, plan] of plans) {
    for (const indicator of new Set(indicatorsBelow(plan, plans))) {
      above.set(indicator, [...(above.get(indicator) ?? []), key]);
    }
  }
  return above;
}

function indicatorsBelow(plan: NodePlan, plans: NodePlans): readonly string[] {
  if (plan.shape === 'view') return plan.links.map(({ code }) => code);
  const { childKind, children } = plan;
  if (childKind === 'indicator') return children.map(({ code }) => code);
  return children.flatMap(({ code }) => {
    const child = plans.get(planKey(childKind, code));
    return child === undefined ? [] : indicatorsBelow(child, plans);
  });
}
