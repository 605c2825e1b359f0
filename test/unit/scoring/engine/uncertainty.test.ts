import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { leafChild, scoreNode, type NodeChild } from '../../../../src/scoring/engine/node.js';
import { competitionRanks } from '../../../../src/scoring/engine/rank.js';
import { areTied, scoreRanges, shareAhead } from '../../../../src/scoring/engine/score-range.js';
import type { SimulatedUnit } from '../../../../src/scoring/engine/simulated-levels.js';
import {
  simulate,
  type SimulatedNode,
  type SimulationInput,
} from '../../../../src/scoring/engine/uncertainty.js';
import type { Factor, SimulationSettings } from '../../../../src/scoring/engine/variation.js';
import { aggregateTree, type WeightedTree } from '../../../../src/scoring/engine/weighted-tree.js';

interface WorkedUnit {
  readonly code: string;
  readonly region: string;
  readonly values: Readonly<Record<string, readonly [raw: number, age: number, standardError?: number]>>;
  readonly expected: {
    readonly nodes: Readonly<Record<string, readonly [score: number | null, coverage: number]>>;
    readonly range: {
      readonly nominal: number;
      readonly rank: number;
      readonly scoreLow: number;
      readonly scoreMedian: number;
      readonly scoreHigh: number;
      readonly rankLow: number;
      readonly rankMedian: number;
      readonly rankHigh: number;
      readonly pTop3: number;
      readonly first5: readonly number[];
    } | null;
  };
}

const worked = JSON.parse(readFileSync(new URL('../vectors/framework.json', import.meta.url), 'utf8')) as {
  readonly framework: WeightedTree;
  readonly settings: SimulationSettings & { readonly minCoverage: number; readonly rankCoverage: number };
  readonly units: readonly WorkedUnit[];
};

const workedUnits: readonly SimulatedUnit[] = worked.units.map(({ code, region, values }) => ({
  code,
  region,
  values: new Map(
    Object.entries(values).map(([indicator, [raw, ageYears, standardError]]) => [
      indicator,
      standardError === undefined ? { raw, ageYears } : { raw, ageYears, standardError },
    ]),
  ),
}));
const ranked = worked.units.flatMap(({ code, expected }) => (expected.range ? [code] : []));
const published = [{ node: 'F', units: ranked }];
const level = (raw: number): number => Math.min(100, Math.max(0, raw));

/** One leaf tree after another, as they are scored for publication. */
function nominal(
  tree: WeightedTree,
  unit: SimulatedUnit,
  found: Map<string, [number | null, number]>,
): NodeChild {
  if (tree.children === undefined) {
    const value = unit.values.get(tree.code);
    return leafChild(tree.code, tree.weight, value && level(value.raw));
  }
  const { code, weight, power, children } = tree;
  const rule = { power, minCoverage: worked.settings.minCoverage, minAvailable: 1 };
  const { score, coverage, leaves } = scoreNode(
    children.map((child) => nominal(child, unit, found)),
    rule,
  );
  found.set(code, [score ?? null, coverage]);
  return score === undefined ? { code, weight, leaves } : { code, weight, leaves, score };
}

function scoresOf({ units, replicates, scores }: SimulatedNode, unit: string): number[] {
  const place = units.indexOf(unit);
  return [...scores.subarray(place * replicates, (place + 1) * replicates)];
}

function run(own: Partial<SimulationInput> = {}, settings: Partial<SimulationSettings> = {}): SimulatedNode {
  const input = { framework: worked.framework, units: workedUnits, published, ...own };
  return simulate(input, { ...worked.settings, ...settings })[0]!;
}

