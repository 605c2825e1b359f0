import type { Indicator } from '../catalogue/catalogue.js';
import type { Status } from '../scoring/score.js';
import type { TargetSummary } from './report.js';
import type { ReportSources } from './report-sources.js';

const NONE: Readonly<Record<Status, number>> = {
  target_met: 0,
  on_track: 0,
  needs_acceleration: 0,
  limited: 0,
  regressing: 0,
  target_missed: 0,
  not_assessable: 0,
};

/** Nothing for an indicator without an agreed target, or one that no country has a current figure on; else one. */
export function targetSummary(
  indicator: Indicator,
  { board, lookUp }: ReportSources,
): readonly TargetSummary[] {
  const { code, name, unit, target, targetBasis, targetYear } = indicator;
  if (target === undefined || targetBasis === undefined) return [];
  const statuses = { ...NONE };
  const current = lookUp.scoredAreas
    .map((area) => board.indicatorScore(area.code, code))
    .filter(({ level }) => level !== undefined);
  for (const { status } of current) if (status !== undefined) statuses[status] += 1;
  if (current.length === 0) return [];
  return [
    {
      indicator: code,
      name,
      unit,
      target,
      targetYear: targetYear ?? lookUp.catalogue.method.defaultTargetYear,
      statuses,
      without: lookUp.scoredAreas.length - current.length,
    },
  ];
}
