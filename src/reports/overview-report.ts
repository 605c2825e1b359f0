import type { Area } from '../catalogue/catalogue.js';
import { withoutUndefined } from '../platform/without-undefined.js';
import { distribution } from './distribution.js';
import type { OverviewReport } from './report.js';
import { targetSummary } from './target-summary.js';
import { reportHead, type ReportSources } from './report-sources.js';

/** Where the world and each regional group stand, and every scored country by name: an order, not a ranking. */
export function overviewReport(sources: ReportSources): OverviewReport {
  const { board, lookUp } = sources;
  const { principles, groups, indicators } = lookUp.catalogue;
  const shownGroups = groups.filter(({ kind }) => kind !== 'income_group');
  const figures = indicators.map(({ code }) =>
    board.areas.reduce((sum, area) => sum + board.observations(area, code).length, 0),
  );
  return {
    ...reportHead(sources),
    kind: 'overview',
    principles: principles.map(({ code, name }) => ({
      code,
      name,
      distributions: shownGroups.map((group) =>
        distribution(group, (area) => {
          const { score, pace } = board.nodeScore(area, 'principle', code);
          return { score, direction: pace.direction };
        }),
      ),
    })),
    areas: areasByName(lookUp.scoredAreas).map((area) =>
      withoutUndefined({
        code: area.code,
        name: area.name,
        group: area.unGroup,
        principles: principles.map(({ code }) => {
          const { score, missing } = board.nodeScore(area.code, 'principle', code);
          return withoutUndefined({ code, score, missing });
        }),
      }),
    ),
    targets: indicators.flatMap((indicator) => targetSummary(indicator, sources)),
    observations: figures.reduce((sum, count) => sum + count, 0),
    indicatorsWithFigures: figures.filter((count) => count > 0).length,
  };
}

/** In alphabetical order of their English names. */
export function areasByName(areas: readonly Area[]): readonly Area[] {
  return [...areas].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
