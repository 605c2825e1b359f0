import { MOST_WARNINGS_KEPT, type ComparisonCode } from '../submissions/checking/warning.js';
import { ARRIVAL_RULES } from './arrival-rules.js';

const { differs, suddenChange, timesUsualChange } = ARRIVAL_RULES;

/** The live figure that a row takes the place of once it is accepted. */
const OWN_FIGURE = `
  arriving r
  JOIN arriving_series s ON s.series = r.series AND s.series_edition_id IS NOT NULL
  JOIN observation o ON o.area_id = r.area_id AND o.indicator_id = r.indicator_id AND o.year = r.year
    AND o.series_edition_id = s.series_edition_id AND o.revision_to IS NULL`;

export const UNCHANGED = `SELECT count(*)::integer AS unchanged FROM ${OWN_FIGURE} WHERE o.value = r.value`;

/**
 * @param rows a query for `row_number`, `ordinal`, `area_id`, `indicator_id` and what the words need of the rows in question
 * @param params names of what the words need, and its columns
 */
function question(rows: string, params: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(params).map(([name, column]) => `'${name}', w.${column}`);
  return `
    WITH found AS MATERIALIZED (${rows}),
    first_found AS (SELECT * FROM found ORDER BY ordinal LIMIT ${String(MOST_WARNINGS_KEPT)})
    SELECT (SELECT count(*)::integer FROM found) AS total, w.row_number AS "row", a.code AS area, i.code AS indicator,
      jsonb_build_object(${pairs.join()}) AS params
    FROM first_found w
    JOIN area_measure a ON a.area_id = w.area_id JOIN indicator_measure i ON i.indicator_id = w.indicator_id
    ORDER BY w.ordinal`;
}

const ROW = 'r.row_number, r.ordinal, r.area_id, r.indicator_id, r.year, r.value';

const REPLACES = `
  SELECT ${ROW}, o.value AS before
  FROM ${OWN_FIGURE} WHERE o.value <> r.value`;

/** The figure of the same series is replaced: that is told otherwise. */
const DIFFERS = `
  SELECT ${ROW}, u.value AS other, u.source
  FROM arriving r
  JOIN arriving_series s ON s.series = r.series
  JOIN in_use u ON u.area_id = r.area_id AND u.indicator_id = r.indicator_id AND u.year = r.year
  WHERE u.series_edition_id IS DISTINCT FROM s.series_edition_id AND abs(r.place - u.place) > ${String(differs)}`;

const BY_YEAR = 'WINDOW by_year AS (PARTITION BY indicator_id, area_id, series ORDER BY year)';

/**
 * Changes between neighbouring years, of the rows of each series and of the figures in use for years that it leaves out.
 * They are looked for in what spans enough to hold one; then, where no figure in use comes between, in the steps of the
 * rows alone; and closely where there are any. Of a single value that stands out only the way there is told, not the way
 * back. Between whole values one unit apart there are no small steps: a law is in force or not.
 */
const SUDDEN = `
  WITH span AS (
    SELECT area_id, indicator_id, series, min(place) AS low, max(place) AS high, min(year) AS first, max(year) AS last,
      count(*) AS years
    FROM arriving GROUP BY area_id, indicator_id, series),
  held_span AS (
    SELECT area_id, indicator_id, min(place) AS low, max(place) AS high, min(year) AS first, max(year) AS last
    FROM in_use GROUP BY area_id, indicator_id),
  wide AS MATERIALIZED (
    SELECT s.area_id, s.indicator_id, s.series,
      coalesce(h.first < s.first OR h.last > s.last OR s.last - s.first >= s.years, false) AS may_mix
    FROM span s LEFT JOIN held_span h ON h.area_id = s.area_id AND h.indicator_id = s.indicator_id
    WHERE greatest(s.high, h.high) - least(s.low, h.low) > ${String(suddenChange)}),
  suspect AS MATERIALIZED (
    SELECT area_id, indicator_id, series FROM wide WHERE may_mix
    UNION
    SELECT area_id, indicator_id, series
    FROM (
      SELECT area_id, indicator_id, series, year - lag(year) OVER by_year AS years, place - lag(place) OVER by_year AS step
      FROM arriving WHERE (area_id, indicator_id, series) IN (
        SELECT area_id, indicator_id, series FROM wide WHERE NOT may_mix)
      ${BY_YEAR}) steps
    WHERE abs(step) > ${String(suddenChange)} * years),
  own AS MATERIALIZED (
    SELECT area_id, indicator_id, series, year, value, place, row_number, ordinal FROM arriving
    WHERE (area_id, indicator_id, series) IN (SELECT area_id, indicator_id, series FROM suspect)),
  line AS (
    SELECT * FROM own
    UNION ALL
    SELECT u.area_id, u.indicator_id, l.series, u.year, u.value, u.place, NULL, NULL
    FROM suspect l JOIN in_use u ON u.area_id = l.area_id AND u.indicator_id = l.indicator_id
    WHERE NOT EXISTS (
      SELECT FROM own r
      WHERE r.area_id = u.area_id AND r.indicator_id = u.indicator_id AND r.year = u.year AND r.series = l.series)),
  steps AS (
    SELECT area_id, indicator_id, series, year, value, row_number, ordinal, lag(year) OVER by_year AS year_before,
      lag(value) OVER by_year AS value_before, place - lag(place) OVER by_year AS step, lag(row_number) OVER by_year AS row_before,
      lag(ordinal) OVER by_year AS ordinal_before, lag(place) OVER by_year - lag(place, 2) OVER by_year AS step_before,
      lag(year) OVER by_year - lag(year, 2) OVER by_year AS years_before
    FROM line ${BY_YEAR}),
  large AS MATERIALIZED (
    SELECT *, abs(step) / (year - year_before) AS pace FROM steps
    WHERE abs(step) > ${String(suddenChange)} * (year - year_before) AND (ordinal IS NOT NULL OR ordinal_before IS NOT NULL)
      AND NOT (abs(step) = 1 AND abs(value - value_before) = 1 AND value = round(value))
      AND NOT coalesce(ordinal_before IS NOT NULL AND sign(step) <> sign(step_before)
        AND abs(step_before) > ${String(suddenChange)} * years_before, false)),
  usual AS (
    SELECT area_id, indicator_id, max(pace) AS pace
    FROM (
      SELECT area_id, indicator_id, abs(place - lag(place) OVER by_year) / (year - lag(year) OVER by_year) AS pace
      FROM in_use WHERE (area_id, indicator_id) IN (SELECT area_id, indicator_id FROM large)
      WINDOW by_year AS (PARTITION BY indicator_id, area_id ORDER BY year)) held
    GROUP BY area_id, indicator_id)
  SELECT coalesce(row_number, row_before) AS row_number, coalesce(ordinal, ordinal_before) AS ordinal, l.area_id, l.indicator_id,
    year, value, year_before, value_before
  FROM large l LEFT JOIN usual u ON u.area_id = l.area_id AND u.indicator_id = l.indicator_id
  WHERE l.pace > ${String(timesUsualChange)} * coalesce(u.pace, 0)`;

