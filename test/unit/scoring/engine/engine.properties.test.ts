import fc from 'fast-check';
import { rawPoints, scoreLevel } from '../../../../src/scoring/engine/level.js';
import { leafChild, scoreNode } from '../../../../src/scoring/engine/node.js';
import { assessPace } from '../../../../src/scoring/engine/pace.js';
import { powerMean } from '../../../../src/scoring/engine/power-mean.js';
import type { Goalposts, YearValue } from '../../../../src/scoring/engine/terms.js';
import { paceSettings } from '../a-pace.js';

fc.configureGlobal({ numRuns: 1000 });

const anyNumber = fc.double({ noDefaultInfinity: false, noNaN: false });
const scale = fc.constantFrom('linear' as const, 'log' as const, 'log1p' as const);
const anyGoalposts: fc.Arbitrary<Goalposts> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('range' as const, 'rubric' as const),
    worst: anyNumber,
    best: anyNumber,
    scale,
  }),
  fc.record({ kind: fc.constant('band' as const), low: anyNumber, high: anyNumber, zeroDistance: anyNumber }),
);
const tame = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
const year = fc.integer({ min: 2010, max: 2026 });
const anySeries: fc.Arbitrary<YearValue[]> = fc.array(
  fc.record({ year, value: fc.oneof(anyNumber, fc.constant(null)) }),
  { maxLength: 12 },
);
/** Whole values in distinct years, so that shifts and unit changes are exact enough to keep every status. */
const tidySeries = fc.uniqueArray(fc.record({ year, value: fc.integer({ min: 0, max: 100 }) }), {
  selector: (entry) => entry.year,
  minLength: 1,
  maxLength: 12,
});
const target = fc.integer({ min: 1, max: 99 });
const weights = fc.array(fc.record({ weight: tame(0.01, 10), score: tame(0, 100) }), {
  minLength: 1,
  maxLength: 8,
});
const anyPower = fc.oneof(fc.constantFrom(1, 0, -1), tame(0.01, 8), tame(-8, -0.01));
const coded = (parts: readonly { weight: number; score: number }[]) =>
  parts.map((part, i) => ({ ...part, code: `I${String(i)}` }));

function percent(worst: number, best: number): Goalposts {
  return { kind: 'range', worst, best, scale: 'linear' };
}

function levelOf(value: number, goalposts: Goalposts): number {
  const scored = scoreLevel(value, goalposts);
  return 'level' in scored ? scored.level : NaN;
}

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}

