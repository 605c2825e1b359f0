import type { ObservationFilter, ObservationPlace } from './observation-filter.js';

export const TRACED_COLUMNS = `
  o.area_id, o.indicator_id, o.year, o.series_edition_id, o.value, o.status, o.submission_id, o.row_number,
  o.revision_from, o.revision_to, o.note, o.evidence, a.code AS area, i.code AS indicator, c.code AS community,
  c.name AS community_name, c.kind = 'system' AS published, e.source, e.edition, e.organisation, e.url, e.terms,
  e.redistribution, e.provenance, e.notes, b.receipt, b.file_name`;

export const TRACED_TABLES = `
  observation o
  JOIN area a ON a.id = o.area_id
  JOIN indicator i ON i.id = o.indicator_id
  JOIN series_edition e ON e.id = o.series_edition_id
  JOIN community c ON c.id = e.community_id
  JOIN submission b ON b.id = o.submission_id`;

export interface Query {
  readonly sql: string;
  readonly parameters: unknown[];
}

/** The query behind a filter as of its revision, in the order of the primary key. */
export function observationQuery(
  filter: ObservationFilter & { readonly asOfRevision: number },
  limit: number,
  after?: ObservationPlace,
): Query {
  const parameters: unknown[] = [];
  const bind = (value: unknown): string => `$${String(parameters.push(value))}`;
  const conditions = restrictions(filter, bind);
  const where = conditions.map((condition) => condition('o'));
  if (filter.latest === true) {
    const newer = ['newer.area_id = o.area_id', 'newer.indicator_id = o.indicator_id', 'newer.year > o.year'];
    const same = [...newer, ...conditions.map((condition) => condition('newer'))].join(' AND ');
    where.push(`NOT EXISTS (SELECT FROM observation newer WHERE ${same})`);
  }
  if (after !== undefined) {
    const { areaId, indicatorId, year, seriesEditionId } = after;
    const place = [areaId, indicatorId, year, seriesEditionId].map(bind).join(', ');
    where.push(`(o.area_id, o.indicator_id, o.year, o.series_edition_id) > (${place})`);
  }
  const sql = `SELECT ${TRACED_COLUMNS} FROM ${TRACED_TABLES}
    WHERE ${where.join(' AND ')}
    ORDER BY o.area_id, o.indicator_id, o.year, o.series_edition_id
    LIMIT ${bind(limit)}`;
  return { sql, parameters };
}

/** Each restriction as a condition on an alias of the observation table. */
function restrictions(
  filter: ObservationFilter & { readonly asOfRevision: number },
  bind: (value: unknown) => string,
): ((alias: string) => string)[] {
  const { areas, indicators, fromYear, toYear, statuses, community } = filter;
  const conditions: ((alias: string) => string)[] = [];
  const revision = bind(filter.asOfRevision);
  conditions.push(
    (o) =>
      `${o}.revision_from <= ${revision} AND (${o}.revision_to IS NULL OR ${o}.revision_to > ${revision})`,
  );
  if (areas !== undefined) {
    const codes = bind(areas);
    conditions.push((o) => `${o}.area_id IN (SELECT id FROM area WHERE code = ANY (${codes}::text[]))`);
  }
  if (indicators !== undefined) {
    const codes = bind(indicators);
    conditions.push(
      (o) => `${o}.indicator_id IN (SELECT id FROM indicator WHERE code = ANY (${codes}::text[]))`,
    );
  }
  if (fromYear !== undefined) {
    const year = bind(fromYear);
    conditions.push((o) => `${o}.year >= ${year}::integer`);
  }
  if (toYear !== undefined) {
    const year = bind(toYear);
    conditions.push((o) => `${o}.year <= ${year}::integer`);
  }
  if (statuses !== undefined) {
    const allowed = bind(statuses);
    conditions.push((o) => `${o}.status = ANY (${allowed}::text[])`);
  }
  if (community !== undefined) {
    const code = bind(community);
    conditions.push(
      (o) =>
        `${o}.series_edition_id IN (SELECT s.id FROM series_edition s JOIN community m ON m.id = s.community_id
          WHERE m.code = ${code})`,
    );
  }
  return conditions;
}
