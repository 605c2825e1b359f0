import type { Indicator, Issue } from '../catalogue/catalogue.js';
import { withoutUndefined } from '../platform/without-undefined.js';
import { distribution } from './distribution.js';
import { areasByName } from './overview-report.js';
import { quantile } from '../scoring/engine/quantile.js';
import type { IssueReport } from './report.js';
import { reportHead, type ReportSources } from './report-sources.js';

/** One issue: how countries lie in it by group, what it stands on, and every scored country by name. */
export function issueReport(issue: Issue, sources: ReportSources): IssueReport {
  const { board, lookUp, intervals } = sources;
  return {
    ...reportHead(sources),
    kind: 'issue',
    issue: { code: issue.code, name: issue.name, principles: issue.principles },
    distributions: lookUp.catalogue.groups.map((group) =>
      distribution(group, (area) => {
        const { score, pace } = board.nodeScore(area, 'issue', issue.code);
        return { score, direction: pace.direction };
      }),
    ),
    indicators: lookUp.indicatorsOfIssue(issue.code).map((indicator) => indicatorOfIssue(indicator, sources)),
    areas: areasByName(lookUp.scoredAreas).map(({ code, name }) => {
      const { score, missing, coverage } = board.nodeScore(code, 'issue', issue.code);
      const { scoreLow, scoreHigh } = intervals?.of(code, 'issue', issue.code) ?? {};
      return withoutUndefined({ code, name, score, scoreLow, scoreHigh, missing, coverage });
    }),
  };
}

function indicatorOfIssue(indicator: Indicator, { board }: ReportSources): IssueReport['indicators'][number] {
  const levels = board.areas.flatMap((area) => board.indicatorScore(area, indicator.code).level ?? []);
  return withoutUndefined({
    code: indicator.code,
    name: indicator.name,
    unit: indicator.unit,
    live: board.liveIndicators.has(indicator.code),
    areasWithLevel: levels.length,
    medianLevel: quantile(levels, 0.5),
  });
}