describe('the worked framework', () => {
  it.each(worked.units)('has the known nominal scores and coverages for $code', ({ code, expected }) => {
    const found = new Map<string, [number | null, number]>();
    nominal(
      worked.framework,
      workedUnits.find((unit) => unit.code === code)!,
      found,
    );
    for (const [node, [score, coverage]] of Object.entries(expected.nodes)) {
      expect(Math.abs(found.get(node)![1] - coverage)).toBeLessThanOrEqual(1e-9);
      if (score === null) expect(found.get(node)![0]).toBeNull();
      else expect(Math.abs(Number(found.get(node)![0]) - score)).toBeLessThanOrEqual(1e-9);
    }
  });

  it('ranks the known units in the known order', () => {
    const overall = worked.units.map(({ code, expected }) => ({ code, overall: expected.nodes['F']! }));
    const enough = overall.filter(
      ({ overall: [, coverage] }) => coverage >= worked.settings.rankCoverage - 1e-9,
    );
    expect(enough.map(({ code }) => code)).toEqual(ranked);
    expect(competitionRanks(enough.map(({ overall: [score] }) => Number(score)))).toEqual(
      worked.units.flatMap(({ expected }) => (expected.range ? [expected.range.rank] : [])),
    );
  });

  const simulated = run();
  const ranges = scoreRanges(simulated, 3);

  it.each(worked.units.filter(({ expected }) => expected.range !== null))(
    'has the known first replicates and ranges for $code',
    ({ code, expected }) => {
      const range = ranges.find(({ unit }) => unit === code)!;
      const wanted = expected.range!;
      const scores = scoresOf(simulated, code);
      wanted.first5.forEach((score, replicate) => {
        expect(Math.abs(scores[replicate]! - score)).toBeLessThanOrEqual(1e-9);
      });
      for (const field of ['scoreLow', 'scoreMedian', 'scoreHigh'] as const) {
        expect(Math.abs(range[field] - wanted[field])).toBeLessThanOrEqual(1e-9);
      }
      const { rankLow, rankMedian, rankHigh, pTop3 } = wanted;
      expect(range).toMatchObject({ rankLow, rankMedian, rankHigh, topShare: pTop3, replicates: 1000 });
    },
  );
});

