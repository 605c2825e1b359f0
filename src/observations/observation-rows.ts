import type { Confidence } from '../catalogue/confidence.js';
import { parseTookPart } from '../catalogue/took-part.js';
import type { Observation, ObservationStatus, SeriesEdition } from './observation.js';
import { observationId } from './observation-id.js';
import type { TracedObservation } from './observation-filter.js';

/** As a query gives it: columns by name, `null` where nothing is there. */
export interface LiveRow {
  readonly area_id: number;
  readonly indicator_id: number;
  readonly year: number;
  readonly series_edition_id: number;
  readonly value: number;
  readonly status: ObservationStatus;
  readonly submission_id: number;
  readonly row_number: number;
  readonly revision_from: number;
  readonly revision_to: number | null;
  readonly note: string | null;
  readonly evidence: string | null;
  readonly took_part: string | null;
  readonly confidence: Confidence | null;
}

export interface SeriesRow {
  readonly series_edition_id: number;
  readonly indicator: string;
  readonly community: string;
  readonly published: boolean;
  readonly source: string;
  readonly edition: string;
  readonly organisation: string | null;
  readonly url: string | null;
  readonly terms: string | null;
  readonly redistribution: string | null;
  readonly provenance: string | null;
  readonly notes: string | null;
}

export interface TracedRow extends LiveRow, SeriesRow {
  readonly area: string;
  readonly community_name: string;
  readonly receipt: string;
  readonly file_name: string | null;
}

export function observationOf(row: LiveRow, area: string, indicator: string): Observation {
  return {
    area,
    indicator,
    year: row.year,
    value: row.value,
    status: row.status,
    seriesEditionId: row.series_edition_id,
    ...(row.note === null ? {} : { note: row.note }),
    ...(row.evidence === null ? {} : { evidence: row.evidence }),
    ...(row.took_part === null ? {} : { tookPart: parseTookPart(row.took_part) }),
    ...(row.confidence === null ? {} : { confidence: row.confidence }),
    submissionId: row.submission_id,
    rowNumber: row.row_number,
    revisionFrom: row.revision_from,
    ...(row.revision_to === null ? {} : { revisionTo: row.revision_to }),
  };
}

export function seriesEditionOf(row: SeriesRow): SeriesEdition {
  const { indicator, community, published, source, edition } = row;
  const { organisation, url, terms, redistribution, provenance, notes } = row;
  return {
    id: row.series_edition_id,
    indicator,
    community,
    published,
    source,
    edition,
    ...(organisation === null ? {} : { organisation }),
    ...(url === null ? {} : { url }),
    ...(terms === null ? {} : { terms }),
    ...(redistribution === null ? {} : { redistribution }),
    ...(provenance === null ? {} : { provenance }),
    ...(notes === null ? {} : { notes }),
  };
}

export function tracedObservationOf(row: TracedRow): TracedObservation {
  const observation = observationOf(row, row.area, row.indicator);
  return {
    ...observation,
    id: observationId(observation),
    series: seriesEditionOf(row),
    communityName: row.community_name,
    receipt: row.receipt,
    ...(row.file_name === null ? {} : { fileName: row.file_name }),
  };
}
