import { areaStatementRows } from './area-statement-rows.js';
import type { CsvTable } from './csv-table.js';
import { indicatorCells, INDICATOR_COLUMNS } from './indicator-cells.js';
import type { IndicatorReport } from './report.js';
import { STATEMENT_COLUMNS } from './statement-cells.js';

/** A row of `kind` country for each, in the order of the report, then one of `kind` statement for each statement. */
export function indicatorReportTable({ indicator, areas, statements, revision }: IndicatorReport): CsvTable {
  const ofReport = { indicator: indicator.code, revision };
  return {
    columns: [
      'indicator',
      'kind',
      'area',
      'area_name',
      'level',
      'missing',
      'direction',
      'observed_pace',
      ...INDICATOR_COLUMNS,
      ...STATEMENT_COLUMNS,
      'revision',
    ],
    rows: [
      ...areas.map((line) => ({
        ...ofReport,
        kind: 'country',
        area: line.area,
        area_name: line.areaName,
        level: line.level,
        missing: line.missing,
        direction: line.direction,
        observed_pace: line.pace?.observedPace,
        ...indicatorCells(line),
      })),
      ...areaStatementRows(statements).map(({ code: area, ...cells }) => ({ ...ofReport, area, ...cells })),
    ],
  };
}
