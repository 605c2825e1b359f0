import type { Area } from '../catalogue/catalogue.js';
import { withoutUndefined } from '../platform/without-undefined.js';
import type { Community } from '../communities/community.js';
import { cardsOfArea } from '../communities/nri-card.js';
import { commitmentLine } from './commitment-line.js';
import { indicatorLine } from './indicator-line.js';
import { nodeLine } from './node-line.js';
import type { CountryReport } from './report.js';
import { reportHead, type ReportSources } from './report-sources.js';
import { summaryCounts } from './summary-counts.js';
import { statementsOn } from './statements-on.js';
import { whatWouldItTake } from './what-would-it-take.js';

/** Everything the page, the API and the brief of one country say, in catalogue order. */
export function countryReport(area: Area, sources: ReportSources): CountryReport {
  const { board, lookUp } = sources;
  const { catalogue } = lookUp;
  return {
    ...reportHead(sources),
    kind: 'country',
    area: withoutUndefined({
      code: area.code,
      name: area.name,
      m49: area.m49,
      unGroup: area.unGroup,
      incomeGroup: area.incomeGroup,
    }),
    summary: summaryCounts(board, area.code, catalogue.indicators),
    principles: catalogue.principles.map(({ code }) => ({
      ...nodeLine(area.code, 'principle', code, sources),
      goals: lookUp.goalsOfPrinciple(code).map((goal) => nodeLine(area.code, 'goal', goal.code, sources)),
      history: board.nodeHistory(area.code, 'principle', code),
    })),
    indicators: catalogue.indicators.map((indicator) => indicatorLine(area.code, indicator, sources)),
    commitments: catalogue.commitments.map((commitment) => commitmentLine(area.code, commitment, sources)),
    issues: catalogue.issues.map(({ code }) => nodeLine(area.code, 'issue', code, sources)),
    whatWouldItTake: whatWouldItTake(area.code, sources),
    communities: communitiesOf(area, sources),
    nri: cardsOfArea(area.code, sources.nri),
    statements: statementsOn(sources, { area: area.code }),
  };
}

function communitiesOf(area: Area, { communities }: ReportSources): CountryReport['communities'] {
  const speaksFor = ({ areas, hidden, kind }: Community): boolean =>
    !hidden && kind !== 'system' && areas.includes(area.code);
  return [...communities.values()]
    .filter(speaksFor)
    .map(({ code, name, kind, website }) => withoutUndefined({ code, name, kind, website }));
}
