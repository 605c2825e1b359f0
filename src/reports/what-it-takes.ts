import type { AreaGroup } from '../catalogue/catalogue.js';

/**
 * What it would take to meet one agreed target that is not met: arithmetic, not a forecast. Points are those of the
 * indicator's own scale from 0 to 100; values are in its unit.
 */
export interface WhatItTakes {
  readonly indicator: string;
  readonly name: string;
  readonly unit: string;
  /** The current value, and its year. */
  readonly value: number;
  readonly year: number;
  readonly target: number;
  readonly targetYear: number;
  /** Absent, with what follows, when no time is left. */
  readonly required?: RequiredPace;
  readonly ownPast?: OwnPast;
  readonly peers?: PeersPace;
  readonly missing?: 'TARGET_YEAR_PASSED';
}

/** The straight path, in points, from the current value to the target in the target year. */
export interface RequiredPace {
  readonly pointsPerYear: number;
  /** Only on a linear scale, where every year takes the same step; falling where lower is better. */
  readonly unitPerYear?: number;
  /** Where the path stands in the year after the edition's, or in the target year if that is earlier. */
  readonly milestone?: { readonly year: number; readonly value: number };
}

/** The area's own pace so far, or why there is none to compare with. */
export interface OwnPast {
  readonly fromYear?: number;
  readonly pointsPerYear?: number;
  readonly unitPerYear?: number;
  /** Required by own pace. */
  readonly factor?: number;
  readonly missing?: 'SINGLE_OBSERVATION' | 'NO_BASELINE' | 'TOO_FEW_VALUES' | 'NOT_MOVING' | 'MOVING_AWAY';
}

/** The mean pace of the fastest peers, or why there is none to compare with. */
export interface PeersPace {
  /** The group compared with; with TOO_FEW_PEERS the one that comes first for the area. */
  readonly group?: Pick<AreaGroup, 'code' | 'kind' | 'name'>;
  /** Other members of the group that have a pace from at least three values. */
  readonly withPace: number;
  readonly fastest: readonly {
    readonly code: string;
    readonly name: string;
    readonly pointsPerYear: number;
  }[];
  readonly pointsPerYear?: number;
  readonly unitPerYear?: number;
  /** Required pace by that of the fastest peers. */
  readonly factor?: number;
  readonly missing?: 'TOO_FEW_PEERS' | 'NOT_MOVING' | 'MOVING_AWAY';
}
