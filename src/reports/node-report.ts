import type { Indicator, Method } from '../catalogue/catalogue.js';
import type { LookUp } from '../catalogue/look-up.js';
import type { AgendaKind } from '../catalogue/views.js';
import type { Statement } from '../communities/statement.js';
import { withoutUndefined } from '../platform/without-undefined.js';
import { quantile } from '../scoring/engine/quantile.js';
import { areaScores, nodeDistributions } from './area-scores.js';
import { indicatorSummary } from './indicator-summary.js';
import type { AreaScore, Distribution, IndicatorSummary, ReportHead } from './report.js';
import { reportHead, type ReportSources } from './report-sources.js';
import { statementsOn } from './statements-on.js';

/** What has a report of its own beside issues and commitments. */
export type ReportedNode = 'principle' | 'goal' | 'objective' | AgendaKind;

/** One principle, goal, objective, action line or target: what it is, what it stands on, and where every area stands. */
export interface NodeReport extends ReportHead {
  readonly kind: ReportedNode;
  readonly node: {
    readonly code: string;
    readonly name: string;
    /** Beside its siblings; objectives and views of other agendas have none. */
    readonly weight?: number;
    /** Words of the paper it comes from; absent while they have not been carried over. */
    readonly officialText?: string;
    /** What it rests on. */
    readonly basis?: string;
    /** The principle a goal belongs to; the goal of a target. */
    readonly parent?: { readonly code: string; readonly name: string };
  };
  /** Goals of a principle, commitments of an objective; all others are made of their indicators. */
  readonly children: readonly NodeChildLine[];
  readonly distributions: readonly Distribution[];
  readonly indicators: readonly NodeIndicator[];
  readonly areas: readonly AreaScore[];
  /** Of any area on it, the latest first. */
  readonly statements: readonly Statement[];
}

export interface NodeChildLine {
  readonly kind: 'goal' | 'commitment';
  readonly code: string;
  readonly name: string;
  /** Beside its siblings; commitments all weigh the same. */
  readonly weight?: number;
  readonly areasWithScore: number;
  /** Over the areas with a score. Points, 0 to 100. */
  readonly medianScore?: number;
}

export interface NodeIndicator extends IndicatorSummary {
  /** Code of its goal; of a principle's indicators and an objective's alike. */
  readonly goal: string;
  /** Only core indicators move goals and principles; objectives count both. */
  readonly tier: Indicator['tier'];
  /** Beside the other indicators of its goal; of a view, beside those of the view. */
  readonly weight: number;
}

/** @throws RangeError when the catalogue has no such node */
export function nodeReport(kind: ReportedNode, code: string, sources: ReportSources): NodeReport {
  const { lookUp } = sources;
  const { method } = lookUp.catalogue;
  return {
    ...reportHead(sources),
    kind,
    node: described(kind, code, lookUp),
    children: childrenOf(kind, code, sources),
    distributions: nodeDistributions(kind, code, sources),
    indicators: indicatorsOf(kind, code, lookUp).map((indicator) => ({
      ...indicatorSummary(indicator, sources),
      goal: indicator.goal,
      tier: indicator.tier,
      weight: weightOf(isAgenda(kind) ? code : indicator.goal, indicator, method),
    })),
    areas: areaScores(kind, code, sources),
    statements:
      kind === 'principle' || kind === 'goal' ? statementsOn(sources, { subject: `${kind}:${code}` }) : [],
  };
}

function described(kind: ReportedNode, code: string, lookUp: LookUp): NodeReport['node'] {
  const { method, framework } = lookUp.catalogue;
  const principle = kind === 'principle' ? lookUp.principle(code) : undefined;
  if (principle !== undefined) {
    const weight = weightOf(framework.code, principle, method);
    return { code, name: principle.name, weight, basis: principle.source };
  }
  const goal = kind === 'goal' ? lookUp.goal(code) : undefined;
  if (goal !== undefined) {
    const parent = lookUp.principle(goal.principle);
    return withoutUndefined({
      code,
      name: goal.name,
      weight: weightOf(goal.principle, goal, method),
      officialText: goal.officialText,
      basis: goal.basis,
      parent: parent && { code: parent.code, name: parent.name },
    });
  }
  const objective = kind === 'objective' ? lookUp.objective(code) : undefined;
  if (objective !== undefined) return { code, name: objective.name };
  const line = kind === 'action_line' ? lookUp.actionLine(code) : undefined;
  if (line !== undefined) return { code, name: line.name, basis: line.source };
  const target = kind === 'sdg_target' ? lookUp.sdgTarget(code) : undefined;
  if (target !== undefined) {
    const { name, source, goal: parent, goalName } = target;
    return { code, name, basis: source, parent: { code: parent, name: goalName } };
  }
  throw new RangeError(`There is no ${kind} ${code}`);
}

function childrenOf(kind: ReportedNode, code: string, sources: ReportSources): readonly NodeChildLine[] {
  const { lookUp } = sources;
  const { method } = lookUp.catalogue;
  switch (kind) {
    case 'principle':
      return lookUp.goalsOfPrinciple(code).map((goal) => ({
        kind: 'goal',
        code: goal.code,
        name: goal.name,
        weight: weightOf(code, goal, method),
        ...middleOf('goal', goal.code, sources),
      }));
    case 'goal':
    case 'action_line':
    case 'sdg_target':
      return [];
    case 'objective':
      return lookUp.commitmentsOfObjective(code).map(({ id, title }) => ({
        kind: 'commitment',
        code: id,
        name: title,
        ...middleOf('commitment', id, sources),
      }));
  }
}

function middleOf(
  kind: NodeChildLine['kind'],
  code: string,
  { board }: ReportSources,
): Pick<NodeChildLine, 'areasWithScore' | 'medianScore'> {
  const scores = board.areas.flatMap((area) => board.nodeScore(area, kind, code).score ?? []);
  return withoutUndefined({ areasWithScore: scores.length, medianScore: quantile(scores, 0.5) });
}

/** Those that count or could; of an objective those that measure one of its commitments, each once. */
function indicatorsOf(kind: ReportedNode, code: string, lookUp: LookUp): readonly Indicator[] {
  switch (kind) {
    case 'principle':
      return lookUp.goalsOfPrinciple(code).flatMap((goal) => lookUp.indicatorsOfGoal(goal.code));
    case 'goal':
      return lookUp.indicatorsOfGoal(code);
    case 'action_line':
    case 'sdg_target':
      return lookUp.indicatorsOfView(kind, code);
    case 'objective': {
      const links = lookUp.commitmentsOfObjective(code).flatMap(({ id }) => lookUp.linksOfCommitment(id));
      const counted = links.filter(({ type }) => type !== 'context').map(({ indicator }) => indicator);
      return [...new Set(counted)].flatMap((indicator) => lookUp.indicator(indicator) ?? []);
    }
  }
}

/** Whether it is a view of an agenda beside the framework. */
export function isAgenda(kind: ReportedNode): kind is AgendaKind {
  return kind === 'action_line' || kind === 'sdg_target';
}

/** Its own weight, unless another was decided. */
function weightOf(
  parent: string,
  { code, weight }: { readonly code: string; readonly weight: number },
  { weights }: Method,
): number {
  return weights.find((decision) => decision.parent === parent && decision.child === code)?.weight ?? weight;
}
