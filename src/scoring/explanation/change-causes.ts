import type { Indicator } from '../../catalogue/catalogue.js';
import type { Observation } from '../../observations/observation.js';
import { withoutUndefined } from '../../platform/without-undefined.js';
import { observationId } from '../../observations/observation-id.js';
import { CHANGE_CAUSES, type ChangeCause } from '../engine/shapley.js';
import type { WeightedTree } from '../engine/weighted-tree.js';
import { explainValue } from './explain-value.js';
import type { FedLeaf } from './planned-tree.js';
import type { ChangedLeaf, Difference, End, Setting, Trees } from './score-change.js';

/**
 * What decides which of two values of an indicator is read; undefined when they are the same. New data: a figure that
 * was not held then (another year, source or edition). Corrected data: one that was held has another value now, or is
 * gone. The same figures read otherwise: catalogue (population, averaging, order of sources), or method where the as-of
 * year or the longest freshness moved.
 */
export function valueCause(before: FedLeaf, after: FedLeaf, then: End, now: End): ChangeCause | undefined {
  if (before.fill !== undefined || after.fill !== undefined) return filledCause(before, after);
  if (before.score.value === after.score.value) return undefined;
  const figuresThen = figuresOf(before, then);
  const figuresNow = figuresOf(after, now);
  const ids = new Set(figuresThen.map(observationId));
  if (figuresNow.length === ids.size && figuresNow.every((figure) => ids.has(observationId(figure)))) {
    return 'catalogue';
  }
  if (figuresNow.some((figure) => heldAt(then, figure) === undefined)) return 'new_data';
  const isCorrected = [...figuresThen, ...figuresNow].some((figure) => {
    const heldThen = heldAt(then, figure);
    const heldNow = heldAt(now, figure);
    return (
      heldThen === undefined || heldNow === undefined || observationId(heldThen) !== observationId(heldNow)
    );
  });
  if (isCorrected) return 'corrected_data';
  const methods = [then, now].map(({ context, year }) => [year, context.method.maxFreshnessYears]);
  return String(methods[0]) === String(methods[1]) ? 'catalogue' : 'method';
}

function filledCause(before: FedLeaf, after: FedLeaf): ChangeCause | undefined {
  if (before.fill === after.fill) return undefined;
  return after.fill !== undefined && before.fill === undefined ? 'coverage' : 'new_data';
}

/**
 * What decides whether an indicator that both trees hold feeds the score, where it does at one end only. Coverage, as a
 * rule: a figure came, was withdrawn or grew too old, or its siblings' figures did that to a node above it. Method where
 * the thresholds, the longest freshness or the missing rule moved and its own figures did not; catalogue where its entry
 * did (no meaning in the area, freshness, goalposts).
 */
export function presenceCause(
  before: FedLeaf | undefined,
  after: FedLeaf | undefined,
  then: End,
  now: End,
): ChangeCause {
  const [leaf, own, other] = before === undefined ? [after, now, then] : [before, then, now];
  const { method } = own.context;
  const { method: otherMethod } = other.context;
  if (leaf === undefined) return 'coverage';
  if (leaf.fill !== undefined)
    return method.missing.rule === otherMethod.missing.rule ? 'coverage' : 'method';
  const { area, indicator } = leaf.score;
  if (other.context.board.indicatorScore(area, indicator, other.year).level !== undefined) {
    return JSON.stringify(method.coverage) === JSON.stringify(otherMethod.coverage) ? 'coverage' : 'method';
  }
  const isHeld = figuresOf(leaf, own).every((figure) => {
    const held = heldAt(other, figure);
    return held !== undefined && observationId(held) === observationId(figure);
  });
  if (!isHeld || own.year !== other.year) return 'coverage';
  return method.maxFreshnessYears === otherMethod.maxFreshnessYears ? 'catalogue' : 'method';
}

function figuresOf({ score }: FedLeaf, { context }: End): readonly Observation[] {
  const indicator = context.indicators.get(score.indicator);
  if (indicator === undefined) return [];
  return explainValue(indicator, score, context).flatMap(({ figures }) => figures);
}

