import type { WeightDecision } from '../../catalogue/catalogue.js';
import type { Withheld } from '../board/node-plan.js';
import type { Missing, NodeKind } from '../score.js';

/** What a node's score is made of, down to its indicators. */
export interface ExplainedNode {
  readonly kind: NodeKind;
  readonly code: string;
  /** 0 to 100, or why not. */
  readonly score?: number;
  readonly missing?: Missing;
  readonly withheld?: Withheld;
  /** Share (0-1) of the effective weight below it that feeds it. */
  readonly coverage: number;
  /** Of the power mean: 1 arithmetic, 0 geometric. */
  readonly power: number;
  /** A score is published from this coverage and this number of children with a score; the latter absent if withheld. */
  readonly minCoverage: number;
  readonly minAvailable?: number;
  readonly available: number;
  /** What the amounts of the children sum to: the score, its natural logarithm, or 1. */
  readonly sumsTo?: 'score' | 'logarithm' | 'one';
  /** Those that count, whether they have a score or not. */
  readonly children: readonly ExplainedChild[];
  /** Indicators below or linked to it that do not count, and why. */
  readonly leftOut: readonly LeftOut[];
}

export interface ExplainedChild {
  readonly kind: NodeKind | 'indicator';
  readonly code: string;
  /** Relative to its siblings. */
  readonly weight: number;
  /** Who decided on the weight, where it is not the child's own. */
  readonly decision?: WeightDecision;
  /** Commitments: how far the indicator speaks to it. */
  readonly link?: 'measures' | 'partly';
  readonly overlapGroup?: string;
  readonly score?: number;
  readonly missing?: Missing;
  /** The score is the mean of the region, not its own. */
  readonly filled: boolean;
  /** Where the parent has a score: weight among those that feed it (they sum to 1), and its part of the sum. */
  readonly share?: number;
  readonly amount?: number;
  /** Points by which it keeps the parent from 100; arithmetic means only. */
  readonly pointsLost?: number;
  /** What it is made of itself. */
  readonly node?: ExplainedNode;
}

export interface LeftOut {
  readonly indicator: string;
  readonly reason:
    | 'EXTENDED'
    | 'NOT_SCORED'
    | 'LICENCE'
    | 'NOT_APPLICABLE'
    | 'NOT_LIVE'
    | 'OVERLAP'
    | 'CONTEXT'
    | 'NO_WEIGHT';
  /** Of an overlap group: the one that counts. */
  readonly counted?: string;
  /** Why it has no meaning in the area. */
  readonly because?: string;
}

/** How much an indicator weighs in a score, at all its places together. */
export interface EffectiveWeight {
  readonly indicator: string;
  /** In the node as designed, and in the score; each sums to 1. */
  readonly nominal: number;
  readonly actual: number;
  readonly filled: boolean;
  readonly level?: number;
  /** Where all means are arithmetic: actual x level, summing to the score; and actual x (100 - level). */
  readonly points?: number;
  readonly pointsLost?: number;
}
