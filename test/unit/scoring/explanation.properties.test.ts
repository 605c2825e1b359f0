import fc from 'fast-check';
import { scoreLevel } from '../../../src/scoring/engine/level.js';
import { median } from '../../../src/scoring/engine/median.js';
import { effectiveWeights, explainNode } from '../../../src/scoring/explanation/explain-node.js';
import { explainValue } from '../../../src/scoring/explanation/explain-value.js';
import type { EffectiveWeight, ExplainedNode } from '../../../src/scoring/explanation/explanation.js';
import {
  explanationContext,
  type ExplanationContext,
} from '../../../src/scoring/explanation/explanation-context.js';
import { buildScoreBoard } from '../../../src/scoring/board/score-board.js';
import { isFull } from '../../support/sample.js';
import { frameworks, NODES, snapshots } from './a-framework.js';

const RUNS = { numRuns: isFull ? 1000 : 250 };
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

const contexts = fc
  .tuple(frameworks, snapshots)
  .map(([catalogue, snapshot]) =>
    explanationContext(buildScoreBoard(catalogue, snapshot), catalogue, snapshot.seriesEditions),
  );

const nodes = fc.constantFrom(...NODES);

/** The level of an indicator from its reported figures and goalposts alone. */
function rebuiltLevel(code: string, context: ExplanationContext): number | undefined {
  const indicator = context.catalogue.indicators.find((each) => each.code === code);
  const score = context.board.indicatorScore('AAA', code);
  if (indicator === undefined || score.missing !== undefined) return undefined;
  const values = explainValue(indicator, score, context).map(({ figures, population }) => {
    const reported = median(figures.map(({ value }) => value)) ?? NaN;
    const { per } = indicator;
    return per === undefined ? reported : (reported / (population?.inhabitants ?? NaN)) * per;
  });
  const level = scoreLevel(sum(values) / values.length, indicator.goalposts);
  return 'level' in level ? level.level : undefined;
}

/** The score of a node from levels, weights, powers and thresholds alone, written without the engine's means. */
function rebuilt(node: ExplainedNode, context: ExplanationContext): Rebuilt {
  const all = node.children.map(({ code, weight, filled, score, node: below }) => {
    if (below !== undefined) return { weight, ...rebuilt(below, context) };
    const own = rebuiltLevel(code, context);
    const leaves = [{ share: 1, covers: own !== undefined }];
    return { weight, score: filled ? score : own, leaves };
  });
  const counted = all.filter(({ weight, leaves }) => weight > 0 && leaves.length > 0);
  const total = sum(counted.map(({ weight }) => weight));
  const leaves = counted.flatMap(({ weight, score, leaves: below }) =>
    below.map(({ share, covers }) => ({
      share: (share * weight) / total,
      covers: covers && score !== undefined,
    })),
  );
  const fed = counted.flatMap(({ weight, score }) => (score === undefined ? [] : [{ weight, score }]));
  const coverage = sum(leaves.filter(({ covers }) => covers).map(({ share }) => share));
  const enough = coverage >= node.minCoverage - 1e-9 && fed.length >= Math.max(1, node.minAvailable ?? 1);
  if (node.withheld !== undefined || !enough) return { score: undefined, leaves };
  const whole = sum(fed.map(({ weight }) => weight));
  const read = fed.map(({ weight, score }) => ({
    share: weight / whole,
    score: node.power <= 0 ? Math.max(1, score) : score,
  }));
  const score =
    node.power === 0
      ? Math.exp(sum(read.map((part) => part.share * Math.log(part.score))))
      : sum(read.map((part) => part.share * part.score ** node.power)) ** (1 / node.power);
  return { score, leaves };
}

interface Rebuilt {
  readonly score: number | undefined;
  readonly leaves: readonly { readonly share: number; readonly covers: boolean }[];
}

/** A node and all below it. */
function withAllBelow(node: ExplainedNode): readonly ExplainedNode[] {
  return [
    node,
    ...node.children.flatMap((child) => (child.node === undefined ? [] : withAllBelow(child.node))),
  ];
}

describe('an explanation', () => {
  it('evaluates back to the score, or to the lack of one', () => {
    let scores = 0;
    fc.assert(
      fc.property(contexts, nodes, (context, [kind, code]) => {
        const { board } = context;
        const tree = explainNode('AAA', kind, code, board.asOfYear, context);
        const { score } = board.nodeScore('AAA', kind, code);
        const again = rebuilt(tree, context).score;
        if (score === undefined || again === undefined) expect(again).toBe(score);
        else expect(Math.abs(again - score)).toBeLessThan(1e-9);
        if (score !== undefined) scores += 1;
      }),
      RUNS,
    );
    expect(scores).toBeGreaterThan(0.4 * RUNS.numRuns);
  });

  it('has contributions that sum to the score of every node in it, and effective weights that sum to 1', () => {
    let sums = 0;
    fc.assert(
      fc.property(contexts, nodes, (context, [kind, code]) => {
        for (const node of withAllBelow(explainNode('AAA', kind, code, context.board.asOfYear, context))) {
          const { score, sumsTo, children } = node;
          const total = sum(children.map(({ amount }) => amount ?? 0));
          if (score === undefined) expect([sumsTo, total]).toEqual([undefined, 0]);
          else if (sumsTo === 'score') expect(Math.abs(total - score)).toBeLessThan(1e-9);
          else if (sumsTo === 'logarithm') expect(Math.abs(Math.exp(total) - score)).toBeLessThan(1e-9);
          else expect(Math.abs(total - 1)).toBeLessThan(1e-9);
        }
        const weights = effectiveWeights('AAA', kind, code, context.board.asOfYear, context);
        const { score } = context.board.nodeScore('AAA', kind, code);
        const shares = (pick: (each: EffectiveWeight) => number): number => sum(weights.map(pick));
        if (weights.length > 0) expect(Math.abs(shares(({ nominal }) => nominal) - 1)).toBeLessThan(1e-9);
        expect(Math.abs(shares(({ actual }) => actual) - (score === undefined ? 0 : 1))).toBeLessThan(1e-9);
        if (score === undefined || !weights.some(({ points }) => points !== undefined)) return;
        sums += 1;
        expect(Math.abs(shares(({ points }) => points ?? 0) - score)).toBeLessThan(1e-9);
        expect(Math.abs(shares(({ pointsLost }) => pointsLost ?? 0) - (100 - score))).toBeLessThan(1e-9);
      }),
      RUNS,
    );
    expect(sums).toBeGreaterThan(0.1 * RUNS.numRuns);
  });
});
