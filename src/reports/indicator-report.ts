import type { AreaGroup, Indicator } from '../catalogue/catalogue.js';
import type { LookUp } from '../catalogue/look-up.js';
import { viewCodes, viewsOf, type AgendaKind } from '../catalogue/views.js';
import { withoutUndefined } from '../platform/without-undefined.js';
import { distribution } from './distribution.js';
import { indicatorLine } from './indicator-line.js';
import { nodeName } from './node-line.js';
import { areasByName } from './overview-report.js';
import type { IndicatorReport } from './report.js';
import { reportHead, type ReportSources } from './report-sources.js';
import { statementsOn } from './statements-on.js';

/** One indicator: what it means, where its figures come from, and its value in every scored country. */
export function indicatorReport(indicator: Indicator, sources: ReportSources): IndicatorReport {
  const { board, lookUp } = sources;
  return {
    ...reportHead(sources),
    kind: 'indicator',
    indicator: {
      ...withoutUndefined({
        code: indicator.code,
        name: indicator.name,
        definition: indicator.definition,
        unit: indicator.unit,
        goal: indicator.goal,
        goalName: nodeName('goal', indicator.goal, lookUp),
        tier: indicator.tier,
        goalpostReason: indicator.goalpostReason,
        target: indicator.target,
        targetBasis: indicator.targetBasis,
        targetYear: indicator.targetYear,
        source: indicator.source,
        licence: indicator.licence,
        caveats: indicator.caveats,
        scored: indicator.scored && indicator.derivedScoresAllowed,
      }),
      goalposts: { ...indicator.goalposts },
    },
    commitments: lookUp.linksOfIndicator(indicator.code).map(({ commitment, type, reason }) => ({
      id: commitment,
      title: nodeName('commitment', commitment, lookUp),
      type,
      reason,
    })),
    issues: indicator.issues.map((code) => ({ code, name: nodeName('issue', code, lookUp) })),
    actionLines: agendaViews('action_line', indicator, lookUp),
    sdgTargets: agendaViews('sdg_target', indicator, lookUp),
    series: lookUp
      .seriesOfIndicator(indicator.code)
      .map(({ organisation, series, edition, url, terms, redistribution, provenance, notes }) => ({
        organisation,
        series,
        edition,
        url,
        terms,
        redistribution,
        provenance,
        notes,
      })),
    distribution: distribution(everyScoredArea(lookUp), (area) => {
      const { level, direction } = board.indicatorScore(area, indicator.code);
      return { score: level, direction };
    }),
    areas: areasByName(lookUp.scoredAreas).map(({ code, name }) => ({
      area: code,
      areaName: name,
      ...indicatorLine(code, indicator, sources),
    })),
    statements: statementsOn(sources, { subject: `indicator:${indicator.code}` }),
  };
}

/** Those that the catalogue describes. */
function agendaViews(
  kind: AgendaKind,
  indicator: Indicator,
  { catalogue }: LookUp,
): readonly { readonly code: string; readonly name: string }[] {
  const codes = viewCodes(kind, indicator);
  return viewsOf(catalogue)
    .filter((view) => view.kind === kind && codes.includes(view.code))
    .map(({ code, name }) => ({ code, name }));
}

/** The catalogue's world group; without one, all scored areas under the framework's name. */
function everyScoredArea({ catalogue, scoredAreas }: LookUp): AreaGroup {
  return (
    catalogue.groups.find(({ kind }) => kind === 'world') ?? {
      code: 'WORLD',
      kind: 'world',
      name: catalogue.framework.name,
      members: scoredAreas.map(({ code }) => code),
    }
  );
}
