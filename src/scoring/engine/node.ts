import { compareCodes, powerMean, totalWeight } from './power-mean.js';
import { TOLERANCE } from './terms.js';

/** A child node or an indicator, as its parent sees it. */
export interface NodeChild {
  readonly code: string;
  /** Relative to its siblings. */
  readonly weight: number;
  /** 0 to 100; absent: not available, or not published. */
  readonly score?: number;
  /** Indicators below it; an indicator is the only leaf of itself. */
  readonly leaves: readonly Leaf[];
}

/** An indicator below a node. */
export interface Leaf {
  readonly code: string;
  /** Effective weight in the node as designed; the leaves of a node sum to 1. */
  readonly nominal: number;
  /** Effective weight in the node's score; zero if it does not feed it, else the leaves sum to 1. */
  readonly actual: number;
  /** It has no level of its own: a regional mean stands in. It feeds the score and covers nothing. */
  readonly filled?: boolean;
}

export interface NodeRule {
  /** Of the power mean over the children. */
  readonly power: number;
  /** Least coverage (0-1) a score is published at. */
  readonly minCoverage: number;
  /** Least number of children with a score. */
  readonly minAvailable: number;
}

export type NodeMissing = 'NO_WEIGHT' | 'NO_DATA' | 'COVERAGE' | 'TOO_FEW';

export interface NodeOutcome {
  readonly score?: number;
  readonly missing?: NodeMissing;
  /** Share (0-1) of the effective leaf weight that feeds the node. */
  readonly coverage: number;
  readonly leaves: readonly Leaf[];
  /** Children with a score, in order of codes. Shares sum to 1; points sum to the score where the power is 1. */
  readonly contributions: readonly {
    readonly code: string;
    readonly share: number;
    readonly score: number;
    readonly points: number;
  }[];
  /** Codes of children with weight and without a score. */
  readonly unavailable: readonly string[];
}

/** An indicator as a child of a node. @param filled the score is a regional mean, not its own */
export function leafChild(
  code: string,
  weight: number,
  score: number | undefined,
  filled = false,
): NodeChild {
  const leaf = { code, nominal: 1, actual: score === undefined ? 0 : 1 };
  const leaves = [filled ? { ...leaf, filled } : leaf];
  return score === undefined ? { code, weight, leaves } : { code, weight, score, leaves };
}

/**
 * The score of a node from its children: the power mean of those that have one, their weights renormalised, if
 * enough of the effective leaf weight feeds it. A child without leaves has no weight. Coverage is counted in
 * weights of leaves, never in numbers of them; leaves below an unpublished child do not count.
 * Source: scoring method 1.0, sections 5 and 6.
 * @throws RangeError when a weight is negative or not finite
 */
export function scoreNode(children: readonly NodeChild[], rule: NodeRule): NodeOutcome {
  const counted = [...children]
    .sort((a, b) => compareCodes(a.code, b.code))
    .filter(({ weight, leaves }) => weight !== 0 && leaves.length > 0);
  const total = totalWeight(counted);
  if (total === 0)
    return { missing: 'NO_WEIGHT', coverage: 0, leaves: [], contributions: [], unavailable: [] };

  const available = counted.flatMap((child) =>
    child.score === undefined ? [] : [{ ...child, score: child.score }],
  );
  const availableWeight = totalWeight(available);
  const leaves = counted.flatMap(({ weight, score, leaves: below }) =>
    below.map((leaf) => ({
      ...leaf,
      nominal: (leaf.nominal * weight) / total,
      actual: score === undefined ? 0 : (leaf.actual * weight) / availableWeight,
    })),
  );
  const coverage = Math.min(
    1,
    leaves.reduce((sum, { nominal, actual, filled }) => (actual > 0 && !filled ? sum + nominal : sum), 0),
  );
  const contributions = available.map(({ code, weight, score }) => {
    const share = weight / availableWeight;
    return { code, share, score, points: share * score };
  });
  const unavailable = counted.filter(({ score }) => score === undefined).map(({ code }) => code);
  const outcome = { coverage, leaves, contributions, unavailable };
  if (available.length === 0) return { ...outcome, missing: 'NO_DATA' };
  if (coverage < rule.minCoverage - TOLERANCE) return { ...outcome, missing: 'COVERAGE' };
  if (available.length < rule.minAvailable) return { ...outcome, missing: 'TOO_FEW' };
  return { ...outcome, score: powerMean(available, rule.power) };
}
