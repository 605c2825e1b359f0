import type { LookUp } from '../catalogue/look-up.js';
import { withoutUndefined } from '../platform/without-undefined.js';
import { certaintyOf } from '../scoring/uncertainty/score-certainty.js';
import type { NodeKind, NodeScore } from '../scoring/score.js';
import type { NodeLine } from './report.js';
import type { ReportSources } from './report-sources.js';

const CHILD_KIND: Readonly<Record<NodeKind, NodeKind | 'indicator'>> = {
  framework: 'principle',
  principle: 'goal',
  goal: 'indicator',
  objective: 'commitment',
  commitment: 'indicator',
  issue: 'indicator',
  action_line: 'indicator',
  sdg_target: 'indicator',
};

/** One node of one area. @throws RangeError when there is no such node or area */
export function nodeLine(
  area: string,
  kind: NodeKind,
  code: string,
  { board, lookUp, intervals }: ReportSources,
): NodeLine {
  const score = board.nodeScore(area, kind, code);
  const child = CHILD_KIND[kind];
  const named = (childCode: string): { code: string; name: string } => ({
    code: childCode,
    name: nodeName(child, childCode, lookUp),
  });
  return withoutUndefined({
    kind,
    code,
    name: nodeName(kind, code, lookUp),
    score: score.score,
    missing: score.missing,
    coverage: score.coverage,
    coverageOfLinked: score.coverageOfLinked,
    ...certaintyOf(score, intervals?.of(area, kind, code), lookUp.catalogue.method),
    meanAgeYears: score.meanAgeYears,
    observedPace: score.pace.observedPace,
    direction: score.pace.direction,
    paceReason: score.pace.reason,
    baseYear: score.pace.baseYear,
    unavailable: missingChildren(score).map(named),
    contributions: score.contributions.map(
      ({ code: childCode, share, score: points, points: contributed }) => ({
        ...named(childCode),
        share,
        score: points,
        points: contributed,
      }),
    ),
    statusShares: score.statusShares,
  });
}

/** Name of a node or indicator in the catalogue; its code when the catalogue has no name for it. */
export function nodeName(kind: NodeKind | 'indicator', code: string, lookUp: LookUp): string {
  return NAMES[kind](lookUp, code) ?? code;
}

const NAMES: Readonly<Record<NodeKind | 'indicator', (lookUp: LookUp, code: string) => string | undefined>> =
  {
    framework: ({ catalogue }) => catalogue.framework.name,
    principle: (lookUp, code) => lookUp.principle(code)?.name,
    goal: (lookUp, code) => lookUp.goal(code)?.name,
    objective: (lookUp, code) => lookUp.objective(code)?.name,
    commitment: (lookUp, code) => lookUp.commitment(code)?.title,
    issue: (lookUp, code) => lookUp.issue(code)?.name,
    action_line: (lookUp, code) => lookUp.actionLine(code)?.name,
    sdg_target: (lookUp, code) => lookUp.sdgTarget(code)?.name,
    indicator: (lookUp, code) => lookUp.indicator(code)?.name,
  };

/** What counts and has no score, then (for views) what nobody has figures for yet. */
function missingChildren(score: NodeScore): readonly string[] {
  return [...new Set([...score.unavailable, ...score.notLive])];
}
