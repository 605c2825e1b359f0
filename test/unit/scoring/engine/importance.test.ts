import { drawsOf } from '../../../../src/scoring/engine/draws.js';
import { jansenShares, nodeImportance } from '../../../../src/scoring/engine/importance.js';
import type { SimulationInput } from '../../../../src/scoring/engine/uncertainty.js';
import type { SimulationSettings } from '../../../../src/scoring/engine/variation.js';

const draws = drawsOf(2026, 1);
const SAMPLES = 20_000;
/** Inputs 0 to 2 of sample r, uniform between 0 and 1; those of B follow those of A. */
const drawn = (r: number, input: number): number => draws.uniform(r, input);

/** Shares of every input of a model of three. */
function sharesOf(model: (x: (input: number) => number) => number) {
  const results = (isOther: (input: number) => boolean): Float64Array =>
    Float64Array.from({ length: SAMPLES }, (_, r) =>
      model((input) => drawn(isOther(input) ? SAMPLES + r : r, input)),
    );
  const a = results(() => false);
  const b = results(() => true);
  return [0, 1, 2].map((input) =>
    jansenShares(
      a,
      b,
      results((other) => other === input),
    )!,
  );
}

describe('the shares of variance after Jansen', () => {
  it('are the squared coefficients of an additive model, alone and in total', () => {
    const shares = sharesOf((x) => x(0) + 2 * x(1) + 3 * x(2));
    [1, 4, 9].forEach((square, input) => {
      expect(Math.abs(shares[input]!.firstOrder - square / 14)).toBeLessThan(0.02);
      expect(Math.abs(shares[input]!.total - square / 14)).toBeLessThan(0.02);
    });
  });

  it('are nothing alone and all in total where inputs only matter together', () => {
    const shares = sharesOf((x) => (x(0) - 0.5) * (x(1) - 0.5));
    for (const { firstOrder, total } of shares.slice(0, 2)) {
      expect(Math.abs(firstOrder)).toBeLessThan(0.03);
      expect(Math.abs(total - 1)).toBeLessThan(0.03);
    }
    expect(Math.abs(shares[2]!.firstOrder)).toBeLessThan(0.03);
    expect(shares[2]!.total).toBe(0);
  });

  it('are those of the function of Ishigami and Homma', () => {
    const angle = (u: number): number => Math.PI * (2 * u - 1);
    const shares = sharesOf(
      (x) =>
        Math.sin(angle(x(0))) +
        7 * Math.sin(angle(x(1))) ** 2 +
        0.1 * angle(x(2)) ** 4 * Math.sin(angle(x(0))),
    );
    const known = [
      [0.3139, 0.5576],
      [0.4424, 0.4424],
      [0, 0.2437],
    ] as const;
    known.forEach(([firstOrder, total], input) => {
      expect(Math.abs(shares[input]!.firstOrder - firstOrder)).toBeLessThan(0.03);
      expect(Math.abs(shares[input]!.total - total)).toBeLessThan(0.03);
    });
  });

  it('are undefined when nothing varies', () => {
    const same = new Float64Array(4).fill(50);
    expect(jansenShares(same, same, same)).toBeUndefined();
  });
});

describe('the importance of the factors', () => {
  const settings: SimulationSettings = {
    seed: 7,
    replicates: 2_000,
    weightNoise: 0.25,
    postNoise: 0.05,
    ageSigma: 1,
  };
  const unit = (code: string, a: number, b: number, ageYears = 0) => ({
    code,
    region: 'here',
    values: new Map([
      ['a', { raw: a, ageYears }],
      ['b', { raw: b, ageYears }],
    ]),
  });
  const asked = (...units: readonly ReturnType<typeof unit>[]): SimulationInput => ({
    framework: {
      code: 'top',
      weight: 1,
      power: 1,
      children: [
        { code: 'a', weight: 1 },
        { code: 'b', weight: 1 },
      ],
    },
    units,
    published: [{ node: 'top', units: units.map(({ code }) => code) }],
  });
  const nominal = new Map([
    ['U', 50],
    ['V', 60],
  ]);

  it('gives all of the variance to the only factor that varies', () => {
    const [first] = nodeImportance(
      asked(unit('U', 50, 50, 4)),
      { ...settings, factors: ['errors'] },
      nominal,
    ).units;
    expect(first).toMatchObject({ unit: 'U' });
    expect(first!.variance).toBeCloseTo(2, 0);
    expect(Math.abs(first!.shares!.errors.firstOrder - 1)).toBeLessThan(0.1);
    expect(Math.abs(first!.shares!.errors.total - 1)).toBeLessThan(0.1);
    expect(first!.shares!.weights).toMatchObject({ total: 0 });
    expect(first!.shares!.missing).toMatchObject({ total: 0 });
  });

  it('splits it between two factors that add up as their variances do', () => {
    const two = asked(unit('U', 45, 55, 1));
    const alone = (factor: 'errors' | 'goalposts') =>
      nodeImportance(two, { ...settings, factors: [factor] }, nominal).units[0]!.variance;
    const both = nodeImportance(two, { ...settings, factors: ['errors', 'goalposts'] }, nominal).units[0]!;
    const share = alone('errors') / (alone('errors') + alone('goalposts'));
    expect(Math.abs(both.shares!.errors.total - share)).toBeLessThan(0.05);
    expect(Math.abs(both.shares!.errors.firstOrder - share)).toBeLessThan(0.05);
  });

  it('counts how far ranks lie from the published ones', () => {
    const far = asked(unit('U', 10, 10), unit('V', 90, 90));
    const near = asked(unit('U', 0, 100), unit('V', 100, 2));
    const shift = (input: SimulationInput) =>
      nodeImportance(input, { ...settings, factors: ['weights'] }, nominal).rankShift;
    expect(shift(far)).toEqual({ mean: 0, variance: 0 });
    const { mean, shares } = shift(near);
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.1);
    expect(shares!.weights.total).toBeGreaterThan(0.9);
  });

  it('leaves out units that some repetition leaves without a score, and says so', () => {
    const lacking = { ...unit('V', 60, 60), values: new Map([['a', { raw: 60, ageYears: 0 }]]) };
    const found = nodeImportance(asked(unit('U', 50, 50), lacking), settings, nominal);
    expect(found.leftOut).toEqual(['V']);
    expect(found.units.map(({ unit: code }) => code)).toEqual(['U']);
    expect(found.rankShift.mean).toBe(0);
  });

  it('is asked for one node at a time', () => {
    const input = asked(unit('U', 1, 2));
    expect(() => nodeImportance({ ...input, published: [] }, settings, nominal)).toThrow(RangeError);
    expect(() =>
      nodeImportance({ ...input, published: [...input.published, ...input.published] }, settings, nominal),
    ).toThrow(RangeError);
  });
});
