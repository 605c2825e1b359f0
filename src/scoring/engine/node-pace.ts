import { directionOf } from './pace.js';
import { compareCodes } from './power-mean.js';
import { TOLERANCE, type Direction } from './terms.js';
import { aggregateTree, arithmetic, type WeightedTree } from './weighted-tree.js';

/** An indicator that feeds a node, with its comparable history if there is one. Raw points, years. */
export interface NodeSeries {
  /** Effective weight in the node's score. */
  readonly weight: number;
  readonly history?: {
    readonly baseYear: number;
    readonly baseRaw: number;
    readonly nowYear: number;
    readonly nowRaw: number;
    readonly targetRaw: number;
  };
}

export interface NodePaceOutcome {
  /** Points a year. */
  readonly observedPace?: number;
  readonly direction?: Direction;
  /** Mean base year of the matched indicators; seldom whole. */
  readonly baseYear?: number;
  /** Scores of the matched set, 0 to 100; `nowScore` is not the node's score unless all of its indicators match. */
  readonly baseScore?: number;
  readonly nowScore?: number;
  readonly targetScore?: number;
  readonly reason?: 'NO_BASELINE' | 'NO_SCORE';
  /** Indicators that feed the node and have no comparable history, in order of codes. */
  readonly withoutHistory: readonly string[];
}

/**
 * Pace of a node on its matched set: the indicators that feed its score and have a comparable base. Their levels at
 * base, now and at target are aggregated as the node's are, weights renormalised over the set; base year and
 * current year are the means of the indicators' years by their effective weight in the set;
 * pace = (now - base) / (current year - base year). Needs a set with at least `matchedShare` of the weight that
 * feeds the node, else NO_BASELINE. Source: settled point 12 and scoring method 1.0, section 6.
 */
export function paceOfNode(
  tree: WeightedTree,
  feeding: ReadonlyMap<string, NodeSeries>,
  directionBand: number,
  matchedShare: number,
): NodePaceOutcome {
  const withoutHistory = [...feeding]
    .flatMap(([code, { history }]) => (history ? [] : [code]))
    .sort(compareCodes);
  if (feeding.size === 0) return { reason: 'NO_SCORE', withoutHistory };
  let matched = 0;
  let available = 0;
  for (const { weight, history } of feeding.values()) {
    available += weight;
    if (history !== undefined) matched += weight;
  }
  const years = arithmetic(tree);
  const ofSet = (shape: WeightedTree, pick: (history: NonNullable<NodeSeries['history']>) => number) =>
    aggregateTree(shape, (code) => {
      const history = feeding.get(code)?.history;
      return history && pick(history);
    });
  const baseYear = ofSet(years, (history) => history.baseYear);
  const nowYear = ofSet(years, (history) => history.nowYear);
  const baseScore = ofSet(tree, (history) => held(history.baseRaw));
  const nowScore = ofSet(tree, (history) => held(history.nowRaw));
  const targetScore = ofSet(tree, (history) => held(history.targetRaw));
  if (
    matched < matchedShare * available - TOLERANCE ||
    baseYear === undefined ||
    nowYear === undefined ||
    baseScore === undefined ||
    nowScore === undefined ||
    targetScore === undefined
  ) {
    return { reason: 'NO_BASELINE', withoutHistory };
  }
  const observedPace = (nowScore - baseScore) / (nowYear - baseYear);
  const direction = directionOf(observedPace, directionBand);
  return { observedPace, direction, baseYear, baseScore, nowScore, targetScore, withoutHistory };
}

function held(raw: number): number {
  return Math.min(100, Math.max(0, raw));
}
