import type { Observation, ObservationStatus, SeriesEdition } from './observation.js';

/** Which observations to find. Absent: not restricted; an empty list finds nothing. */
export interface ObservationFilter {
  /** ISO 3166-1 alpha-3. */
  readonly areas?: readonly string[] | undefined;
  readonly indicators?: readonly string[] | undefined;
  readonly fromYear?: number | undefined;
  readonly toYear?: number | undefined;
  readonly statuses?: readonly ObservationStatus[] | undefined;
  /** Code of the community that sent them. */
  readonly community?: string | undefined;
  /** Only those of the newest year of each area and indicator among what the other restrictions leave. */
  readonly latest?: boolean | undefined;
  /** As they were at this data revision; absent: as they are. */
  readonly asOfRevision?: number | undefined;
  /** Only those that came after this data revision, and those held at it that have ended since. */
  readonly changedAfter?: number | undefined;
}

/** Place of an observation in the order of answers: area, indicator, year, series edition, by their keys, then version. */
export interface ObservationPlace {
  readonly areaId: number;
  readonly indicatorId: number;
  readonly year: number;
  readonly seriesEditionId: number;
  readonly revisionFrom: number;
}

export interface ObservationPage {
  /** The data revision these are of. Pin it to read on: then nothing is repeated or left out. */
  readonly revision: number;
  readonly observations: readonly TracedObservation[];
  /** Where to read on; absent on the last page. */
  readonly next?: ObservationPlace;
}

/** An observation with what leads from it to its publisher and to the row that made it. */
export interface TracedObservation extends Observation {
  /** Public id, see observation-id.ts. */
  readonly id: string;
  readonly series: SeriesEdition;
  readonly communityName: string;
  /** Receipt of the submission it came in. */
  readonly receipt: string;
  readonly fileName?: string;
}

/** How far the observations of a series reach. */
export interface HeldSeries {
  readonly area: string;
  readonly indicator: string;
  readonly seriesEditionId: number;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly observations: number;
}
