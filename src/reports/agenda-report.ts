import type { LookUp } from '../catalogue/look-up.js';
import type { AgendaKind } from '../catalogue/views.js';
import { withoutUndefined } from '../platform/without-undefined.js';
import { quantile } from '../scoring/engine/quantile.js';
import type { ReportHead } from './report.js';
import { reportHead, type ReportSources } from './report-sources.js';

/** What can be said of each view of an agenda: action lines of the World Summit, or targets of the Development Goals. */
export interface AgendaReport extends ReportHead {
  readonly kind: AgendaKind;
  readonly views: readonly AgendaLine[];
}

export interface AgendaLine {
  readonly code: string;
  readonly name: string;
  /** Of a target: the goal it belongs to. */
  readonly goal?: { readonly code: string; readonly name: string };
  /** Where its name comes from. */
  readonly source: string;
  /** Codes of its indicators. */
  readonly indicators: readonly string[];
  /** So many of them count in this edition. */
  readonly liveIndicators: number;
  readonly areasWithScore: number;
  /** Over the areas with a score. Points, 0 to 100. */
  readonly medianScore?: number;
}

/** In the order of the agenda; views that no indicator belongs to included. */
export function agendaReport(kind: AgendaKind, sources: ReportSources): AgendaReport {
  const { board, lookUp } = sources;
  return {
    ...reportHead(sources),
    kind,
    views: viewsIn(kind, lookUp).map((view) => {
      const indicators = lookUp.indicatorsOfView(kind, view.code).map(({ code }) => code);
      const scores = board.areas.flatMap((area) => board.nodeScore(area, kind, view.code).score ?? []);
      return withoutUndefined({
        ...view,
        indicators,
        liveIndicators: indicators.filter((code) => board.liveIndicators.has(code)).length,
        areasWithScore: scores.length,
        medianScore: quantile(scores, 0.5),
      });
    }),
  };
}

function viewsIn(
  kind: AgendaKind,
  { catalogue: { actionLines = [], sdgTargets = [] } }: LookUp,
): readonly Pick<AgendaLine, 'code' | 'name' | 'goal' | 'source'>[] {
  if (kind === 'action_line') return actionLines;
  return sdgTargets.map(({ code, name, goal, goalName, source }) => ({
    ...{ code, name, source },
    goal: { code: goal, name: goalName },
  }));
}
