import { withoutUndefined } from '../platform/without-undefined.js';
import type { Observation } from '../observations/observation.js';
import type { TracedObservation } from '../observations/observation-filter.js';
import { observationId } from '../observations/observation-id.js';
import type { FigureSource } from './report.js';
import type { ReportSources } from './report-sources.js';

/**
 * Where a figure comes from: observation, batch and row, community, publisher and terms.
 * @throws RangeError when the sources lack its series edition or its batch
 */
export function figureSource(observation: Observation, sources: ReportSources): FigureSource {
  const series = sources.seriesEditions.get(observation.seriesEditionId);
  const receipt = sources.receipts.get(observation.submissionId);
  if (series === undefined || receipt === undefined) {
    throw new RangeError(`The sources of observation ${observationId(observation)} are not at hand`);
  }
  const communityName = sources.communities.get(series.community)?.name ?? series.community;
  return figureOf(observation, { series, receipt, communityName });
}

/** As `figureSource`, for an observation that was read with its sources. */
export function tracedFigure(observation: TracedObservation): FigureSource {
  return figureOf(observation, observation);
}

function figureOf(
  observation: Observation,
  { series, receipt, communityName }: Pick<TracedObservation, 'series' | 'receipt' | 'communityName'>,
): FigureSource {
  return withoutUndefined({
    observation: observationId(observation),
    receipt,
    row: observation.rowNumber,
    community: series.community,
    communityName,
    organisation: series.organisation,
    source: series.source,
    edition: series.edition,
    url: series.url,
    terms: series.terms,
    redistribution: series.redistribution,
    provenance: series.provenance,
    status: observation.status,
    value: observation.value,
    year: observation.year,
  });
}
