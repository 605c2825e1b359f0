/** What tells one observation from all others, past ones included. */
export interface ObservationIdParts {
  readonly area: string;
  readonly indicator: string;
  readonly year: number;
  readonly seriesEditionId: number;
  readonly revisionFrom: number;
}

/** The stable public id of an observation: AREA.INDICATOR.YEAR.SERIES_EDITION.REVISION. */
export function observationId(parts: ObservationIdParts): string {
  const { area, indicator, year, seriesEditionId, revisionFrom } = parts;
  return [area, indicator, year, seriesEditionId, revisionFrom].join('.');
}

const ID = /^([^.]+)\.(.+)\.(\d{4})\.(\d{1,9})\.(\d{1,9})$/;

/** The parts of a public id, or `undefined` when the text is not one. */
export function parseObservationId(id: string): ObservationIdParts | undefined {
  const [, area, indicator, year, seriesEditionId, revisionFrom] = ID.exec(id) ?? [];
  if (area === undefined || indicator === undefined) return undefined;
  return {
    area,
    indicator,
    year: Number(year),
    seriesEditionId: Number(seriesEditionId),
    revisionFrom: Number(revisionFrom),
  };
}
