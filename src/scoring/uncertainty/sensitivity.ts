import type { Catalogue } from '../../catalogue/catalogue.js';
import { nodeImportance, type NodeImportance } from '../engine/importance.js';
import { leaveOneOut, type FeedingUnit, type LeftOut } from '../engine/leave-one-out.js';
import type { SimulationInput } from '../engine/uncertainty.js';
import type { WeightedTree } from '../engine/weighted-tree.js';
import { planKey, planNodes, type NodePlans } from '../board/node-plan.js';
import type { NodeKind, ScoreBoard } from '../score.js';
import { nameNodes, simulationInput, simulationSettings } from './simulation-input.js';

/** What the scores of one node hang on, over all areas that have one. */
export interface NodeSensitivity {
  readonly kind: NodeKind;
  readonly code: string;
  /** Pairs of samples behind the shares of variance. */
  readonly replicates: number;
  readonly importance: NodeImportance;
  /** One indicator left out at a time, the one that moves most ranks first. */
  readonly withoutIndicator: readonly LeftOut[];
  /** One node directly below left out at a time; none below commitments, issues and goals. */
  readonly withoutChild: readonly LeftOut[];
}

/**
 * Which factor of the simulation, which indicator and which child node matters most for a node. What is left out is left
 * out exactly, from the indicators that feed the published scores; in a view, one of the same overlap group does not
 * take its place. Undefined when no area has a score. Source: scoring method 1.0, section 7.
 * @param replicates pairs of samples; those of the method when absent
 * @throws RangeError when there is no such node
 */
export function nodeSensitivity(
  catalogue: Catalogue,
  board: ScoreBoard,
  { kind, code }: { readonly kind: NodeKind; readonly code: string },
  replicates?: number,
): NodeSensitivity | undefined {
  const plans = planNodes(catalogue);
  const key = planKey(kind, code);
  const name = nameNodes(plans).get(key)?.name;
  if (name === undefined) throw new RangeError(`There is no ${kind} "${code}"`);
  const input = simulationInput(catalogue, board, (node) => node.name === name);
  const [published] = input.published;
  const tree = published && treeIn(input, name);
  if (published === undefined || tree?.children === undefined) return undefined;
  const settings = simulationSettings(catalogue, replicates);
  const nominal = new Map(
    published.units.map((area) => [area, board.evaluation(area, kind, code).score ?? NaN]),
  );
  const feeding = published.units.map((area): FeedingUnit => ({
    code: area,
    levels: levelsBelow(area, key, plans, board),
  }));
  const fed = new Set(feeding.flatMap(({ levels }) => [...levels.keys()]));
  const children = tree.children.filter(
    (child) =>
      child.children !== undefined && [...indicatorsOf(child)].some((indicator) => fed.has(indicator)),
  );
  const without = (codes: readonly string[]): readonly LeftOut[] =>
    [...leaveOneOut(tree, feeding, codes)].sort((a, b) => b.meanRankShift - a.meanRankShift);
  return {
    kind,
    code,
    replicates: settings.replicates,
    importance: nodeImportance(input, settings, nominal),
    withoutIndicator: without([...fed]),
    withoutChild: without(children.map((child) => child.code)),
  };
}

function treeIn({ framework, views = [] }: SimulationInput, name: string): WeightedTree | undefined {
  const find = (tree: WeightedTree): WeightedTree | undefined => {
    if (tree.children === undefined || tree.code === name) return tree.children && tree;
    for (const child of tree.children) {
      const found = find(child);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return [framework, ...views].map(find).find((tree) => tree !== undefined);
}

function indicatorsOf(tree: WeightedTree): ReadonlySet<string> {
  return new Set(tree.children?.flatMap((child) => [...indicatorsOf(child)]) ?? [tree.code]);
}

/** Levels that feed a published score, those that fill a gap among them. */
function levelsBelow(
  area: string,
  key: string,
  plans: NodePlans,
  board: ScoreBoard,
): ReadonlyMap<string, number> {
  const plan = plans.get(key);
  if (plan === undefined) return new Map();
  const { contributions } = board.evaluation(area, plan.kind, plan.code);
  const childKind = plan.shape === 'view' ? 'indicator' : plan.childKind;
  if (childKind === 'indicator') return new Map(contributions.map(({ code, score }) => [code, score]));
  return new Map(
    contributions.flatMap(({ code }) => [...levelsBelow(area, planKey(childKind, code), plans, board)]),
  );
}
