import type { Issue } from '../catalogue/catalogue.js';
import { areaScores, nodeDistributions } from './area-scores.js';
import { indicatorSummary } from './indicator-summary.js';
import type { IssueReport } from './report.js';
import { reportHead, type ReportSources } from './report-sources.js';
import { statementsOn } from './statements-on.js';

/** One issue: how countries lie in it by group, what it stands on, and every scored country by name. */
export function issueReport(issue: Issue, sources: ReportSources): IssueReport {
  const { lookUp } = sources;
  const { code, name, principles } = issue;
  return {
    ...reportHead(sources),
    kind: 'issue',
    issue: { code, name, principles },
    distributions: nodeDistributions('issue', code, sources),
    indicators: lookUp
      .indicatorsOfView('issue', code)
      .map((indicator) => indicatorSummary(indicator, sources)),
    areas: areaScores('issue', code, sources),
    statements: statementsOn(sources, { subject: `issue:${code}` }),
  };
}
