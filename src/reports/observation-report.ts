import { withoutUndefined } from '../platform/without-undefined.js';
import type { TracedObservation } from '../observations/observation-filter.js';
import { observationId } from '../observations/observation-id.js';
import type { AcceptanceTrace } from './acceptance-trace.repository.js';
import { figureSource } from './figure.js';
import { nodeName } from './node-line.js';
import type { FigureSource, ObservationReport } from './report.js';
import { reportHead, type ReportSources } from './report-sources.js';

/**
 * One figure with the way back to the row that made it, and what it replaced or was replaced by.
 * @param versions every version of it, oldest first, itself included
 */
export function observationReport(
  observation: TracedObservation,
  versions: readonly TracedObservation[],
  trace: AcceptanceTrace,
  sources: ReportSources,
): ObservationReport {
  const { board, lookUp } = sources;
  const area = lookUp.area(observation.area);
  const indicator = lookUp.indicator(observation.indicator);
  const beside =
    area === undefined || indicator === undefined ? [] : board.observations(area.code, indicator.code);
  return withoutUndefined({
    ...reportHead(sources),
    kind: 'observation' as const,
    id: observation.id,
    area: { code: observation.area, name: area?.name ?? observation.area, scored: area?.scored ?? false },
    indicator: {
      code: observation.indicator,
      name: nodeName('indicator', observation.indicator, lookUp),
      definition: indicator?.definition ?? '',
      unit: indicator?.unit ?? '',
    },
    figure: tracedFigure(observation),
    note: observation.note,
    evidence: observation.evidence,
    seriesNotes: observation.series.notes,
    live: observation.revisionTo === undefined,
    revisionFrom: observation.revisionFrom,
    revisionTo: observation.revisionTo,
    submission: trace.submission,
    decision: trace.decision,
    versions: versions.map(({ id, value, status, receipt, revisionFrom, revisionTo }) =>
      withoutUndefined({ id, value, status, receipt, revisionFrom, revisionTo }),
    ),
    beside: beside
      .filter(
        ({ year, seriesEditionId }) =>
          year === observation.year && seriesEditionId !== observation.seriesEditionId,
      )
      .map((other) => figureSource(other, sources)),
  });
}

/** As `figureSource`, for an observation that was read with its sources. */
export function tracedFigure(observation: TracedObservation): FigureSource {
  const { series } = observation;
  return withoutUndefined({
    observation: observationId(observation),
    receipt: observation.receipt,
    row: observation.rowNumber,
    community: series.community,
    communityName: observation.communityName,
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
