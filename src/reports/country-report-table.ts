import type { CsvTable } from './csv-table.js';
import { indicatorCells, INDICATOR_COLUMNS } from './indicator-cells.js';
import type { CountryReport, NodeLine } from './report.js';
import { STATEMENT_COLUMNS, statementRows } from './statement-cells.js';
import { whatItTakesCells, WHAT_IT_TAKES_COLUMNS } from './what-it-takes-cells.js';

const COLUMNS = [
  'area',
  'area_name',
  'kind',
  'code',
  'name',
  'parent',
  'level',
  'missing',
  'direction',
  'observed_pace',
  'pace_reason',
  'coverage',
  'coverage_of_linked',
  'grade',
  'grade_provisional',
  'level_low',
  'level_high',
  'mean_age_years',
  ...INDICATOR_COLUMNS,
  ...WHAT_IT_TAKES_COLUMNS,
  ...STATEMENT_COLUMNS,
  'edition_of_method',
  'revision',
] as const;

/** Everything of a country report that is a number or its reason, one row for each node and indicator. */
export function countryReportTable(report: CountryReport): CsvTable {
  const { area, edition, revision } = report;
  const ofReport = { area: area.code, area_name: area.name, edition_of_method: edition, revision };
  const node = (line: NodeLine, parent?: string): CsvTable['rows'][number] => ({
    ...ofReport,
    kind: line.kind,
    code: line.code,
    name: line.name,
    parent,
    level: line.score,
    missing: line.missing,
    direction: line.direction,
    observed_pace: line.observedPace,
    pace_reason: line.paceReason,
    base_year: line.baseYear,
    coverage: line.coverage,
    coverage_of_linked: line.coverageOfLinked,
    grade: line.grade,
    grade_provisional: line.gradeProvisional,
    level_low: line.scoreLow,
    level_high: line.scoreHigh,
    mean_age_years: line.meanAgeYears,
  });
  const ways = new Map(report.whatWouldItTake.map((way) => [way.indicator, way]));
  return {
    columns: COLUMNS,
    rows: [
      ...report.principles.flatMap((principle) => [
        node(principle),
        ...principle.goals.map((goal) => node(goal, principle.code)),
      ]),
      ...report.indicators.map((line) => ({
        ...ofReport,
        kind: 'indicator',
        code: line.indicator,
        name: line.name,
        parent: line.goal,
        level: line.level,
        missing: line.missing,
        direction: line.direction,
        observed_pace: line.pace?.observedPace,
        ...indicatorCells(line),
        ...whatItTakesCells(ways.get(line.indicator)),
      })),
      ...report.commitments.map((line) => node(line, line.objective)),
      ...report.issues.map((line) => node(line)),
      ...statementRows(report.statements, ofReport),
    ],
  };
}
