import type { Catalogue, Goal, Indicator, Method, Principle } from '../../catalogue/catalogue.js';
import { viewCodes, viewsOf, type ViewKind } from '../../catalogue/views.js';
import type { LinkedIndicator } from '../engine/overlap.js';
import type { NodeKind } from '../node-kind.js';

export interface WeightedChild {
  readonly code: string;
  /** Relative to its siblings. */
  readonly weight: number;
}

/** A node whose children are other nodes or, for a goal, its core indicators. */
export interface BranchPlan {
  readonly shape: 'branch';
  readonly kind: 'framework' | 'principle' | 'goal' | 'objective';
  readonly code: string;
  readonly childKind: NodeKind | 'indicator';
  readonly children: readonly WeightedChild[];
  readonly power: number;
  readonly minCoverage: number;
  readonly minAvailable: number;
  readonly withheld?: Withheld;
}

/** Why a node never has a score of its own, whatever the figures: it asks for more than can be available. */
export type Withheld = 'SWITCHED_OFF' | 'NOT_SCORED';

export interface ViewLink extends LinkedIndicator {
  readonly measures: boolean;
}

/** A view over indicators wherever they stand in the framework. */
export interface ViewPlan {
  readonly shape: 'view';
  readonly kind: 'commitment' | ViewKind;
  readonly code: string;
  /** Countable links, in order of preference: core first, then as in the catalogue. */
  readonly links: readonly ViewLink[];
  readonly power: number;
  readonly minCoverage: number;
  /** Least number of available indicators; a commitment asks for fewer when one of them measures it. */
  readonly minAvailable: { readonly ifMeasured: number; readonly otherwise: number };
  readonly withheld?: Withheld;
}

export type NodePlan = BranchPlan | ViewPlan;

/** Every node of the framework and its views, by kind and code: which children or indicators it has, and its rule. */
export type NodePlans = ReadonlyMap<string, NodePlan>;

export function planKey(kind: NodeKind, code: string): string {
  return `${kind} ${code}`;
}

/** Reads the tree and the views from the catalogue. Source: scoring method 1.0, sections 5 and 6. */
export function planNodes(catalogue: Catalogue): NodePlans {
  const plans: readonly NodePlan[] = [
    ...planTree(catalogue),
    ...planViews(catalogue),
    ...planCommitments(catalogue),
    ...planObjectives(catalogue),
  ];
  const decide = decisions(catalogue.method);
  return new Map(plans.map((plan) => [planKey(plan.kind, plan.code), decide(plan)]));
}

/** Puts what was decided for single nodes in the place of what holds for their level and their children. */
function decisions({ powers, weights }: Method): (plan: NodePlan) => NodePlan {
  const powerOf = new Map(powers.map(({ node, power }) => [node, power]));
  const weightOf = new Map(
    weights.map(({ parent, child, weight }) => [planKeyOfChild(parent, child), weight]),
  );
  return (plan) => {
    const reweigh = <C extends WeightedChild>(child: C): C => ({
      ...child,
      weight: weightOf.get(planKeyOfChild(plan.code, child.code)) ?? child.weight,
    });
    const power = powerOf.get(plan.code) ?? plan.power;
    return plan.shape === 'branch'
      ? { ...plan, power, children: plan.children.map(reweigh) }
      : { ...plan, power, links: plan.links.map(reweigh) };
  };
}

function planKeyOfChild(parent: string, child: string): string {
  return `${parent} > ${child}`;
}

/** Whether an indicator may feed a score at all. */
export function isCountable({ scored, derivedScoresAllowed }: Indicator): boolean {
  return scored && derivedScoresAllowed;
}

