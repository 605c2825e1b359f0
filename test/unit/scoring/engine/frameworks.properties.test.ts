import fc from 'fast-check';
import {
  leafChild,
  scoreNode,
  type NodeOutcome,
  type NodeRule,
} from '../../../../src/scoring/engine/node.js';
import { assessPace } from '../../../../src/scoring/engine/pace.js';
import type { Goalposts } from '../../../../src/scoring/engine/terms.js';
import { simulate } from '../../../../src/scoring/engine/uncertainty.js';
import type { WeightedTree } from '../../../../src/scoring/engine/weighted-tree.js';
import { paceSettings } from '../a-pace.js';

const RUNS = { numRuns: 1000 };
const RULE = { minCoverage: 0.5, minAvailable: 1 };

type Node = Extract<WeightedTree, { children: readonly WeightedTree[] }>;
type Levels = ReadonlyMap<string, number>;

const aWeight = fc.double({ min: 0.1, max: 10, noNaN: true });
const aPower = fc.constantFrom(1, 0, -1, 0.5, 2, -3);
/** Absent in one of five. */
const aLevel = fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { freq: 5, nil: undefined });

/** One to three goals of one to four indicators each, with the levels there are. */
const aFramework = fc
  .tuple(
    fc.array(fc.tuple(aWeight, aPower, fc.array(fc.tuple(aWeight, aLevel), { minLength: 1, maxLength: 4 })), {
      minLength: 1,
      maxLength: 3,
    }),
    aPower,
  )
  .map(([goals, power]) => {
    const levels = new Map<string, number>();
    const children = goals.map(([weight, ownPower, indicators], g): Node => {
      const code = `G${String(g)}`;
      const leaves = indicators.map(([own, level], i): WeightedTree => {
        const leaf = `${code}-${String(i)}`;
        if (level !== undefined) levels.set(leaf, level);
        return { code: leaf, weight: own };
      });
      return { code, weight, power: ownPower, children: leaves };
    });
    const tree: Node = { code: 'top', weight: 1, power, children };
    return { tree, levels };
  });

/** Scores a tree from its leaves upwards with the thresholds of publication; tells whether no node fell short. */
function publish(
  tree: Node,
  levels: Levels,
  rule: Omit<NodeRule, 'power'> = RULE,
): NodeOutcome & { readonly whole: boolean } {
  const below = tree.children.map((child) => {
    const { code, weight } = child;
    if (child.children === undefined)
      return { child: leafChild(code, weight, levels.get(code)), whole: true };
    const { score, leaves, whole } = publish(child, levels, rule);
    return { child: { code, weight, leaves, ...(score === undefined ? {} : { score }) }, whole };
  });
  const outcome = scoreNode(
    below.map(({ child }) => child),
    { ...rule, power: tree.power },
  );
  return { ...outcome, whole: outcome.score !== undefined && below.every(({ whole }) => whole) };
}

function mapTree(tree: Node, change: (node: Node) => Node): Node {
  const children = tree.children.map((child) =>
    child.children === undefined ? child : mapTree(child, change),
  );
  return change({ ...tree, children });
}

function expectClose(found: number | undefined, wanted: number | undefined): void {
  if (wanted === undefined) expect(found).toBeUndefined();
  else expect(Math.abs(Number(found) - wanted)).toBeLessThanOrEqual(1e-9);
}

