import type { Observation } from '../../observations/observation.js';
import type { ChangeCause } from '../engine/shapley.js';
import type { WeightedTree } from '../engine/weighted-tree.js';
import type { ExplanationContext } from './explanation-context.js';
import type { FedLeaf } from './planned-tree.js';

/** Why a change cannot be split into its causes. */
export type Unsplit =
  | 'NODE_NOT_THERE_THEN'
  | 'AREA_NOT_THERE_THEN'
  | 'YEAR_NOT_COVERED_THEN'
  | 'NO_SCORE_THEN'
  | 'NO_SCORE_NOW'
  | 'NOTHING_IN_COMMON';

/** How a score differs from what it was in another state of data, method and catalogue. */
export interface ScoreChange {
  /** As-of year of the earlier score. */
  readonly yearBefore: number;
  readonly before?: number;
  readonly after?: number;
  /** Points by cause; added to `before`, in any order, they are exactly `after`. */
  readonly effects?: ReadonlyMap<ChangeCause, number>;
  /** Why there are no effects. */
  readonly unsplit?: Unsplit;
  /** What differs, by cause. */
  readonly differences: readonly Difference[];
}

export type Setting = string | number | boolean;

/** One thing that is not as it was, so that a reader can follow an effect. */
export interface Difference {
  readonly cause: ChangeCause;
  /** Data and coverage: the indicator. */
  readonly indicator?: string;
  /** Which setting, e.g. `coverage.goal` or `UI_NETUSE.goalposts.best`; of an indicator `value`, or whether it `feeds`. */
  readonly what: string;
  readonly before?: Setting;
  readonly after?: Setting;
  readonly figureBefore?: Observation;
  readonly figureAfter?: Observation;
}

/** One end of a change. */
export interface End {
  readonly context: ExplanationContext;
  /** As-of year. */
  readonly year: number;
}

/** An indicator at its place in the tree, as it feeds either end or both. */
export interface ChangedLeaf {
  readonly path: string;
  readonly before?: FedLeaf;
  readonly after?: FedLeaf;
  /** What decides whether it feeds the score; absent where it does at both ends, or stands in one tree only. */
  readonly presence?: ChangeCause;
  /** What decides which value is read; absent where both are the same. */
  readonly value?: ChangeCause;
}

/** The planned tree with the catalogue and the method of either state. */
export type Trees = (newCatalogue: boolean, newMethod: boolean) => WeightedTree | undefined;
