import type { TracedObservation } from '../../observations/observation-filter.js';
import type { ReportSources } from '../report-sources.js';
import { codeId } from './code-id.js';
import { OBS_STATUS, seriesCode } from './code-lists.js';
import type { Action, Row } from './row.js';

/**
 * Observations of one area and indicator as rows, series by series, oldest first.
 * @param changes whether they are what changed: then what ended and has no successor is to be taken away
 */
export function observationRows(
  observations: readonly TracedObservation[],
  sources: ReportSources,
  changes: boolean,
): readonly Row[] {
  const place = ({ seriesEditionId, year }: TracedObservation): string =>
    `${String(seriesEditionId)} ${String(year)}`;
  const held = new Set(observations.filter(({ revisionTo }) => revisionTo === undefined).map(place));
  return observations
    .filter((one) => !changes || one.revisionTo === undefined || !held.has(place(one)))
    .toSorted((one, other) => one.seriesEditionId - other.seriesEditionId || one.year - other.year)
    .map((one) => rowOf(one, sources, actionOf(one, changes)));
}

function actionOf({ revisionTo }: TracedObservation, changes: boolean): Action {
  if (!changes) return 'I';
  return revisionTo === undefined ? 'R' : 'D';
}

function rowOf(observation: TracedObservation, { lookUp }: ReportSources, action: Action): Row {
  const { area, indicator, year, series, status } = observation;
  return {
    action,
    values: {
      FREQ: 'A',
      REF_AREA: codeId(area),
      INDICATOR: codeId(indicator),
      SERIES: seriesCode(observation.seriesEditionId),
      TIME_PERIOD: String(year),
      OBS_VALUE: observation.value,
      UNIT_MEASURE: lookUp.indicator(indicator)?.unit,
      SOURCE: series.source,
      EDITION: series.edition,
      ORGANISATION: series.organisation,
      TERMS: series.terms,
      PROVENANCE: series.provenance,
      COMMUNITY: codeId(series.community),
      OBS_STATUS: OBS_STATUS[status],
      STATUS: status,
      COMMENT: observation.note,
      EVIDENCE: observation.evidence,
      OBSERVATION_ID: observation.id,
    },
  };
}