const SOURCES_DIFFER = `
  SELECT ${ROW}, r.first_value, r.first_row
  FROM (
    SELECT r.*, first_value(r.value) OVER same AS first_value, first_value(r.place) OVER same AS first_place,
      first_value(r.row_number) OVER same AS first_row
    FROM arriving r
    WHERE (r.indicator_id, r.area_id, r.year) IN (
      SELECT indicator_id, area_id, year FROM arriving
      WHERE indicator_id IN (SELECT indicator_id FROM arriving_series GROUP BY indicator_id HAVING count(*) > 1)
      GROUP BY indicator_id, area_id, year HAVING max(place) - min(place) > ${String(differs)})
    WINDOW same AS (PARTITION BY r.indicator_id, r.area_id, r.year ORDER BY r.ordinal)) r
  WHERE abs(r.place - r.first_place) > ${String(differs)}`;

const OUTSIDE = `
  SELECT ${ROW}
  FROM arriving r JOIN indicator_measure m ON m.indicator_id = r.indicator_id
  WHERE r.value < m.least OR r.value > m.most`;

/** Each gives the first rows in the order of the file, and with each of them how many there are. */
export const QUESTIONS: Readonly<Record<ComparisonCode, string>> = {
  replaces_own_figure: question(REPLACES, { year: 'year', before: 'before', after: 'value' }),
  differs_from_figure_in_use: question(DIFFERS, {
    ...{ year: 'year', value: 'value', other: 'other', source: 'source' },
  }),
  sudden_change: question(SUDDEN, {
    ...{ year: 'year', value: 'value', yearBefore: 'year_before', before: 'value_before' },
  }),
  sources_differ_in_file: question(SOURCES_DIFFER, {
    ...{ year: 'year', value: 'value', other: 'first_value', otherRow: 'first_row' },
  }),
  outside_limits_doubtful: question(OUTSIDE, { year: 'year', value: 'value' }),
};

/** Rows of one series that are compared at most, spread over the file; more would not tell more. */
const MOST_COMPARED = 200;
/** A figure in use of a year further away says nothing of the scale. */
const YEARS_APART = 5;
/** Powers of ten that are slips of the scale, and how near to one a value must come. */
const POWERS = [-6, -3, -2, 2, 3, 6];
const NEAR = 0.3;

/** For each series the power of ten that most of its values are off the figures in use of the nearest years. */
export const SCALE_EVIDENCE = `
  WITH pairs AS (
    SELECT DISTINCT ON (r.ordinal) r.series, r.value, u.value AS other
    FROM arriving r
    JOIN arriving_series s ON s.series = r.series AND r.ordinal % greatest(1, s.size / ${String(MOST_COMPARED)}) = 0
    JOIN in_use u ON u.area_id = r.area_id AND u.indicator_id = r.indicator_id
      AND abs(u.year - r.year) <= ${String(YEARS_APART)} AND u.value * r.value > 0
    ORDER BY r.ordinal, abs(u.year - r.year), u.year DESC),
  powers AS (
    SELECT series, power, count(*)::integer AS agreeing
    FROM pairs LEFT JOIN unnest('{${POWERS.join()}}'::integer[]) AS power
      ON abs(log(value / other) - power) < ${String(NEAR)}
    GROUP BY series, power),
  likest AS (
    SELECT DISTINCT ON (series) series, power, agreeing, (sum(agreeing) OVER (PARTITION BY series))::integer AS compared
    FROM powers ORDER BY series, agreeing DESC, power)
  SELECT i.code AS indicator, s.size, s.filled, s.largest, f.row_number AS "row", f.value, l.power,
    coalesce(l.agreeing, 0) AS agreeing, coalesce(l.compared, 0) AS compared
  FROM arriving_series s
  JOIN indicator_measure i ON i.indicator_id = s.indicator_id
  JOIN arriving f ON f.ordinal = s.shown
  LEFT JOIN likest l ON l.series = s.series
  ORDER BY s.series`;
