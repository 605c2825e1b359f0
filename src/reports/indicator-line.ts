import type { Indicator } from '../catalogue/catalogue.js';
import { withoutUndefined } from '../platform/without-undefined.js';
import { assessmentIn } from './assessment.js';
import { figureSource } from './figure.js';
import type { IndicatorLine } from './report.js';
import type { ReportSources } from './report-sources.js';

/** One indicator of one area: value, level, status and where the value comes from. */
export function indicatorLine(
  area: string,
  indicator: Indicator,
  sources: ReportSources,
  year = sources.board.asOfYear,
): IndicatorLine {
  const score = sources.board.indicatorScore(area, indicator.code, year);
  const agreed = indicator.target !== undefined && indicator.targetBasis !== undefined;
  return withoutUndefined({
    indicator: indicator.code,
    name: indicator.name,
    unit: indicator.unit,
    goal: indicator.goal,
    tier: indicator.tier,
    value: score.value,
    year: score.year,
    ageYears: score.ageYears,
    level: score.level,
    missing: score.missing,
    target: agreed ? indicator.target : undefined,
    targetYear: agreed
      ? (indicator.targetYear ?? sources.lookUp.catalogue.method.defaultTargetYear)
      : undefined,
    targetBasis: agreed ? indicator.targetBasis : undefined,
    status: score.status,
    statusReason: score.statusReason,
    direction: score.direction,
    pace: score.pace,
    forecast: score.forecast,
    growth: score.growth,
    flags: score.flags,
    figure: score.observation && figureSource(score.observation, sources),
    alternatives: score.alternatives.map((observation) => figureSource(observation, sources)),
    assessment: score.assessment && assessmentIn(score.assessment, sources),
  });
}
