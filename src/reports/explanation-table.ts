import { ASSESSMENT_COLUMNS, assessmentCells } from './assessment-cells.js';
import type { CsvTable } from './csv-table.js';
import type { ExplanationReport } from './explanation.js';
import { STATEMENT_COLUMNS, statementRows } from './statement-cells.js';

const COLUMNS = [
  'area',
  'kind',
  'code',
  'as_of_year',
  'score',
  'missing',
  'indicator',
  'name',
  'unit',
  'value',
  'value_year',
  'level',
  'level_missing',
  'filled',
  'nominal_weight',
  'effective_weight',
  'points',
  'points_lost',
  'formula',
  'observation',
  'organisation',
  'source',
  'edition',
  'terms',
  ...ASSESSMENT_COLUMNS,
  'edition_of_method',
  'revision',
  ...STATEMENT_COLUMNS,
] as const;

/** The contributions to a score, one row for each indicator that counts in it; then rows of `kind` statement on them. */
export function explanationTable(report: ExplanationReport): CsvTable {
  const { area, node, year, score, missing, weights, indicators, statements, edition, revision } = report;
  const ofScore = { area: area.code, kind: node.kind, code: node.code, as_of_year: year, score, missing };
  const contributions = weights.map((weight) => {
    const indicator = indicators.find((each) => each.indicator === weight.indicator);
    const figure = indicator?.figure;
    return {
      ...ofScore,
      indicator: weight.indicator,
      name: weight.name,
      unit: indicator?.unit,
      value: indicator?.value,
      value_year: indicator?.year,
      level: weight.level,
      level_missing: indicator?.missing,
      filled: weight.filled,
      nominal_weight: weight.nominal,
      effective_weight: weight.actual,
      points: weight.points,
      points_lost: weight.pointsLost,
      formula: indicator?.formula,
      observation: figure?.observation,
      organisation: figure?.organisation,
      source: figure?.source,
      edition: figure?.edition,
      terms: figure?.terms,
      ...assessmentCells(indicator?.assessment),
      edition_of_method: edition,
      revision,
    };
  });
  const replies = statementRows(statements, {
    area: area.code,
    as_of_year: year,
    edition_of_method: edition,
    revision,
  });
  return { columns: COLUMNS, rows: [...contributions, ...replies] };
}
