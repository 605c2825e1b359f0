import { withoutUndefined } from '../../platform/without-undefined.js';
import { differencesBetween, presenceCause, valueCause } from './change-causes.js';
import { scoreLevel } from '../engine/level.js';
import { CHANGE_CAUSES, splitChange, type ChangeCause } from '../engine/shapley.js';
import { aggregateTree, type WeightedTree } from '../engine/weighted-tree.js';
import type { ExplanationContext } from './explanation-context.js';
import { planNodes, type NodePlans } from '../board/node-plan.js';
import { fedLeaves, plannedTree, type Explained } from './planned-tree.js';
import type { ChangedLeaf, End, ScoreChange, Trees, Unsplit } from './score-change.js';

/**
 * Splits the change of a score between two states by five switches, each turned from the old state to the new:
 * catalogue (the tree with its own weights and links, the goalposts, population), method (powers, decided weights, what
 * a partial link counts for, the missing rule), coverage (which of the indicators that both trees hold feed the score),
 * new and corrected data (which value an indicator is read at). With some switches on, the score is the mean of the
 * tree over the indicators that then feed it, weights renormalised, without thresholds; with none and all on it is the
 * published score of that state. Effects are Shapley values over the 2^5 combinations.
 * Source: scoring method 1.0, section 9.
 */
export function explainChange(explained: Explained, area: string, then: End, now: End): ScoreChange {
  const { trees, leaves, ...change } = changeSplitter(then, now)(explained, area);
  const differences = leaves === undefined ? [] : differencesBetween(trees, [...leaves.values()], then, now);
  return { ...change, differences };
}

/** A split change with what it was split by. */
export interface SplitScore extends Omit<ScoreChange, 'differences'> {
  readonly trees: Trees;
  /** Indicators by path, where there are scores at both ends. */
  readonly leaves?: ReadonlyMap<string, ChangedLeaf>;
}

/** `explainChange` for many scores between the same two states: what they share is planned once. */
export function changeSplitter(then: End, now: End): (explained: Explained, area: string) => SplitScore {
  const { context: old, year } = then;
  const treesOf = treesBetween(old, now.context);
  const areasThen = new Set(old.catalogue.areas.map(({ code }) => code));
  const { asOfYear, firstYear } = old.board;
  return (explained, area) => {
    const trees = treesOf(explained);
    const without = (unsplit: Unsplit, ends: Pick<ScoreChange, 'before' | 'after'> = {}): SplitScore => ({
      yearBefore: year,
      ...ends,
      unsplit,
      trees,
    });
    if (!isThere(explained, old)) return without('NODE_NOT_THERE_THEN');
    if (!areasThen.has(area)) return without('AREA_NOT_THERE_THEN');
    if (year < firstYear || year > asOfYear) return without('YEAR_NOT_COVERED_THEN');

    const scoreThen = publishedScore(explained, area, then);
    const scoreNow = publishedScore(explained, area, now);
    if (scoreThen === undefined) return without('NO_SCORE_THEN', withoutUndefined({ after: scoreNow }));
    if (scoreNow === undefined) return without('NO_SCORE_NOW', { before: scoreThen });

    const leaves = changedLeaves(explained, area, then, now, trees);
    const split = splitChange(CHANGE_CAUSES, (on) => {
      const tree = trees(on.has('catalogue'), on.has('method'));
      return tree && aggregateTree(tree, (path) => levelOf(leaves.get(path), on, then, now));
    });
    if (split === undefined) {
      return { ...without('NOTHING_IN_COMMON', { before: scoreThen, after: scoreNow }), leaves };
    }
    return { yearBefore: year, ...split, trees, leaves };
  };
}

/** The nodes are planned at most four times, and each tree is built as often. */
function treesBetween(old: ExplanationContext, now: ExplanationContext): (explained: Explained) => Trees {
  const plans = new Map<string, NodePlans>();
  const plansOf = (newCatalogue: boolean, newMethod: boolean): NodePlans =>
    remember(plans, `${String(newCatalogue)} ${String(newMethod)}`, () => {
      const { catalogue } = newCatalogue ? now : old;
      const { method } = newMethod ? now.catalogue : old.catalogue;
      return planNodes({ ...catalogue, method });
    });
  const built = new Map<string, WeightedTree | undefined>();
  return (explained) => (newCatalogue, newMethod) =>
    remember(built, [newCatalogue, newMethod, explained.kind, explained.code].join(' '), () =>
      plannedTree(plansOf(newCatalogue, newMethod), explained),
    );
}

function remember<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  if (!known.has(key)) known.set(key, make());
  return known.get(key) as Value;
}

/** All indicators that feed either end, by path. */
function changedLeaves(
  explained: Explained,
  area: string,
  then: End,
  now: End,
  trees: Trees,
): ReadonlyMap<string, ChangedLeaf> {
  const fedThen = fedLeaves(explained, area, then.year, then.context);
  const fedNow = fedLeaves(explained, area, now.year, now.context);
  const plannedThen = new Set(tips(trees(false, false)));
  const plannedNow = new Set(tips(trees(true, true)));
  const paths = [...new Set([...fedThen.keys(), ...fedNow.keys()])];
  return new Map(
    paths.map((path): readonly [string, ChangedLeaf] => {
      const before = fedThen.get(path);
      const after = fedNow.get(path);
      if (before !== undefined && after !== undefined) {
        const value = valueCause(before, after, then, now);
        return [path, withoutUndefined({ path, before, after, value })];
      }
      const inBoth = plannedThen.has(path) && plannedNow.has(path);
      const presence = inBoth ? presenceCause(before, after, then, now) : undefined;
      return [path, withoutUndefined({ path, before, after, presence })];
    }),
  );
}

function levelOf(
  leaf: ChangedLeaf | undefined,
  on: ReadonlySet<ChangeCause>,
  then: End,
  now: End,
): number | undefined {
  if (leaf === undefined) return undefined;
  const { before, after, presence, value } = leaf;
  if (presence !== undefined && on.has(presence) !== (after !== undefined)) return undefined;
  const read = (value !== undefined && on.has(value) ? after : before) ?? after;
  if (read?.fill !== undefined) return read.fill;
  const postsOf = ({ context }: End): Parameters<typeof scoreLevel>[1] | undefined =>
    context.indicators.get(read?.score.indicator ?? '')?.goalposts;
  const posts = on.has('catalogue') ? (postsOf(now) ?? postsOf(then)) : (postsOf(then) ?? postsOf(now));
  const scored = posts && scoreLevel(read?.score.value, posts);
  return scored !== undefined && 'level' in scored ? scored.level : undefined;
}

function publishedScore({ kind, code }: Explained, area: string, { context, year }: End): number | undefined {
  const { board } = context;
  if (kind === 'indicator') return board.indicatorScore(area, code, year).level;
  return board.evaluation(area, kind, code, year).score;
}

function isThere(explained: Explained, { indicators, plans }: ExplanationContext): boolean {
  if (explained.kind === 'indicator') return indicators.has(explained.code);
  return plannedTree(plans, explained) !== undefined;
}

/** Paths of the indicators of a tree. */
function tips(tree: WeightedTree | undefined): readonly string[] {
  if (tree === undefined) return [];
  return tree.children === undefined ? [tree.code] : tree.children.flatMap(tips);
}
