import type { Direction, Missing, NodeKind, Status } from '../score.js';

/** Why a region or community has no score. A single area is no group: its own scores say everything. */
export type GroupMissing = Missing | 'TOO_FEW_MEMBERS';

/** Of a region or community on one indicator or node, as of the as-of year. Points, 0 to 100. */
export interface GroupScore {
  readonly kind: NodeKind | 'indicator';
  readonly code: string;
  /** Members it concerns: an indicator does not concern those in which it has no meaning. */
  readonly members: number;
  /** Members with a level or score of their own. */
  readonly withScore: number;
  /** How is the average person doing? Absent with `missing`. */
  readonly people?: number;
  /** How is the average member doing? Absent with `missing`. */
  readonly countries?: number;
  readonly missing?: GroupMissing;
  /** Nodes: share (0-1) of the effective weight whose indicators have a level of the whole group. */
  readonly coverage?: number;
  /** Share (0-1) of the known population that lives in members with a level or score of their own. */
  readonly populationCoverage: number;
  /** Share (0-1) of the members with a level or score of their own. */
  readonly memberCoverage: number;
  /** Over the members' own levels or scores; absent where these cover too little. */
  readonly median?: number;
  readonly lowest?: number;
  readonly highest?: number;
  /** Indicators with an agreed target: how many members have which status. */
  readonly statuses: Readonly<Partial<Record<Status, number>>>;
  /** How many members move which way. */
  readonly directions: Readonly<Partial<Record<Direction, number>>>;
  readonly change: GroupChange;
}

/** How a group moved since an earlier year, on its matched panel. */
export interface GroupChange {
  readonly sinceYear: number;
  /** Points, now minus then; absent with `missing`. */
  readonly people?: number;
  readonly countries?: number;
  /** NO_BASELINE: there is nothing comparable to start from. */
  readonly missing?: GroupMissing | 'NO_BASELINE';
  /** Nodes: share (0-1) of the effective weight whose indicators have a panel. */
  readonly coverage?: number;
  /** Indicators: shares (0-1) of the people and of the members in the panel. */
  readonly populationCoverage?: number;
  readonly memberCoverage?: number;
}

/** Scores of one group, computed when first asked for and then kept. */
export interface GroupScores {
  /** Scored areas that belong to it, in order of their codes. */
  readonly members: readonly string[];
  /** @throws RangeError when there is no such indicator */
  indicator(code: string): GroupScore;
  /** @throws RangeError when there is no such node */
  node(kind: NodeKind, code: string): GroupScore;
}