/** What was said of the same year in the same series and edition. */
function heldAt(
  { context }: End,
  { area, indicator, year, seriesEditionId }: Observation,
): Observation | undefined {
  return context.board
    .observations(area, indicator)
    .find((held) => held.year === year && held.seriesEditionId === seriesEditionId);
}

/** All that differs, cause by cause: figures, what feeds the score, settings of the method, entries of the catalogue. */
export function differencesBetween(
  trees: Trees,
  leaves: readonly ChangedLeaf[],
  then: End,
  now: End,
): readonly Difference[] {
  const { indicators: old, method: methodThen } = then.context;
  const { indicators, method } = now.context;
  const involved = new Set(leaves.map(({ before, after }) => (before ?? after)?.score.indicator));
  const differences = [
    ...leaves.flatMap(leafDifference),
    ...compare('method', flatten(methodThen), flatten(method)),
    ...compare(
      'catalogue',
      weightsOf(trees(false, false)),
      weightsOf(trees(true, false) ?? trees(true, true)),
    ),
    ...[...indicators.values()]
      .filter(({ code }) => involved.has(code))
      .flatMap((indicator) => {
        const before = old.get(indicator.code);
        return before === undefined ? [] : compare('catalogue', whatCounts(before), whatCounts(indicator));
      }),
  ];
  return CHANGE_CAUSES.flatMap((each) => differences.filter(({ cause }) => cause === each));
}

function leafDifference({ before, after, presence, value, path }: ChangedLeaf): readonly Difference[] {
  const of = withoutUndefined({
    indicator: (after ?? before)?.score.indicator ?? path,
    figureBefore: before?.score.observation,
    figureAfter: after?.score.observation,
  });
  if (value !== undefined) {
    return [
      withoutUndefined({
        ...of,
        cause: value,
        what: 'value',
        before: readOf(before),
        after: readOf(after),
      }),
    ];
  }
  if (before !== undefined && after !== undefined) return [];
  const feeds = { before: before !== undefined, after: after !== undefined };
  return [{ ...of, cause: presence ?? 'catalogue', what: 'feeds', ...feeds }];
}

/** The value a level is read from, or the level that stands in. */
function readOf(leaf: FedLeaf | undefined): number | undefined {
  return leaf?.fill ?? leaf?.score.value;
}

/** What of an indicator's entry a level stands on. */
function whatCounts({ code, goalposts, per, averageYears, freshnessYears }: Indicator): Map<string, Setting> {
  return flatten({ goalposts, per, averageYears, freshnessYears }, code);
}

function weightsOf(tree: WeightedTree | undefined): Map<string, Setting> {
  const weights = new Map<string, Setting>();
  const walk = (part: WeightedTree): void => {
    weights.set(`weight of ${part.code}`, part.weight);
    part.children?.forEach(walk);
  };
  if (tree !== undefined) walk(tree);
  return weights;
}

/** Plain settings by their path, e.g. `coverage.goal`. */
export function flatten(settings: unknown, path = ''): Map<string, Setting> {
  if (typeof settings === 'string' || typeof settings === 'number' || typeof settings === 'boolean') {
    return new Map([[path, settings]]);
  }
  if (typeof settings !== 'object' || settings === null) return new Map();
  return new Map(
    Object.entries(settings).flatMap(([key, value]) => [
      ...flatten(value, path === '' ? key : `${path}.${key}`),
    ]),
  );
}

/** Settings that differ, in the order of their paths. */
export function compare(
  cause: ChangeCause,
  then: ReadonlyMap<string, Setting>,
  now: ReadonlyMap<string, Setting>,
): readonly Difference[] {
  const names = [...new Set([...then.keys(), ...now.keys()])].sort();
  return names.flatMap((what): readonly Difference[] => {
    const before = then.get(what);
    const after = now.get(what);
    return before === after ? [] : [withoutUndefined({ cause, what, before, after })];
  });
}
