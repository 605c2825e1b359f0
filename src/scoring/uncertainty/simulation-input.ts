import type { Area, Catalogue } from '../../catalogue/catalogue.js';
import type { Overlap } from '../engine/flat-tree.js';
import type { SimulatedUnit, SimulatedValue } from '../engine/simulated-levels.js';
import type { SimulationInput } from '../engine/uncertainty.js';
import type { SimulationSettings } from '../engine/variation.js';
import type { WeightedTree } from '../engine/weighted-tree.js';
import { indexNotApplicable } from '../board/not-applicable.js';
import {
  isCountable,
  planKey,
  planNodes,
  type NodePlan,
  type NodePlans,
  type ViewPlan,
} from '../board/node-plan.js';
import type { NodeKind, ScoreBoard } from '../score.js';
import { finish, type Steps } from '../board/steps.js';

/** A node of the catalogue and the name it has in a simulation. */
export interface NamedNode {
  readonly kind: NodeKind;
  readonly code: string;
  /** Its code, with its kind before it where nodes of other kinds have the same. */
  readonly name: string;
}

/**
 * Lays the current year of a board out for the simulation of scoring method 1.0, section 7: the framework over its core
 * indicators; objectives, commitments outside of objectives, issues and views of other agendas over their live indicators; all scored areas
 * with their values before they are held at the goalposts; and of each node the areas that have a score in it. Regions
 * are the UN regional groups: an area in none lends to nobody and borrows from nobody.
 *
 * Only the top of the framework is made arithmetic or geometric: where an edition has the overall score switched off,
 * no score that is shown feels that factor. Under the missing rule `regional_mean`, replicates that do not fill with
 * regional medians fill as published.
 * @param wanted tells the nodes whose scores are asked for; all that have scores when absent
 */
export function simulationInput(
  catalogue: Catalogue,
  board: ScoreBoard,
  wanted?: (node: NamedNode) => boolean,
): SimulationInput {
  return finish(simulationInputInSteps(catalogue, board, wanted));
}

/** The same, area by area: the board computes scores when they are first asked for. */
export function* simulationInputInSteps(
  catalogue: Catalogue,
  board: ScoreBoard,
  wanted: (node: NamedNode) => boolean = () => true,
): Steps<SimulationInput> {
  const plans = planNodes(catalogue);
  const nodes = nameNodes(plans);
  const nameOf = (kind: NodeKind, code: string): string => nodes.get(planKey(kind, code))?.name ?? code;
  const treeOf = (plan: NodePlan, weight: number): WeightedTree => ({
    code: nameOf(plan.kind, plan.code),
    weight,
    power: plan.power,
    children: childrenOf(plan, plans, board, treeOf),
  });
  const { framework, method, areas } = catalogue;
  const root = plans.get(planKey('framework', framework.code));
  if (root === undefined) throw new RangeError('The catalogue has no framework');
  const views = viewRoots(plans);
  const { rule, minValues } = method.missing;
  const asked = scorableNodes(plans).filter(wanted);
  const published = new Map(asked.map(({ name }): [string, string[]] => [name, []]));
  const units: SimulatedUnit[] = [];
  const unitOf = unitsOf(catalogue, board);
  for (const area of areas.filter(({ scored }) => scored)) {
    for (const { kind, code, name } of asked) {
      const { score } = board.evaluation(area.code, kind, code);
      if (score !== undefined) published.get(name)?.push(area.code);
    }
    units.push(unitOf(area));
    yield;
  }
  return {
    framework: treeOf(root, 1),
    views: views.map((plan) => treeOf(plan, 1)),
    overlaps: [...plans.values()].flatMap((plan) =>
      plan.shape === 'view' ? overlapsOf(plan, nameOf(plan.kind, plan.code), board) : [],
    ),
    units,
    published: [...published]
      .filter(([, scored]) => scored.length > 0)
      .map(([node, scored]) => ({ node, units: scored })),
    ...(rule === 'regional_mean' ? { leastForMean: minValues } : {}),
  };
}

