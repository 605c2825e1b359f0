import fc from 'fast-check';
import { nodeImportance } from '../../../../src/scoring/engine/importance.js';
import { leafChild, scoreNode } from '../../../../src/scoring/engine/node.js';
import { countOnce } from '../../../../src/scoring/engine/overlap.js';
import { meanOfRegion } from '../../../../src/scoring/engine/regional-mean.js';
import type { SimulatedUnit } from '../../../../src/scoring/engine/simulated-levels.js';
import { simulate, type SimulationInput } from '../../../../src/scoring/engine/uncertainty.js';

const CODES = ['a', 'b', 'c', 'd', 'e'];
const QUIET = { seed: 1, replicates: 1, weightNoise: 0, postNoise: 0, ageSigma: 0 };
const held = (raw: number): number => Math.min(100, Math.max(0, raw));

/** Indicators in order of preference, some of them in overlap groups. */
const links = fc.shuffledSubarray(CODES, { minLength: 1 }).chain((codes) =>
  fc.tuple(
    ...codes.map((code) =>
      fc.record(
        {
          code: fc.constant(code),
          weight: fc.constantFrom(0.5, 1, 2),
          overlapGroup: fc.constantFrom('X', 'Y'),
        },
        { requiredKeys: ['code', 'weight'] },
      ),
    ),
  ),
);
const units: fc.Arbitrary<readonly SimulatedUnit[]> = fc
  .array(
    fc.record({
      region: fc.constantFrom('here', 'there'),
      values: fc.dictionary(
        fc.constantFrom(...CODES),
        fc.record({
          raw: fc.oneof(fc.double({ min: -50, max: 150, noNaN: true }), fc.double()),
          ageYears: fc.nat({ max: 5 }),
        }),
      ),
      lacking: fc.subarray(CODES),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((all) =>
    all.map(({ region, values, lacking }, i) => ({
      code: `U${String(i)}`,
      region,
      values: new Map(Object.entries(values).filter(([code]) => !lacking.includes(code))),
      notApplicable: new Set(lacking),
    })),
  );

describe('a view in the simulation', () => {
  it('counts one of an overlap group and is filled from the region, as for publication', () => {
    const power = fc.constantFrom(1, 0, -1, 2);
    fc.assert(
      fc.property(links, units, power, fc.constantFrom(undefined, 1, 2), (all, everybody, p, least) => {
        const leaves = all.map(({ code, weight }) => ({ code, weight }));
        const view = { code: 'V', weight: 1, power: p, children: leaves };
        const overlaps = ['X', 'Y'].map((group) => ({
          node: 'V',
          indicators: all.filter(({ overlapGroup }) => overlapGroup === group).map(({ code }) => code),
        }));
        const [simulated] = simulate(
          {
            framework: { ...view, code: 'F' },
            views: [view],
            overlaps,
            units: everybody,
            published: [{ node: 'V', units: everybody.map(({ code }) => code) }],
            ...(least === undefined ? {} : { leastForMean: least }),
          },
          { ...QUIET, factors: [] },
        );
        everybody.forEach((unit, i) => {
          const levelOf = ({ values }: SimulatedUnit, code: string): number | undefined => {
            const raw = values.get(code)?.raw;
            return raw === undefined || !Number.isFinite(raw) ? undefined : held(raw);
          };
          const fillOf = (code: string): number | undefined => {
            const region = everybody.filter((other) => other.region === unit.region);
            if (least === undefined || unit.notApplicable?.has(code) === true) return undefined;
            return meanOfRegion(
              region.map((other) => levelOf(other, code)),
              least,
            );
          };
          // The first with a value, else the first that is filled.
          const counted = countOnce(
            countable(all, (code) => levelOf(unit, code) ?? fillOf(code)),
            (code) => levelOf(unit, code) !== undefined,
          );
          const children = counted.map(({ code, weight }) =>
            leafChild(code, weight, levelOf(unit, code) ?? fillOf(code)),
          );
          const { score } = scoreNode(children, { power: p, minCoverage: 0, minAvailable: 1 });
          const found = simulated?.scores[i];
          if (score === undefined) expect(found).toBeNaN();
          else expect(Math.abs(Number(found) - score)).toBeLessThanOrEqual(1e-9);
        });
      }),
      { numRuns: 1000 },
    );
  });
});

/** Those that have anything to count with. */
function countable<Link extends { readonly code: string }>(
  all: readonly Link[],
  scoreOf: (code: string) => number | undefined,
): readonly Link[] {
  return all.filter(({ code }) => scoreOf(code) !== undefined);
}

describe('the importance of the factors', () => {
  it('never throws on data, and is finite', () => {
    fc.assert(
      fc.property(units, fc.nat(), (everybody, seed) => {
        const codes = everybody.map(({ code }) => code);
        const input: SimulationInput = {
          framework: {
            code: 'F',
            weight: 1,
            power: 1,
            children: CODES.map((code) => ({ code, weight: 1 })),
          },
          units: everybody,
          published: [{ node: 'F', units: codes }],
        };
        const settings = { seed, replicates: 2, weightNoise: 0.25, postNoise: 0.05, ageSigma: 1 };
        const { rankShift, units: found, leftOut } = nodeImportance(input, settings, new Map());
        expect([...found.map(({ unit }) => unit), ...leftOut].sort()).toEqual([...codes].sort());
        for (const { mean, variance, shares } of [rankShift, ...found]) {
          const numbers = Object.values(shares ?? {}).flatMap(({ firstOrder, total }) => [firstOrder, total]);
          expect([mean, variance, ...numbers].every(Number.isFinite)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