function planTree({ framework, method, principles, goals, indicators }: Catalogue): readonly BranchPlan[] {
  const { coverage, power } = method;
  const core = indicators.filter((indicator) => indicator.tier === 'core' && isCountable(indicator));
  const whole: BranchPlan = {
    shape: 'branch',
    kind: 'framework',
    code: framework.code,
    childKind: 'principle',
    children: principles.map(weighted),
    power: power.framework,
    minCoverage: coverage.framework,
    minAvailable: 1,
  };
  const planPrinciple = ({ code }: Principle): BranchPlan => ({
    shape: 'branch',
    kind: 'principle',
    code,
    childKind: 'goal',
    children: goals.filter(({ principle }) => principle === code).map(weighted),
    power: power.principle,
    minCoverage: coverage.principle,
    minAvailable: coverage.principleMinGoals,
  });
  const planGoal = ({ code }: Goal): BranchPlan => ({
    shape: 'branch',
    kind: 'goal',
    code,
    childKind: 'indicator',
    children: core.filter(({ goal }) => goal === code).map(weighted),
    power: power.goal,
    minCoverage: coverage.goal,
    minAvailable: 1,
  });
  return [
    method.overallScore ? whole : { ...whole, withheld: 'SWITCHED_OFF', minAvailable: Infinity },
    ...principles.map(planPrinciple),
    ...goals.map(planGoal),
  ];
}

function weighted({ code, weight }: { readonly code: string; readonly weight: number }): WeightedChild {
  return { code, weight };
}

function planViews(catalogue: Catalogue): readonly ViewPlan[] {
  const { method } = catalogue;
  const preferred = inPreference(catalogue.indicators);
  return viewsOf(catalogue).map(({ kind, code }) => ({
    shape: 'view',
    kind,
    code,
    links: preferred
      .filter((indicator) => viewCodes(kind, indicator).includes(code))
      .map((indicator) => link(indicator, 1)),
    power: 1,
    minCoverage: method.coverage.view,
    minAvailable: {
      ifMeasured: method.coverage.viewMinIndicators,
      otherwise: method.coverage.viewMinIndicators,
    },
  }));
}

function planCommitments({ commitments, crosswalk, indicators, method }: Catalogue): readonly ViewPlan[] {
  const preferred = inPreference(indicators);
  return commitments.map(({ id, scored }) => {
    const types = new Map<string, Set<string>>();
    for (const { commitment, indicator, type } of crosswalk) {
      if (commitment === id) types.set(indicator, (types.get(indicator) ?? new Set()).add(type));
    }
    const links = preferred.flatMap((indicator) => {
      const linked = types.get(indicator.code);
      if (linked?.has('measures') === true) return [link(indicator, 1)];
      return linked?.has('partly') === true ? [link(indicator, method.partlyWeight)] : [];
    });
    const { view, commitmentIfMeasured, commitmentOtherwise } = method.coverage;
    const plan: ViewPlan = {
      shape: 'view',
      kind: 'commitment',
      code: id,
      links,
      power: 1,
      minCoverage: view,
      minAvailable: scored
        ? { ifMeasured: commitmentIfMeasured, otherwise: commitmentOtherwise }
        : { ifMeasured: Infinity, otherwise: Infinity },
    };
    return scored ? plan : { ...plan, withheld: 'NOT_SCORED' };
  });
}

/** @param counts 1 for a link that measures, less for one that does so partly */
function link(indicator: Indicator, counts: number): ViewLink {
  const { code, weight, overlapGroup } = indicator;
  return {
    code,
    weight: weight * counts,
    measures: counts === 1,
    ...(overlapGroup === undefined ? {} : { overlapGroup }),
  };
}

function inPreference(indicators: readonly Indicator[]): readonly Indicator[] {
  const countable = indicators.filter(isCountable);
  const isCore = ({ tier }: Indicator): boolean => tier === 'core';
  return [...countable.filter(isCore), ...countable.filter((indicator) => !isCore(indicator))];
}

function planObjectives({ objectives, commitments, method }: Catalogue): readonly BranchPlan[] {
  return objectives.map(({ code }) => {
    const scored = commitments.filter((commitment) => commitment.objective === code && commitment.scored);
    return {
      shape: 'branch',
      kind: 'objective',
      code,
      childKind: 'commitment',
      children: scored.map(({ id }) => ({ code: id, weight: 1 })),
      power: 1,
      minCoverage: 0,
      minAvailable: leastCommitments(method, scored.length),
    };
  });
}

function leastCommitments({ coverage }: Method, scored: number): number {
  return Math.max(coverage.objectiveMinCommitments, Math.ceil(coverage.objectiveMinShare * scored - 1e-9));
}
