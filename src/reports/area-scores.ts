import type { Area } from '../catalogue/catalogue.js';
import { withoutUndefined } from '../platform/without-undefined.js';
import type { NodeKind } from '../scoring/score.js';
import { distribution } from './distribution.js';
import { areasByName } from './overview-report.js';
import type { AreaScore, Distribution } from './report.js';
import type { ReportSources } from './report-sources.js';

/** Every scored area on a node, by name: an order, not a ranking. @throws RangeError when there is no such node */
export function areaScores(kind: NodeKind, code: string, sources: ReportSources): readonly AreaScore[] {
  return areasByName(sources.lookUp.scoredAreas).map((area) => areaScore(area, kind, code, sources));
}

/** One area on a node. @throws RangeError when there is no such node */
export function areaScore(
  area: Area,
  kind: NodeKind,
  code: string,
  { board, intervals }: ReportSources,
): AreaScore {
  const { score, missing, coverage, meanAgeYears, pace } = board.nodeScore(area.code, kind, code);
  const { scoreLow, scoreHigh } = intervals?.of(area.code, kind, code) ?? {};
  return withoutUndefined({
    code: area.code,
    name: area.name,
    score,
    scoreLow,
    scoreHigh,
    missing,
    coverage,
    direction: pace.direction,
    meanAgeYears,
  });
}

/** How the areas of groups lie on a node; of all groups of the catalogue unless some are given. */
export function nodeDistributions(
  kind: NodeKind,
  code: string,
  { board, lookUp }: ReportSources,
  groups = lookUp.catalogue.groups,
): readonly Distribution[] {
  return groups.map((group) =>
    distribution(group, (area) => {
      const { score, pace } = board.nodeScore(area, kind, code);
      return { score, direction: pace.direction };
    }),
  );
}
