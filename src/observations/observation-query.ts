import type { ObservationFilter, ObservationPlace } from './observation-filter.js';

export const TRACED_COLUMNS = `
  o.area_id, o.indicator_id, o.year, o.series_edition_id, o.value, o.status, o.submission_id, o.row_number,
  o.revision_from, o.revision_to, o.note, o.evidence, o.took_part, o.confidence, a.code AS area, i.code AS indicator, c.code AS community,
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
export function observationQuery(filter: PinnedFilter, limit: number, after?: ObservationPlace): Query {
  const { parameters, bind } = binding();
  const where = conditionsOf(filter, bind);
  if (after !== undefined) {
    const { areaId, indicatorId, year, seriesEditionId, revisionFrom } = after;
    const place = [areaId, indicatorId, year, seriesEditionId, revisionFrom].map(bind).join(', ');
    where.push(`(${keyOf('o')}) > (${place})`);
  }
  const sql = `SELECT ${TRACED_COLUMNS} FROM ${TRACED_TABLES}
    WHERE ${where.join(' AND ')}
    ORDER BY ${keyOf('o')}
    LIMIT ${bind(limit)}`;
  return { sql, parameters };
}

/** How many there are behind a filter as of its revision. */
export function countQuery(filter: PinnedFilter): Query {
  const { parameters, bind } = binding();
  const where = conditionsOf(filter, bind).join(' AND ');
  return { sql: `SELECT count(*)::integer AS count FROM observation o WHERE ${where}`, parameters };
}

/** How far each series behind a filter reaches as of its revision, by area, indicator and series edition. */
export function heldSeriesQuery(filter: PinnedFilter): Query {
  const { parameters, bind } = binding();
  const where = conditionsOf(filter, bind).join(' AND ');
  const sql = `SELECT a.code AS area, i.code AS indicator, o.series_edition_id AS "seriesEditionId",
      min(o.year)::integer AS "firstYear", max(o.year)::integer AS "lastYear", count(*)::integer AS observations
    FROM observation o JOIN area a ON a.id = o.area_id JOIN indicator i ON i.id = o.indicator_id
    WHERE ${where}
    GROUP BY a.code, i.code, o.series_edition_id`;
  return { sql, parameters };
}

type PinnedFilter = ObservationFilter & { readonly asOfRevision: number };
type Bind = (value: unknown) => string;

function binding(): { readonly parameters: unknown[]; readonly bind: Bind } {
  const parameters: unknown[] = [];
  return { parameters, bind: (value) => `$${String(parameters.push(value))}` };
}

/** The columns of the primary key. */
function keyOf(alias: string): string {
  const columns = ['area_id', 'indicator_id', 'year', 'series_edition_id', 'revision_from'];
  return columns.map((column) => `${alias}.${column}`).join(', ');
}

function conditionsOf(filter: PinnedFilter, bind: Bind): string[] {
  const { asOfRevision, changedAfter, latest } = filter;
  const restricted = restrictions(filter, bind);
  const at = bind(asOfRevision);
  if (changedAfter !== undefined) {
    const since = bind(changedAfter);
    return [changedBetween('o', since, at), ...restricted.map((condition) => condition('o'))];
  }
  const held = [(alias: string): string => heldAt(alias, at), ...restricted];
  const where = held.map((condition) => condition('o'));
  if (latest !== true) return where;
  const newer = ['newer.area_id = o.area_id', 'newer.indicator_id = o.indicator_id', 'newer.year > o.year'];
  const same = [...newer, ...held.map((condition) => condition('newer'))].join(' AND ');
  return [...where, `NOT EXISTS (SELECT FROM observation newer WHERE ${same})`];
}

function heldAt(alias: string, revision: string): string {
  return `${alias}.revision_from <= ${revision} AND (${alias}.revision_to IS NULL OR ${alias}.revision_to > ${revision})`;
}

/**
 * What came after a revision and is held at a later one, and what was held at the first and no longer at the other. It
 * is found by its submission, by its end, or, when a revert brought it back, where another one ended.
 */
function changedBetween(alias: string, since: string, until: string): string {
  const came = `${alias}.revision_from > ${since} AND ${heldAt(alias, until)}`;
  const ended = `${alias}.revision_from <= ${since} AND ${alias}.revision_to > ${since} AND ${alias}.revision_to <= ${until}`;
  return `((${came}) OR (${ended})) AND (${keyOf(alias)}) IN (
    SELECT ${keyOf('s')} FROM observation s
      WHERE s.submission_id IN (SELECT submission_id FROM revision_log WHERE revision > ${since})
    UNION SELECT ${keyOf('e')} FROM observation e WHERE e.revision_to > ${since}
    UNION SELECT ${keyOf('n')} FROM observation e
      JOIN observation n ON (${keyOf('n')}) = (e.area_id, e.indicator_id, e.year, e.series_edition_id, e.revision_to)
      WHERE e.revision_to > ${since})`;
}

/** Each restriction as a condition on an alias of the observation table. */
function restrictions(filter: ObservationFilter, bind: Bind): ((alias: string) => string)[] {
  const { areas, indicators, fromYear, toYear, statuses, community } = filter;
  const conditions: ((alias: string) => string)[] = [];
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