describe('simulate', () => {
  it('does not depend on the order of units, children and published nodes', () => {
    const reversed = (tree: WeightedTree): WeightedTree =>
      tree.children ? { ...tree, children: tree.children.map(reversed).reverse() } : tree;
    const other = simulate(
      {
        framework: reversed(worked.framework),
        units: [...workedUnits].reverse(),
        published: [
          { node: 'P1', units: ['AUS'] },
          { node: 'F', units: [...ranked].reverse() },
        ],
      },
      { ...worked.settings, replicates: 50 },
    );
    expect(other[1]).toEqual(run({}, { replicates: 50 }));
    expect(other[0]).toMatchObject({ node: 'P1', units: ['AUS'] });
  });

  it('begins with the same replicates however many there are, and with others for another seed', () => {
    const short = scoresOf(run({}, { replicates: 10 }), 'KEN');
    expect(short).toEqual(scoresOf(run({}, { replicates: 25 }), 'KEN').slice(0, 10));
    expect(short).not.toEqual(scoresOf(run({}, { replicates: 10, seed: 2031 }), 'KEN'));
  });

  it('changes nobody else when a unit of a new region joins', () => {
    const joining = { ...workedUnits[0]!, code: 'XXX', region: 'elsewhere' };
    const settings = { replicates: 50 };
    expect(run({ units: [joining, ...workedUnits] }, settings)).toEqual(run({}, settings));
  });

  it('is the same with views beside the framework, which share its draws', () => {
    const view: WeightedTree = {
      code: 'V',
      weight: 1,
      power: 1,
      children: [
        { code: 'I01', weight: 1 },
        { code: 'X99', weight: 2 },
      ],
    };
    const copy: WeightedTree = { ...worked.framework, code: 'copy' };
    const [overall, ofView, ofCopy] = simulate(
      {
        framework: worked.framework,
        views: [view, copy],
        units: workedUnits,
        published: [...published, { node: 'V', units: ['BRA'] }, { node: 'copy', units: ranked }],
      },
      { ...worked.settings, replicates: 60, factors: ['errors', 'weights', 'missing', 'goalposts'] },
    );
    const alone = run({}, { replicates: 60, factors: ['errors', 'weights', 'missing', 'goalposts'] });
    expect(overall).toEqual(alone);
    expect(ofCopy!.scores).toEqual(alone.scores);
    expect(scoresOf(ofView!, 'BRA').every((score) => score > 60 && score <= 100)).toBe(true);
  });

  const small: WeightedTree = {
    code: 'top',
    weight: 1,
    power: 1,
    children: [
      { code: 'a', weight: 1 },
      { code: 'b', weight: 1 },
    ],
  };
  const unit = (code: string, a?: number, b?: number, own: Partial<SimulatedUnit> = {}): SimulatedUnit => ({
    code,
    region: 'here',
    values: new Map(
      Object.entries({ a, b }).flatMap(([key, raw]) =>
        raw === undefined ? [] : [[key, { raw, ageYears: 0 }] as const],
      ),
    ),
    ...own,
  });
  const settings: SimulationSettings = {
    seed: 7,
    replicates: 400,
    weightNoise: 0.25,
    postNoise: 0.05,
    ageSigma: 1,
  };
  const only = (factor: Factor, units: readonly SimulatedUnit[], asked = units[0]!.code): number[] => {
    const input = { framework: small, units, published: [{ node: 'top', units: [asked] }] };
    return scoresOf(simulate(input, { ...settings, factors: [factor] })[0]!, asked);
  };
  const distinct = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b);

  it('varies weights by a quarter at most', () => {
    const scores = only('weights', [unit('U', 0, 100)]);
    expect(Math.min(...scores)).toBeGreaterThanOrEqual(100 * (0.75 / 2));
    expect(Math.min(...scores)).toBeLessThan(40);
    expect(Math.max(...scores)).toBeLessThanOrEqual(100 * (1.25 / 2));
    expect(Math.max(...scores)).toBeGreaterThan(60);
  });

  it('makes the top arithmetic or geometric, about as often', () => {
    const scores = only('compensation', [unit('U', 25, 100)]);
    expect(distinct(scores)).toEqual([expect.closeTo(50, 10), 62.5]);
    const share = scores.filter((score) => score === 62.5).length / scores.length;
    expect(Math.abs(share - 0.5)).toBeLessThan(0.1);
  });

  it('moves each goalpost by a twentieth of the range at most', () => {
    const low = only('goalposts', [unit('U', 0, 0)]);
    expect(Math.max(...low)).toBeLessThanOrEqual((100 * 5) / 105);
    expect(Math.min(...low)).toBe(0);
    const high = only('goalposts', [unit('U', 100, 100)]);
    expect(Math.min(...high)).toBeGreaterThanOrEqual((100 * 95) / 105);
    expect(Math.max(...high)).toBe(100);
  });

  it('fills a gap with the median of three others in the region in about half of the replicates', () => {
    const others = [unit('V', 10, 0), unit('W', 20, 0), unit('X', 90, 0)];
    const scores = only('missing', [unit('U', undefined, 40), ...others]);
    expect(distinct(scores)).toEqual([30, 40]);
    expect(Math.abs(scores.filter((score) => score === 30).length / scores.length - 0.5)).toBeLessThan(0.1);
    const even = [...others, unit('Y', 50, 0)];
    expect(distinct(only('missing', [unit('U', undefined, 40), ...even]))).toEqual([37.5, 40]);
  });

  it('fills nothing from two others, from another region, or where the indicator has no meaning', () => {
    const others = [unit('V', 10, 0), unit('W', 20, 0), unit('X', 90, 0)];
    const gap = unit('U', undefined, 40);
    expect(distinct(only('missing', [gap, ...others.slice(1)]))).toEqual([40]);
    expect(distinct(only('missing', [{ ...gap, region: 'there' }, ...others]))).toEqual([40]);
    expect(distinct(only('missing', [{ ...gap, notApplicable: new Set(['a']) }, ...others]))).toEqual([40]);
  });

  it('drops one indicator in about half of the replicates, each as often', () => {
    const scores = only('indicators', [unit('U', 0, 100)]);
    expect(distinct(scores)).toEqual([0, 50, 100]);
    const share = (wanted: number) => scores.filter((score) => score === wanted).length / scores.length;
    expect(Math.abs(share(50) - 0.5)).toBeLessThan(0.1);
    expect(Math.abs(share(0) - 0.25)).toBeLessThan(0.1);
  });

  it('errs by the standard error of the source, else by the root of the age', () => {
    const aged = (ageYears: number, standardError?: number): SimulatedUnit => {
      const value = { raw: 50, ageYears, ...(standardError === undefined ? {} : { standardError }) };
      return unit('U', undefined, undefined, { values: new Map([['a', value]]) });
    };
    const deviation = (scores: readonly number[]): number =>
      Math.sqrt(scores.reduce((sum, score) => sum + (score - 50) ** 2, 0) / scores.length);
    expect(distinct(only('errors', [aged(0)]))).toEqual([50]);
    expect(deviation(only('errors', [aged(4)])) / 2).toBeCloseTo(1, 0);
    expect(deviation(only('errors', [aged(4, 6)]))).toBeCloseTo(3 * deviation(only('errors', [aged(4)])), 9);
    expect(distinct(only('errors', [aged(4, 0)]))).toEqual([50]);
  });

  it('keeps replicates without a score out of the ranges', () => {
    const units = [unit('U', 30), unit('V', 40, 80)];
    const input = { framework: small, units, published: [{ node: 'top', units: ['U', 'V'] }] };
    const simulated = simulate(input, { ...settings, factors: ['indicators'] })[0]!;
    const [first, second] = scoreRanges(simulated, 1);
    expect(first).toMatchObject({ unit: 'U', scoreLow: 30, scoreHigh: 30, rankLow: 2, topShare: 0 });
    expect(first!.replicates).toBe(scoresOf(simulated, 'U').filter((score) => !Number.isNaN(score)).length);
    expect(first!.replicates).toBeLessThan(settings.replicates);
    expect(second).toMatchObject({ unit: 'V', rankLow: 1, rankHigh: 1, topShare: 1, replicates: 400 });
    expect(shareAhead(simulated, 'V', 'U')).toBe(1);
  });

  describe('with indicators that tell the same story', () => {
    const quiet = { ...settings, replicates: 1, factors: [] };
    const trio: WeightedTree = {
      code: 'top',
      weight: 1,
      power: 1,
      children: ['a', 'b', 'c'].map((code, i) => ({ code, weight: i + 1 })),
    };
    const overlaps = [{ node: 'top', indicators: ['b', 'a', 'z'] }];
    const having = (code: string, own: Readonly<Record<string, number>>): SimulatedUnit => ({
      code,
      region: 'here',
      values: new Map(Object.entries(own).map(([key, raw]) => [key, { raw, ageYears: 0 }])),
    });
    const scored = (units: readonly SimulatedUnit[], own: Partial<SimulationSettings> = {}): number[] =>
      scoresOf(
        simulate(
          { framework: trio, overlaps, units, published: [{ node: 'top', units: [units[0]!.code] }] },
          { ...quiet, ...own },
        )[0]!,
        units[0]!.code,
      );

    it('counts the first that has a value, with its own weight', () => {
      expect(scored([having('U', { a: 10, b: 40, c: 80 })])).toEqual([(2 * 40 + 3 * 80) / 5]);
      expect(scored([having('U', { a: 10, c: 80 })])).toEqual([(10 + 3 * 80) / 4]);
      expect(scored([having('U', { c: 80 })])).toEqual([80]);
    });

    it('prefers a value of its own to a gap that is filled, and fills one gap only', () => {
      const others = ['V', 'W', 'X'].map((code) => having(code, { a: 20, b: 60, c: 0 }));
      const filled = { factors: ['missing'], replicates: 40 } as const;
      expect(distinct(scored([having('U', { a: 10, c: 80 }), ...others], filled))).toEqual([62.5]);
      expect(distinct(scored([having('U', { c: 80 }), ...others], filled))).toEqual([
        (2 * 60 + 3 * 80) / 5,
        80,
      ]);
    });

    it('lets the next one count when the first is dropped', () => {
      const scores = scored([having('U', { a: 10, b: 40, c: 80 })], {
        factors: ['indicators'],
        replicates: 200,
      });
      expect(distinct(scores)).toEqual([40, (10 + 3 * 80) / 4, (2 * 40 + 3 * 80) / 5].sort((x, y) => x - y));
    });
  });

  it('fills gaps as published where it fills no medians, if that is the rule', () => {
    const others = [unit('V', 10, 0), unit('W', 20, 0), unit('X', 90, 0)];
    const input: SimulationInput = {
      framework: small,
      units: [unit('U', undefined, 40), ...others],
      published: [{ node: 'top', units: ['U'] }],
      leastForMean: 2,
    };
    const scores = (own: Partial<SimulationInput>, factors: readonly Factor[]): number[] =>
      distinct(scoresOf(simulate({ ...input, ...own }, { ...settings, replicates: 40, factors })[0]!, 'U'));
    expect(scores({}, [])).toEqual([40]);
    expect(scores({}, ['missing'])).toEqual([30, 40]);
    expect(scores({ units: input.units.slice(0, 3) }, ['missing'])).toEqual([27.5, 40]);
    expect(scores({ units: input.units.slice(0, 2) }, ['missing'])).toEqual([40]);
  });

  it('gives a node the same scores whether others are asked for or not', () => {
    const asked = (nodes: readonly string[]): Float64Array =>
      simulate(
        {
          framework: worked.framework,
          units: workedUnits,
          published: nodes.map((node) => ({ node, units: ['AUS', 'BRA'] })),
        },
        { ...worked.settings, replicates: 100 },
      )[0]!.scores;
    expect(asked(['P1'])).toEqual(asked(['P1', 'F']));
    expect(asked(['P1'])).not.toEqual(asked(['P2', 'F']));
  });

  it('refuses codes it does not know and those that stand twice', () => {
    const units = [unit('U', 1, 2)];
    const input = { framework: small, units, published: [{ node: 'top', units: ['U'] }] };
    expect(() => simulate({ ...input, published: [{ node: 'a', units: ['U'] }] }, settings)).toThrow(
      RangeError,
    );
    expect(() => simulate({ ...input, views: [small] }, settings)).toThrow(RangeError);
    expect(() => simulate({ ...input, published: [{ node: 'top', units: ['V'] }] }, settings)).toThrow(
      RangeError,
    );
    expect(() => simulate({ ...input, published: [{ node: 'top', units: ['U', 'U'] }] }, settings)).toThrow(
      RangeError,
    );
    expect(() => simulate({ ...input, units: [...units, ...units] }, settings)).toThrow(RangeError);
    expect(() => simulate(input, { ...settings, seed: -1 })).toThrow(RangeError);
  });

  const power = fc.constantFrom(1, 0, -1, 2, -3, 0.5, 1000, -1000, 1e-6);
  const leaf = (code: string) => fc.record({ code: fc.constant(code), weight: fc.constantFrom(0.5, 1, 2) });
  const anyTree: fc.Arbitrary<WeightedTree> = fc
    .tuple(fc.tuple(power, power, power), fc.tuple(leaf('a'), leaf('b'), leaf('c'), leaf('d'), leaf('e')))
    .map(([[top, left, right], [a, b, c, d, e]]) => ({
      code: 'top',
      weight: 1,
      power: top,
      children: [
        { code: 'left', weight: 1, power: left, children: [a, b] },
        { code: 'right', weight: 3, power: right, children: [c, d] },
        e,
      ],
    }));
  const anyUnits = fc
    .array(
      fc.record({
        values: fc.dictionary(
          fc.constantFrom('a', 'b', 'c', 'd', 'e'),
          fc.record({
            raw: fc.oneof(fc.double({ min: -50, max: 150, noNaN: true }), fc.double()),
            ageYears: fc.nat({ max: 5 }),
          }),
        ),
        region: fc.constantFrom('here', 'there'),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((units) =>
      units.map(({ values, region }, i) => ({
        code: `U${String(i)}`,
        region,
        values: new Map(Object.entries(values)),
      })),
    );

  it('without any noise is the nominal aggregate, whatever the powers and the gaps', () => {
    fc.assert(
      fc.property(anyTree, anyUnits, (framework, units) => {
        const codes = units.map(({ code }) => code);
        const simulated = simulate(
          { framework, units, published: [{ node: 'top', units: codes }] },
          {
            ...settings,
            replicates: 2,
            weightNoise: 0,
            postNoise: 0,
            ageSigma: 0,
            factors: ['weights', 'goalposts', 'errors'],
          },
        )[0]!;
        for (const { code, values } of units) {
          const wanted = aggregateTree(framework, (indicator) => {
            const raw = values.get(indicator)?.raw;
            return raw === undefined || !Number.isFinite(raw) ? undefined : level(raw);
          });
          for (const found of scoresOf(simulated, code)) {
            if (wanted === undefined) expect(found).toBeNaN();
            else expect(Math.abs(found - wanted)).toBeLessThanOrEqual(1e-9);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws on data, and all that comes out of the ranges is finite and within bounds', () => {
    fc.assert(
      fc.property(anyTree, anyUnits, fc.nat(), (framework, units, seed) => {
        const codes = units.map(({ code }) => code);
        const simulated = simulate(
          { framework, units, published: [{ node: 'top', units: codes }] },
          { ...settings, seed, replicates: 3 },
        )[0]!;
        for (const range of scoreRanges(simulated, 3)) {
          expect(range.scoreLow >= 0 && range.scoreHigh <= 100).toBe(true);
          expect(range.scoreLow <= range.scoreMedian && range.scoreMedian <= range.scoreHigh).toBe(true);
          expect(range.rankLow >= 1 && range.rankHigh <= units.length).toBe(true);
          expect(range.topShare >= 0 && range.topShare <= 1).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('shareAhead', () => {
  const simulated: SimulatedNode = {
    node: 'F',
    units: ['A', 'B', 'C'],
    replicates: 4,
    scores: Float64Array.of(50, 60, 70, 80, 50, 61, 60, NaN, NaN, NaN, NaN, 1),
  };

  it('counts equal scores half and replicates without both scores not at all', () => {
    expect(shareAhead(simulated, 'A', 'B')).toBeCloseTo(1.5 / 3, 12);
    expect(shareAhead(simulated, 'A', 'A')).toBe(0.5);
    expect(shareAhead(simulated, 'A', 'C')).toBe(1);
    expect(shareAhead(simulated, 'B', 'C')).toBeUndefined();
    expect(() => shareAhead(simulated, 'A', 'Z')).toThrow(RangeError);
  });

  it('ties units of which neither is ahead in 95 per cent of the replicates', () => {
    expect([0.04, 0.05, 0.051, 0.5, 0.949, 0.95, 1].map(areTied)).toEqual([
      false,
      false,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('gives both orders shares that sum to 1', () => {
    const both = run({}, { replicates: 200 });
    for (const other of ['JPN', 'AUS', 'BRA']) {
      const sum = Number(shareAhead(both, 'IND', other)) + Number(shareAhead(both, other, 'IND'));
      expect(sum).toBeCloseTo(1, 12);
    }
    expect(areTied(Number(shareAhead(both, 'IND', 'AUS')))).toBe(true);
    expect(areTied(Number(shareAhead(both, 'BRA', 'IND')))).toBe(false);
  });
});