describe('levels', () => {
  it('lie between 0 and 100, are finite and never throw, whatever the value and the goalposts', () => {
    fc.assert(
      fc.property(anyNumber, anyGoalposts, (value, goalposts) => {
        const scored = scoreLevel(value, goalposts);
        expect(numbersIn(scored).every(Number.isFinite)).toBe(true);
        if ('level' in scored) expect(scored.level >= 0 && scored.level <= 100).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('never fall when the value moves towards the best goalpost', () => {
    const posts = fc
      .tuple(tame(0.5, 1e6), tame(0.5, 1e6))
      .filter(([worst, best]) => Math.abs(worst - best) > 1e-3);
    fc.assert(
      fc.property(posts, scale, tame(-1e6, 1e6), tame(0, 1e6), ([worst, best], onScale, value, step) => {
        const goalposts: Goalposts = { kind: 'range', worst, best, scale: onScale };
        const moved = value + (best > worst ? step : -step);
        expect(levelOf(moved, goalposts)).toBeGreaterThanOrEqual(levelOf(value, goalposts) - 1e-9);
      }),
    );
  });

  it('mirror each other when the goalposts change places', () => {
    fc.assert(
      fc.property(tame(-1e4, 1e4), tame(-1e3, 1e3), tame(1, 1e3), (value, worst, span) => {
        const there = rawPoints(value, percent(worst, worst + span));
        const back = rawPoints(value, percent(worst + span, worst));
        expect(Math.abs(there + back - 100)).toBeLessThan(1e-6);
      }),
    );
  });
});

describe('paces', () => {
  it('never throw and never let out NaN or Infinity, whatever the data', () => {
    const settings = fc.record({
      target: anyNumber,
      targetYear: year,
      baseYear: year,
      targetAgreed: fc.boolean(),
    });
    fc.assert(
      fc.property(anySeries, anyGoalposts, settings, (values, goalposts, own) => {
        const target = Number.isFinite(own.target) ? { target: own.target } : {};
        const pace = assessPace(values, goalposts, { ...paceSettings(), ...own, target: 1, ...target });
        expect(numbersIn(pace).every(Number.isFinite)).toBe(true);
        expect(pace.status === 'not_assessable' ? pace.reason !== null : true).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('keep status, pace and flags under another unit, another zero of the calendar and the complement', () => {
    fc.assert(
      fc.property(
        tidySeries,
        target,
        year,
        fc.integer({ min: -500, max: 500 }),
        (values, agreed, baseYear, shift) => {
          const settings = paceSettings({ baseYear, target: agreed });
          const plain = assessPace(values, percent(0, 100), settings);
          const otherUnit = assessPace(
            values.map((entry) => ({ ...entry, value: entry.value * 8 + 16 })),
            percent(16, 816),
            { ...settings, target: agreed * 8 + 16 },
          );
          const shifted = assessPace(
            values.map((entry) => ({ ...entry, year: entry.year + shift })),
            percent(0, 100),
            {
              ...settings,
              asOfYear: settings.asOfYear + shift,
              baseYear: baseYear + shift,
              targetYear: settings.targetYear + shift,
            },
          );
          const complement = assessPace(
            values.map((entry) => ({ ...entry, value: 100 - entry.value })),
            percent(100, 0),
            { ...settings, target: 100 - agreed },
          );
          for (const other of [otherUnit, shifted, complement]) {
            expect([other.status, other.reason, other.flags]).toEqual([
              plain.status,
              plain.reason,
              plain.flags,
            ]);
            const difference = (other.observedPace ?? 0) - (plain.observedPace ?? 0);
            expect(Math.abs(difference)).toBeLessThan(1e-9);
          }
        },
      ),
    );
  });

  it('do not depend on the order of the values', () => {
    const shuffled = tidySeries.chain((values) =>
      fc.tuple(fc.constant(values), fc.shuffledSubarray(values, { minLength: values.length })),
    );
    fc.assert(
      fc.property(shuffled, year, ([values, other], baseYear) => {
        const settings = paceSettings({ baseYear });
        expect(assessPace(other, percent(0, 100), settings)).toEqual(
          assessPace(values, percent(0, 100), settings),
        );
      }),
    );
  });
});

describe('aggregates', () => {
  it('lie between the lowest and the highest score, whatever the power', () => {
    fc.assert(
      fc.property(weights, anyPower, (parts, power) => {
        const scores = parts.map(({ score }) => (power <= 0 ? Math.max(1, score) : score));
        const mean = powerMean(coded(parts), power);
        expect(mean >= Math.min(...scores) && mean <= Math.max(...scores)).toBe(true);
      }),
    );
  });

  it('are ordered: arithmetic, geometric, harmonic', () => {
    const above = fc.array(fc.record({ weight: tame(0.01, 10), score: tame(1, 100) }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(above, (parts) => {
        const [arithmetic, geometric, harmonic] = [1, 0, -1].map((power) => powerMean(coded(parts), power));
        expect(Number(arithmetic)).toBeGreaterThanOrEqual(Number(geometric) - 1e-9);
        expect(Number(geometric)).toBeGreaterThanOrEqual(Number(harmonic) - 1e-9);
      }),
    );
  });

  it('are the same to the last digit in any order of the children', () => {
    const shuffled = weights.chain((parts) => {
      const ordered = coded(parts);
      return fc.tuple(fc.constant(ordered), fc.shuffledSubarray(ordered, { minLength: ordered.length }));
    });
    fc.assert(
      fc.property(shuffled, ([parts, other]) => {
        expect(powerMean(other, 1)).toBe(powerMean(parts, 1));
      }),
    );
  });

  it('do not change when all weights are multiplied', () => {
    fc.assert(
      fc.property(weights, tame(0.001, 1000), anyPower, (parts, factor, power) => {
        const scaled = parts.map((part) => ({ ...part, weight: part.weight * factor }));
        expect(Math.abs(powerMean(coded(scaled), power) - powerMean(coded(parts), power))).toBeLessThan(1e-8);
      }),
    );
  });

  it('never fall when one score rises', () => {
    fc.assert(
      fc.property(weights, tame(0, 100), anyPower, (parts, rise, power) => {
        const raised = parts.map((part, i) =>
          i === 0 ? { ...part, score: Math.min(100, part.score + rise) } : part,
        );
        expect(powerMean(coded(raised), power)).toBeGreaterThanOrEqual(powerMean(coded(parts), power) - 1e-9);
      }),
    );
  });

  it('have contributions that sum to the score, and a missing child changes coverage alone', () => {
    const rule = { power: 1, minCoverage: 0, minAvailable: 1 };
    fc.assert(
      fc.property(weights, tame(0.01, 10), (parts, weight) => {
        const children = coded(parts).map((part) => leafChild(part.code, part.weight, part.score));
        const whole = scoreNode(children, rule);
        const points = whole.contributions.reduce((sum, contribution) => sum + contribution.points, 0);
        expect(Math.abs(points - Number(whole.score))).toBeLessThan(1e-9);
        const withGap = scoreNode([...children, leafChild('gap', weight, undefined)], rule);
        expect(Math.abs(Number(withGap.score) - Number(whole.score))).toBeLessThan(1e-9);
        expect(withGap.coverage).toBeLessThan(whole.coverage);
      }),
    );
  });
});