describe('the score of a framework', () => {
  it('is the same to the last digit in any order of the children', () => {
    fc.assert(
      fc.property(aFramework, ({ tree, levels }) => {
        const turned = mapTree(tree, (node) => ({ ...node, children: node.children.toReversed() }));
        expect(publish(turned, levels)).toEqual(publish(tree, levels));
      }),
      RUNS,
    );
  });

  it('does not change when the weights of siblings are multiplied', () => {
    fc.assert(
      fc.property(
        aFramework,
        fc.double({ min: 0.001, max: 1000, noNaN: true }),
        ({ tree, levels }, factor) => {
          const scaled = mapTree(tree, (node) => ({
            ...node,
            children: node.children.map((child) => ({ ...child, weight: child.weight * factor })),
          }));
          const [one, other] = [publish(tree, levels), publish(scaled, levels)];
          expectClose(other.score, one.score);
          expectClose(other.coverage, one.coverage);
        },
      ),
      RUNS,
    );
  });

  it('lies between 0 and 100 and never falls when a level rises', () => {
    fc.assert(
      fc.property(aFramework, fc.nat(), fc.double({ min: 0, max: 100, noNaN: true }), (own, pick, rise) => {
        const { tree, levels } = own;
        const before = publish(tree, levels).score;
        const [code, level] = [...levels][pick % Math.max(1, levels.size)] ?? ['', 0];
        const raised = new Map(levels).set(code, Math.min(100, level + rise));
        const after = publish(tree, raised).score;
        expect(after === undefined).toBe(before === undefined);
        if (before === undefined || after === undefined) return;
        expect(before >= 0 && after <= 100).toBe(true);
        expect(after).toBeGreaterThanOrEqual(before - 1e-9);
      }),
      RUNS,
    );
  });

  it('is what a simulation without noise gives, when no node falls short', () => {
    fc.assert(
      fc.property(aFramework, ({ tree, levels }) => {
        const { score, whole } = publish(tree, levels);
        fc.pre(whole);
        const values = new Map([...levels].map(([code, raw]) => [code, { raw, ageYears: 2 }]));
        const [simulated] = simulate(
          {
            framework: tree,
            units: [{ code: 'U', region: 'R', values }],
            published: [{ node: 'top', units: ['U'] }],
          },
          {
            seed: 7,
            replicates: 2,
            weightNoise: 0,
            postNoise: 0,
            ageSigma: 0,
            factors: ['weights', 'goalposts', 'errors', 'missing'],
          },
        );
        for (const found of simulated?.scores ?? []) expectClose(found, score);
      }),
      RUNS,
    );
  });

  it('keeps its value and loses coverage when an indicator without data joins, as long as no node falls short', () => {
    fc.assert(
      fc.property(aFramework, fc.nat(), aWeight, ({ tree, levels }, pick, weight) => {
        const before = publish(tree, levels);
        const joined = tree.children[pick % tree.children.length]?.code;
        const wider = mapTree(tree, (node) =>
          node.code === joined ? { ...node, children: [...node.children, { code: 'new', weight }] } : node,
        );
        const after = publish(wider, levels);
        fc.pre(before.whole && after.whole);
        expectClose(after.score, before.score);
        expect(after.coverage).toBeLessThan(before.coverage);
      }),
      RUNS,
    );
  });

  it('is what the points of its children sum to when its mean is arithmetic', () => {
    fc.assert(
      fc.property(aFramework, ({ tree, levels }) => {
        const { score, contributions } = publish({ ...tree, power: 1 }, levels);
        if (score === undefined) return;
        expectClose(
          contributions.reduce((sum, { points }) => sum + points, 0),
          score,
        );
      }),
      RUNS,
    );
  });
});

describe('a pace on the logarithmic scale', () => {
  const counts = fc.uniqueArray(
    fc.record({ year: fc.integer({ min: 2012, max: 2026 }), value: fc.integer({ min: 1, max: 1000 }) }),
    { selector: ({ year }) => year, minLength: 1, maxLength: 10 },
  );

  it('keeps status, reason and flags when the unit is multiplied', () => {
    const posts = (factor: number): Goalposts => ({
      kind: 'range',
      worst: 2 * factor,
      best: 512 * factor,
      scale: 'log',
    });
    fc.assert(
      fc.property(
        counts,
        fc.constantFrom(1 / 1024, 0.001, 0.125, 60, 1000, 1024),
        fc.integer({ min: 2016, max: 2024 }),
        (values, factor, baseYear) => {
          const settings = paceSettings({ baseYear, target: 300 });
          const plain = assessPace(values, posts(1), settings);
          const other = assessPace(
            values.map(({ year, value }) => ({ year, value: value * factor })),
            posts(factor),
            { ...settings, target: 300 * factor },
          );
          expect([other.status, other.reason, other.flags]).toEqual([
            plain.status,
            plain.reason,
            plain.flags,
          ]);
          expectClose(other.observedPace ?? undefined, plain.observedPace ?? undefined);
        },
      ),
      RUNS,
    );
  });
});
