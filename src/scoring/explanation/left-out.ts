import type { Catalogue, Indicator } from '../../catalogue/catalogue.js';
import { viewCodes } from '../../catalogue/views.js';
import type { LeftOut } from './explanation.js';
import type { ExplanationContext } from './explanation-context.js';
import type { NodeEvaluation } from '../board/node-evaluation.js';
import { isCountable, type NodePlan, type WeightedChild } from '../board/node-plan.js';

/**
 * Indicators of a goal, issue or commitment that do not count in its score, in catalogue order, and why. Nothing for
 * nodes above them. Source: scoring method 1.0, sections 1, 5 and 6.
 */
export function leftOut(
  area: string,
  plan: NodePlan,
  { leaves }: NodeEvaluation,
  { catalogue, board, notApplicable }: ExplanationContext,
): readonly LeftOut[] {
  const counted = new Set(leaves.map(({ code }) => code));
  return related(plan, catalogue).flatMap((indicator): LeftOut | readonly LeftOut[] => {
    const { code, overlapGroup } = indicator;
    if (counted.has(code)) return [];
    if (!indicator.derivedScoresAllowed) return { indicator: code, reason: 'LICENCE' };
    if (!isCountable(indicator)) return { indicator: code, reason: 'NOT_SCORED' };
    if (plan.kind === 'goal' && indicator.tier === 'extended') return { indicator: code, reason: 'EXTENDED' };
    if (plan.shape === 'view' && !plan.links.some((link) => link.code === code)) {
      return { indicator: code, reason: 'CONTEXT' };
    }
    const planned: readonly WeightedChild[] = plan.shape === 'view' ? plan.links : plan.children;
    if (planned.some((child) => child.code === code && child.weight === 0)) {
      return { indicator: code, reason: 'NO_WEIGHT' };
    }
    const because = notApplicable(area, code);
    if (because !== undefined) return { indicator: code, reason: 'NOT_APPLICABLE', because };
    const twin =
      plan.shape === 'view' && board.liveIndicators.has(code)
        ? plan.links.find((link) => link.overlapGroup === overlapGroup && counted.has(link.code))
        : undefined;
    if (twin !== undefined) return { indicator: code, reason: 'OVERLAP', counted: twin.code };
    return { indicator: code, reason: 'NOT_LIVE' };
  });
}

/** All indicators that have to do with a node directly. */
function related({ kind, code }: NodePlan, { indicators, crosswalk }: Catalogue): readonly Indicator[] {
  switch (kind) {
    case 'goal':
      return indicators.filter(({ goal }) => goal === code);
    case 'issue':
    case 'action_line':
    case 'sdg_target':
      return indicators.filter((indicator) => viewCodes(kind, indicator).includes(code));
    case 'commitment': {
      const linked = new Set(
        crosswalk.filter((link) => link.commitment === code).map((link) => link.indicator),
      );
      return indicators.filter((indicator) => linked.has(indicator.code));
    }
    default:
      return [];
  }
}
