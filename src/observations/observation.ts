import type { Confidence } from '../catalogue/confidence.js';
import type { TookPart } from '../catalogue/took-part.js';

export type ObservationStatus =
  'normal' | 'estimated' | 'provisional' | 'modelled' | 'self_assessed' | 'doubtful';

/** A figure that is held as fact: what was said of an area, an indicator and a year, by whom, and since when. */
export interface Observation {
  /** ISO 3166-1 alpha-3. */
  readonly area: string;
  readonly indicator: string;
  readonly year: number;
  /** In the indicator's own unit. */
  readonly value: number;
  readonly status: ObservationStatus;
  /** The edition of a series it comes from; the key into `SeriesEdition.id`. */
  readonly seriesEditionId: number;
  readonly note?: string;
  /** Addresses of what proves it, parted by spaces (`evidenceLinks`); assessments on a ladder have at least one. */
  readonly evidence?: string;
  /** Of an assessment: the stakeholder groups that took part, persons protected. */
  readonly tookPart?: TookPart;
  /** Of an assessment: how sure those are who made it. */
  readonly confidence?: Confidence;
  readonly submissionId: number;
  /** Row of the spreadsheet it came from, 1 = header. */
  readonly rowNumber: number;
  readonly revisionFrom: number;
  /** Absent while it is live. */
  readonly revisionTo?: number;
}

/** One edition of one series of one indicator, as one community sent it. */
export interface SeriesEdition {
  readonly id: number;
  readonly indicator: string;
  readonly community: string;
  /** Published series: the publisher's series code. Others: the text of `source`. */
  readonly source: string;
  readonly edition: string;
  readonly organisation?: string;
  readonly url?: string;
  readonly terms?: string;
  readonly redistribution?: string;
  readonly provenance?: string;
  readonly notes?: string;
  /** Sent by the community "Published figures". */
  readonly published: boolean;
}

/** All live observations at one revision. */
export interface ObservationSnapshot {
  readonly revision: number;
  readonly observations: readonly Observation[];
  readonly seriesEditions: ReadonlyMap<number, SeriesEdition>;
}

/** What changed between two revisions. What came and went in between is in neither list. */
export interface ObservationChanges {
  /** The revision they start from. */
  readonly since: number;
  readonly revision: number;
  readonly removed: readonly Observation[];
  readonly added: readonly Observation[];
  /** All there are at the later revision. */
  readonly seriesEditions: ReadonlyMap<number, SeriesEdition>;
}
