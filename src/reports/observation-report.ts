import { withoutUndefined } from '../platform/without-undefined.js';
import type { TracedObservation } from '../observations/observation-filter.js';
import type { AcceptanceTrace } from './acceptance-trace.repository.js';
import { figureSource, tracedFigure } from './figure.js';
import { nodeName } from './node-line.js';
import type { ObservationReport } from './report.js';
import { reportHead, type ReportSources } from './report-sources.js';
import { statementsBehind } from './statements-on.js';

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
    tookPart: observation.tookPart ?? [],
    confidence: observation.confidence,
    seriesNotes: observation.series.notes,
    live: observation.revisionTo === undefined,
    revisionFrom: observation.revisionFrom,
    revisionTo: observation.revisionTo,
    submission: trace.submission,
    decision: trace.decision,
    versions: versions.map(({ id, value, status, receipt, revisionFrom, revisionTo }) =>
      withoutUndefined({ id, value, status, receipt, revisionFrom, revisionTo }),
    ),
    statements: statementsBehind(sources, observation.area, {
      kind: 'indicator',
      code: observation.indicator,
    }),
    beside: beside
      .filter(
        ({ year, seriesEditionId }) =>
          year === observation.year && seriesEditionId !== observation.seriesEditionId,
      )
      .map((other) => figureSource(other, sources)),
  });
}
