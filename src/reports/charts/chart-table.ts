import type { ChartSpecification } from '../../charts/chart-specification.js';
import type { CsvTable } from '../csv-table.js';

/** The numbers of a chart, one mark a row. */
export function chartTable(chart: ChartSpecification): CsvTable {
  switch (chart.kind) {
    case 'trend':
      return {
        columns: ['year', 'value', 'kind', 'edition'],
        rows: chart.segments.flatMap(({ label, points }) =>
          points.map(({ year, value, kind }) => ({ year, value, kind, edition: label })),
        ),
      };
    case 'profile':
      return {
        columns: ['code', 'name', 'score', 'score_low', 'score_high'],
        rows: chart.rows.map(({ code, label, value, low, high }) => ({
          code,
          name: label,
          score: value,
          score_low: low,
          score_high: high,
        })),
      };
    case 'distribution':
      return {
        columns: ['area', 'area_name', 'level', 'chosen'],
        rows: chart.areas.map(({ area, name, value, chosen }) => ({
          area,
          area_name: name,
          level: value,
          chosen,
        })),
      };
    case 'status':
      return {
        columns: ['code', 'name', 'status', 'share'],
        rows: chart.rows.flatMap(({ code, label, shares }) =>
          shares.map(({ status, share }) => ({ code, name: label, status, share })),
        ),
      };
    case 'map':
      return {
        columns: ['area', 'area_name', 'year', 'level'],
        rows: chart.areas.map(({ area, name, value }) => ({
          area,
          area_name: name,
          year: chart.year,
          level: value,
        })),
      };
    case 'sparkline':
      return {
        columns: ['year', 'value'],
        rows: chart.points.map(({ year, value }) => ({ year, value })),
      };
  }
}
