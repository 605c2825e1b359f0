import type { Standing } from '../../communities/moderation/standing.js';
import type { NamedCell } from '../checking/cells.js';
import type { RecordedVerdict, Verdict } from './review.js';

/** What a reviewer decided on a submission. Who it was is not published. */
export interface Decision {
  readonly verdict: RecordedVerdict;
  readonly reasonCode?: string;
  /** The reviewer's words. */
  readonly reason?: string;
  /** Why the reason is not shown to everybody now; absent: it is. */
  readonly standing?: Standing;
  readonly cells: readonly DecidedCell[];
  readonly decidedAt: Date;
  /** Code of the community its reviewer decided for; absent for an administrator, and where it is not known. */
  readonly community?: string;
}

/** Who decides, and for which community; for none as administrator. */
export interface DecidedBy {
  readonly contributorId: number;
  readonly communityId?: number | undefined;
}

/** A cell a decision is about. */
export type DecidedCell = NamedCell;

/** What a door hands over when somebody decides. All but accepting need a reason. */
export interface DecisionRequest<Kind extends RecordedVerdict = Verdict> {
  readonly decision: Kind;
  readonly reasonCode?: string;
  readonly text?: string;
  readonly cells?: readonly DecidedCell[];
}
