import type { Catalogue } from '../../catalogue/catalogue.js';
import { viewsOf } from '../../catalogue/views.js';
import { withoutUndefined } from '../../platform/without-undefined.js';
import type { Steps } from '../board/steps.js';
import type { ChangeCause } from '../engine/shapley.js';
import { changeSplitter } from '../explanation/change-split.js';
import type { ExplanationContext } from '../explanation/explanation-context.js';
import type { Explained } from '../explanation/planned-tree.js';
import type { End, Unsplit } from '../explanation/score-change.js';

/** Scores are the same that differ by less, in points. */
const SAME_POINTS = 1e-9;

/** Why a change has no effects. */
export type DiffUnsplit = Unsplit | 'NODE_NOT_THERE_NOW' | 'AREA_NOT_THERE_NOW';

/** A published score that differs between two states, came or went. */
export interface ScoreDifference extends Explained {
  readonly area: string;
  /** Points, 0 to 100; absent where there was no score. */
  readonly before?: number;
  readonly after?: number;
  /** Points by cause; added to `before`, in any order, they are `after` (within 1e-9). */
  readonly effects?: ReadonlyMap<ChangeCause, number>;
  /** Why there are no effects. */
  readonly unsplit?: DiffUnsplit;
}

/**
 * All published scores that differ between two states, each as of the year of its edition: by area as the later catalogue
 * lists them, then in the order of the tree, then objectives with their commitments, then issues, action lines and targets. What the later
 * catalogue does not hold stands last. Only what differs is explained. Source: scoring method 1.0, section 9.
 */
export function* diffBoards(
  then: ExplanationContext,
  now: ExplanationContext,
): Steps<readonly ScoreDifference[]> {
  const [before, after] = [endOf(then), endOf(now)];
  const split = changeSplitter(before, after);
  const nodes = distinct([...nodesOf(now.catalogue), ...nodesOf(then.catalogue)]);
  const differences: ScoreDifference[] = [];
  for (const area of new Set([...now.board.areas, ...then.board.areas])) {
    const [scoreThen, scoreNow] = [scoresOf(area, before), scoresOf(area, after)];
    for (const node of nodes) {
      const ends = withoutUndefined({ before: scoreThen(node), after: scoreNow(node) });
      if (isSame(ends)) continue;
      const isThroughout = ends.before !== undefined && ends.after !== undefined;
      const effects = isThroughout ? split(node, area).effects : undefined;
      const unsplit = effects === undefined ? whyUnsplit(node, area, ends, then, now) : undefined;
      differences.push(withoutUndefined({ area, ...node, ...ends, effects, unsplit }));
    }
    yield;
  }
  return differences;
}

interface Ends {
  readonly before?: number;
  readonly after?: number;
}

function isSame({ before, after }: Ends): boolean {
  if (before === undefined || after === undefined) return before === after;
  return Math.abs(after - before) < SAME_POINTS;
}

function whyUnsplit(
  node: Explained,
  area: string,
  { before, after }: Ends,
  then: ExplanationContext,
  now: ExplanationContext,
): DiffUnsplit {
  if (before !== undefined && after !== undefined) return 'NOTHING_IN_COMMON';
  const [lacking, wasThen] = before === undefined ? [then, true] : [now, false];
  if (!isThere(node, lacking)) return wasThen ? 'NODE_NOT_THERE_THEN' : 'NODE_NOT_THERE_NOW';
  if (!lacking.board.areas.includes(area)) return wasThen ? 'AREA_NOT_THERE_THEN' : 'AREA_NOT_THERE_NOW';
  return wasThen ? 'NO_SCORE_THEN' : 'NO_SCORE_NOW';
}

function endOf(context: ExplanationContext): End {
  return { context, year: context.board.asOfYear };
}

/** The published score of a node of an area, or the level of an indicator. */
function scoresOf(area: string, { context }: End): (node: Explained) => number | undefined {
  const { board } = context;
  if (!board.areas.includes(area)) return () => undefined;
  return (node) => {
    if (!isThere(node, context)) return undefined;
    const { kind, code } = node;
    if (kind === 'indicator') return board.indicatorScore(area, code).level;
    return board.evaluation(area, kind, code).score;
  };
}

function isThere({ kind, code }: Explained, { indicators, plans }: ExplanationContext): boolean {
  return kind === 'indicator' ? indicators.has(code) : plans.has(`${kind} ${code}`);
}

/** Everything that has a score, as readers meet it. */
function nodesOf(catalogue: Catalogue): readonly Explained[] {
  const { framework, principles, goals, indicators, objectives, commitments } = catalogue;
  const inPrinciple = principles.flatMap(({ code: principle }): readonly Explained[] => [
    { kind: 'principle', code: principle },
    ...goals
      .filter((goal) => goal.principle === principle)
      .flatMap(({ code: goal }): readonly Explained[] => [
        { kind: 'goal', code: goal },
        ...indicators
          .filter((indicator) => indicator.goal === goal)
          .map(({ code }): Explained => ({ kind: 'indicator', code })),
      ]),
  ]);
  const commitmentsOf = (objective: string | undefined): readonly Explained[] =>
    commitments
      .filter((one) => one.objective === objective)
      .map(({ id }): Explained => ({ kind: 'commitment', code: id }));
  return [
    { kind: 'framework', code: framework.code },
    ...inPrinciple,
    ...objectives.flatMap(({ code }): readonly Explained[] => [
      { kind: 'objective', code },
      ...commitmentsOf(code),
    ]),
    ...commitmentsOf(undefined),
    ...viewsOf(catalogue).map(({ kind, code }): Explained => ({ kind, code })),
  ];
}

function distinct(nodes: readonly Explained[]): readonly Explained[] {
  return [...new Map(nodes.map((node) => [`${node.kind} ${node.code}`, node])).values()];
}