/** @param replicates instead of those of the method */
export function simulationSettings(
  { method: { uncertainty } }: Catalogue,
  replicates?: number,
): SimulationSettings {
  const { seed, weightNoise, postNoise, ageSigma } = uncertainty;
  return { seed, replicates: replicates ?? uncertainty.replicates, weightNoise, postNoise, ageSigma };
}

/** Nodes that may have a score: none that is withheld. */
export function scorableNodes(plans: NodePlans): readonly NamedNode[] {
  const names = nameNodes(plans);
  return [...plans].flatMap(([key, { withheld }]) => (withheld === undefined ? (names.get(key) ?? []) : []));
}

/** Every node by its plan key. */
export function nameNodes(plans: NodePlans): ReadonlyMap<string, NamedNode> {
  const times = new Map<string, number>();
  for (const { code } of plans.values()) times.set(code, (times.get(code) ?? 0) + 1);
  return new Map(
    [...plans].map(([key, { kind, code }]) => [
      key,
      { kind, code, name: times.get(code) === 1 ? code : key },
    ]),
  );
}

const IN_FRAMEWORK: ReadonlySet<NodeKind> = new Set(['framework', 'principle', 'goal']);

/** Nodes outside the framework that no other node has below it. */
function viewRoots(plans: NodePlans): readonly NodePlan[] {
  const all = [...plans.values()];
  const inside = new Set(
    all.flatMap((plan) =>
      plan.shape === 'branch' && plan.childKind !== 'indicator'
        ? plan.children.map(({ code }) => planKey(plan.childKind as NodeKind, code))
        : [],
    ),
  );
  return all.filter(({ kind, code, withheld }) => {
    return !IN_FRAMEWORK.has(kind) && withheld === undefined && !inside.has(planKey(kind, code));
  });
}

function childrenOf(
  plan: NodePlan,
  plans: NodePlans,
  { liveIndicators }: ScoreBoard,
  treeOf: (plan: NodePlan, weight: number) => WeightedTree,
): readonly WeightedTree[] {
  if (plan.shape === 'view') {
    const live = plan.links.filter(({ code }) => liveIndicators.has(code));
    return live.map(({ code, weight }) => ({ code, weight }));
  }
  const { childKind } = plan;
  return plan.children.flatMap(({ code, weight }): WeightedTree[] => {
    if (childKind === 'indicator') return [{ code, weight }];
    const child = plans.get(planKey(childKind, code));
    return child === undefined ? [] : [treeOf(child, weight)];
  });
}

/** Links come in order of preference. */
function overlapsOf({ links }: ViewPlan, node: string, { liveIndicators }: ScoreBoard): readonly Overlap[] {
  const groups = new Map<string, string[]>();
  for (const { code, overlapGroup } of links) {
    if (overlapGroup === undefined || !liveIndicators.has(code)) continue;
    groups.set(overlapGroup, [...(groups.get(overlapGroup) ?? []), code]);
  }
  return [...groups.values()].filter(({ length }) => length > 1).map((indicators) => ({ node, indicators }));
}

function unitsOf(catalogue: Catalogue, board: ScoreBoard): (area: Area) => SimulatedUnit {
  const whyNot = indexNotApplicable(catalogue);
  const countable = catalogue.indicators.filter(isCountable);
  return ({ code, unGroup }) => {
    const values = new Map<string, SimulatedValue>();
    const notApplicable = new Set<string>();
    for (const { code: indicator } of countable) {
      const { level, raw, ageYears = 0 } = board.indicatorScore(code, indicator);
      if (whyNot(code, indicator) !== undefined) notApplicable.add(indicator);
      else if (level !== undefined && raw !== undefined) values.set(indicator, { raw, ageYears });
    }
    const region = unGroup === undefined ? `only ${code}` : `group ${unGroup}`;
    return { code, region, values, notApplicable };
  };
}
