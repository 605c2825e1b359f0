import { ASSESSMENT_COLUMNS, assessmentCells } from './assessment-cells.js';
import type { CsvCell } from './csv-table.js';
import type { IndicatorLine } from './report.js';

/** What tables say of an indicator beside its level. */
export const INDICATOR_COLUMNS = [
  'tier',
  'value',
  'unit',
  'year',
  'age_years',
  'status',
  'status_reason',
  'base_year',
  'required_pace',
  'forecast_year',
  'forecast_points',
  'forecast_points_low',
  'forecast_points_high',
  'forecast_value',
  'target_probability',
  'likelihood',
  'growth_status',
  'target',
  'target_year',
  'target_basis',
  'flags',
  'reported_value',
  'observation_status',
  'source',
  'edition',
  'organisation',
  'community',
  'terms',
  'observation',
  'receipt',
  'row',
  ...ASSESSMENT_COLUMNS,
] as const;

export function indicatorCells(
  line: IndicatorLine,
): Readonly<Record<(typeof INDICATOR_COLUMNS)[number], CsvCell>> {
  const { figure } = line;
  return {
    tier: line.tier,
    value: line.value,
    unit: line.unit,
    year: line.year,
    age_years: line.ageYears,
    status: line.status,
    status_reason: line.statusReason,
    base_year: line.pace?.baseYear,
    required_pace: line.pace?.requiredPace,
    ...forecastCells(line),
    growth_status: line.growth?.status,
    target: line.target,
    target_year: line.targetYear,
    target_basis: line.targetBasis,
    flags: line.flags.join(' '),
    reported_value: figure?.value,
    observation_status: figure?.status,
    source: figure?.source,
    edition: figure?.edition,
    organisation: figure?.organisation,
    community: figure?.community,
    terms: figure?.terms,
    observation: figure?.observation,
    receipt: figure?.receipt,
    row: figure?.row,
    ...assessmentCells(line.assessment),
  };
}

function forecastCells({ forecast }: IndicatorLine) {
  return {
    forecast_year: forecast?.targetYear,
    forecast_points: forecast?.shown.points,
    forecast_points_low: forecast?.shown.pointsLow,
    forecast_points_high: forecast?.shown.pointsHigh,
    forecast_value: forecast?.shown.value,
    target_probability: forecast?.probability,
    likelihood: forecast?.likelihood,
  };
}
