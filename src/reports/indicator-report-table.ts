import type { CsvTable } from './csv-table.js';
import { indicatorCells, INDICATOR_COLUMNS } from './indicator-cells.js';
import type { IndicatorReport } from './report.js';

/** One row for each country, in the order of the report. */
export function indicatorReportTable({ indicator, areas, revision }: IndicatorReport): CsvTable {
  return {
    columns: [
      'indicator',
      'area',
      'area_name',
      'level',
      'missing',
      'direction',
      'observed_pace',
      ...INDICATOR_COLUMNS,
      'revision',
    ],
    rows: areas.map((line) => ({
      indicator: indicator.code,
      area: line.area,
      area_name: line.areaName,
      level: line.level,
      missing: line.missing,
      direction: line.direction,
      observed_pace: line.pace?.observedPace,
      ...indicatorCells(line),
      revision,
    })),
  };
}
