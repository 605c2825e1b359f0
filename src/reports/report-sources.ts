import type { LookUp } from '../catalogue/look-up.js';
import type { Community } from '../communities/community.js';
import type { LogEntry } from '../communities/moderation/moderation-log.js';
import type { NriLookUp } from '../communities/nri-card.js';
import type { Statement } from '../communities/statement.js';
import type { SeriesEdition } from '../observations/observation.js';
import type { BoardIntervals } from '../scoring/uncertainty/score-intervals.js';
import type { ScoreBoard } from '../scoring/score.js';
import type { ReportHead } from './report.js';

/** What every report is made from: all of it as of one data revision and one catalogue version. */
export interface ReportSources {
  readonly lookUp: LookUp;
  readonly board: ScoreBoard;
  /** Absent while they are not known. */
  readonly intervals?: BoardIntervals;
  readonly seriesEditions: ReadonlyMap<number, SeriesEdition>;
  /** Receipts by the id of their submission; at least of all submissions that live observations came in. */
  readonly receipts: ReadonlyMap<number, string>;
  /** By code, hidden ones included: a figure is never without the name of who sent it. */
  readonly communities: ReadonlyMap<string, Community>;
  /** As published, the latest first; those withdrawn or taken down are there without their texts. */
  readonly statements: readonly Statement[];
  /** What communities tell of themselves and consent to now; absent in a release, which never holds it. */
  readonly nri?: NriLookUp | undefined;
  /** What moderators decided, the latest first; absent in a release. */
  readonly moderationLog?: readonly LogEntry[] | undefined;
  /** Same on every instance that stands on the same data, catalogue and communities; differs when any of them does. */
  readonly fingerprint: string;
  /** Present where it is what a release says: its id, its date (YYYY-MM-DD) and when it was published (RFC 3339). */
  readonly release?: { readonly id: string; readonly date: string; readonly publishedAt?: string };
  /** Present where it is an earlier state: its data revision, and the moment (RFC 3339) where one is known. */
  readonly asOf?: { readonly revision: number; readonly moment?: string };
}

export function reportHead({ lookUp, board }: ReportSources): ReportHead {
  const { framework, method } = lookUp.catalogue;
  return {
    framework: framework.code,
    edition: method.edition,
    methodVersion: method.version,
    asOfYear: board.asOfYear,
    revision: board.revision,
  };
}
