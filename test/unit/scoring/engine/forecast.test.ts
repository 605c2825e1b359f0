import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { forecastTarget, likelihoodOf, type Forecast } from '../../../../src/scoring/engine/forecast.js';
import { assessPace, type PaceSettings } from '../../../../src/scoring/engine/pace.js';
import { showForecast, valueAtPoints } from '../../../../src/scoring/engine/shown-forecast.js';
import type { Goalposts, YearValue } from '../../../../src/scoring/engine/terms.js';
import { limitedRaw } from '../../../../src/scoring/engine/limited-raw.js';
import { rawPoints } from '../../../../src/scoring/engine/level.js';
import { paceSettings, PERCENT, series } from '../a-pace.js';

interface ForecastCase {
  readonly case: string;
  readonly values: readonly (readonly [number, number | null])[];
  readonly goalposts: Goalposts;
  readonly settings: Partial<PaceSettings>;
  readonly expected: Forecast;
}

const worked = JSON.parse(
  readFileSync(new URL('../vectors/forecast.json', import.meta.url), 'utf8'),
) as ForecastCase[];

function forecast(
  values: readonly YearValue[],
  goalposts: Goalposts,
  settings: Partial<PaceSettings>,
): Forecast {
  const whole = paceSettings(settings);
  return forecastTarget(values, goalposts, assessPace(values, goalposts, whole), whole.targetYear);
}

const NOTHING = { projected: null, projectedLow: null, projectedHigh: null, probability: null };

describe('forecastTarget', () => {
  it.each(worked)('agrees with the worked vector "$case"', ({ values, goalposts, settings, expected }) => {
    const found = forecast(series(...values), goalposts, settings);
    expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort());
    for (const field of Object.keys(found) as (keyof Forecast)[]) {
      const wanted = expected[field];
      if (wanted === null) expect({ [field]: found[field] }).toEqual({ [field]: null });
      else expect(Math.abs(Number(found[field]) - wanted)).toBeLessThanOrEqual(1e-8);
    }
  });

  it('lays a straight line through base and current value when there are fewer than four', () => {
    const found = forecast(series([2020, 40], [2022, 90], [2026, 70]), PERCENT, { baseYear: 2020 });
    expect(found).toEqual({ ...NOTHING, projected: 90, n: 3 });
  });

  it('needs four values for an interval, and widens it as the textbook says', () => {
    const found = forecast(series([2023, 10], [2024, 14], [2025, 14], [2026, 18]), PERCENT, {
      baseYear: 2023,
      targetYear: 2028,
      target: 23,
    });
    // Slope 2.4, residual sum of squares 3.2, t(0.90, 2) = 4 / sqrt(4.5).
    const error = Math.sqrt(1.6) * Math.sqrt(1 + 1 / 4 + 3.5 ** 2 / 5);
    const halfWidth = (4 / Math.sqrt(4.5)) * error;
    expect(found.projected).toBeCloseTo(14 + 2.4 * 3.5, 12);
    expect(Number(found.projectedHigh) - Number(found.projected)).toBeCloseTo(halfWidth, 10);
    expect(Number(found.projected) - Number(found.projectedLow)).toBeCloseTo(halfWidth, 10);
    const distance = (22.4 - 23) / error;
    expect(found.probability).toBeCloseTo(0.5 + distance / (2 * Math.sqrt(2 + distance ** 2)), 12);
    expect(found.n).toBe(4);
  });

  it('is certain about a perfect line', () => {
    const line = series([2020, 40], [2021, 44], [2022, 48], [2023, 52], [2024, 56], [2026, 64]);
    const reached = forecast(line, PERCENT, { baseYear: 2020, target: 80 });
    expect(reached.projected).toBeCloseTo(80, 9);
    expect(reached).toMatchObject({ probability: 1, n: 6 });
    expect(reached.projectedLow).toBe(reached.projectedHigh);
    expect(forecast(line, PERCENT, { baseYear: 2020, target: 80.001 }).probability).toBe(0);
  });

  it('stays flat when all values are equal', () => {
    const flat = series([2020, 30], [2021, 30], [2023, 30], [2026, 30]);
    expect(forecast(flat, PERCENT, { baseYear: 2020, target: 30 })).toEqual({
      projected: 30,
      projectedLow: 30,
      projectedHigh: 30,
      probability: 1,
      n: 4,
    });
  });

  it('forgets values older than ten years and those before the base', () => {
    const values = series([2010, 99], [2014, 20], [2015, 7], [2016, 30], [2018, 40], [2022, 50], [2026, 60]);
    expect(forecast(values, PERCENT, { baseYear: 2014 }).n).toBe(4);
    expect(forecast(values, PERCENT, { baseYear: 2017 }).n).toBe(4);
    expect(forecast(values, PERCENT, { baseYear: 2018 }).n).toBe(3);
  });

  it('has the number of values and nothing else once the target year has come', () => {
    const values = series([2020, 10], [2022, 20], [2024, 30], [2026, 40]);
    expect(forecast(values, PERCENT, { baseYear: 2020, targetYear: 2026 })).toEqual({ ...NOTHING, n: 4 });
    expect(forecast(values, PERCENT, { baseYear: 2020, targetYear: 2027 }).projected).toBeCloseTo(45, 9);
  });

  it('takes no notice of years without a number, of later values and of the order', () => {
    const values = series(
      [2026, 40],
      [2022, null],
      [2020, 10],
      [2024, 30],
      [2023, NaN],
      [2027, 99],
      [2021, 12],
    );
    const tidy = series([2020, 10], [2021, 12], [2024, 30], [2026, 40]);
    expect(forecast(values, PERCENT, { baseYear: 2020 })).toEqual(
      forecast(tidy, PERCENT, { baseYear: 2020 }),
    );
  });

  it('holds raw points within -100 and 200 before it lays a line', () => {
    const wild = series([2020, -5000], [2022, 20], [2024, 30], [2026, 5000]);
    const held = series([2020, -100], [2022, 20], [2024, 30], [2026, 200]);
    expect(forecast(wild, PERCENT, { baseYear: 2020 })).toEqual(forecast(held, PERCENT, { baseYear: 2020 }));
    expect([limitedRaw(-100.5, PERCENT), limitedRaw(200.5, PERCENT), limitedRaw(7, PERCENT)]).toEqual([
      -100, 200, 7,
    ]);
  });

  const years = fc.uniqueArray(
    fc.record({
      year: fc.integer({ min: 2010, max: 2026 }),
      value: fc.oneof(fc.integer({ min: 0, max: 100 }), fc.double(), fc.constant(null)),
    }),
    { selector: (entry) => entry.year, maxLength: 14 },
  );
  const choice = fc.record({
    baseYear: fc.integer({ min: 2014, max: 2025 }),
    targetYear: fc.integer({ min: 2024, max: 2040 }),
    target: fc.integer({ min: 0, max: 100 }),
  });

  it('never throws and is finite, with the interval about the projection and a probability of 0 to 1', () => {
    fc.assert(
      fc.property(years, choice, (values, settings) => {
        const { projected, projectedLow, projectedHigh, probability, n } = forecast(
          values,
          PERCENT,
          settings,
        );
        for (const number of [projected, projectedLow, projectedHigh, probability, n]) {
          expect(number === null || Number.isFinite(number)).toBe(true);
        }
        expect((projectedLow === null) === (probability === null)).toBe(true);
        expect(probability === null || (n >= 4 && probability >= 0 && probability <= 1)).toBe(true);
        expect(Number(projectedLow) <= Number(projectedHigh)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('is the same in another unit and for the complement', () => {
    const whole = years.map((values) =>
      values.map((entry) => ({ ...entry, value: (entry.year * 37) % 101 })),
    );
    fc.assert(
      fc.property(whole, choice, (values, settings) => {
        const plain = forecast(values, PERCENT, settings);
        const others = [
          forecast(
            values.map((entry) => ({ ...entry, value: entry.value * 8 + 16 })),
            { kind: 'range', worst: 16, best: 816, scale: 'linear' },
            { ...settings, target: settings.target * 8 + 16 },
          ),
          forecast(
            values.map((entry) => ({ ...entry, value: 100 - entry.value })),
            { kind: 'range', worst: 100, best: 0, scale: 'linear' },
            { ...settings, target: 100 - settings.target },
          ),
        ];
        for (const other of others) {
          for (const field of Object.keys(plain) as (keyof Forecast)[]) {
            expect(Math.abs(Number(other[field]) - Number(plain[field]))).toBeLessThan(1e-7);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('likelihoodOf', () => {
  it('changes its word at 10, 33, 66 and 90 per cent', () => {
    const words = [0, 0.0999, 0.1, 0.3299, 0.33, 0.66, 0.6601, 0.9, 0.9001, 1].map(likelihoodOf);
    expect(words).toEqual([
      'very_unlikely',
      'very_unlikely',
      'unlikely',
      'unlikely',
      'open',
      'open',
      'likely',
      'likely',
      'very_likely',
      'very_likely',
    ]);
  });
});

describe('showForecast', () => {
  const prices: Goalposts = { kind: 'range', worst: 500, best: 5, scale: 'log' };

  it('holds points at the goalposts and says them in the unit', () => {
    const shown = showForecast(
      { projected: 130, projectedLow: 50, projectedHigh: 210, probability: 0.9, n: 5 },
      prices,
      9,
    );
    expect(shown).toMatchObject({ points: 100, pointsLow: 50, pointsHigh: 100, value: 5, valueHigh: 5 });
    expect(shown?.valueLow).toBeCloseTo(50, 10);
    const below = showForecast({ ...NOTHING, projected: -20, n: 2 }, prices, 9);
    expect(below).toEqual({ points: 0, value: 500 });
  });

  it('is undefined when there is no forecast', () => {
    expect(showForecast({ ...NOTHING, n: 3 }, PERCENT, 40)).toBeUndefined();
  });

  it('has no value where the points do not tell the side of a band', () => {
    const parity: Goalposts = { kind: 'band', low: 0.97, high: 1.03, zeroDistance: 0.5 };
    const forecasted = { ...NOTHING, projected: 80, n: 2 };
    expect(showForecast(forecasted, parity, 1)).toEqual({ points: 80 });
    expect(showForecast(forecasted, parity, 0.8)?.value).toBeCloseTo(0.87, 12);
    expect(showForecast(forecasted, parity, 1.4)?.value).toBeCloseTo(1.13, 12);
    expect(valueAtPoints(100, parity, 1.01)).toBe(1.01);
    expect(valueAtPoints(100, parity, 0.2)).toBe(0.97);
    expect(valueAtPoints(100, parity, 2)).toBe(1.03);
  });

  it('gives back the value of the points, on every scale and in either direction', () => {
    const post = fc.double({ min: 0.5, max: 1e5, noNaN: true });
    const scale = fc.constantFrom('linear' as const, 'log' as const, 'log1p' as const);
    fc.assert(
      fc.property(
        post,
        post,
        scale,
        fc.double({ min: 0, max: 100, noNaN: true }),
        (worst, best, on, points) => {
          fc.pre(Math.abs(worst - best) > 1e-3 * best);
          const goalposts: Goalposts = { kind: 'range', worst, best, scale: on };
          const value = Number(valueAtPoints(points, goalposts, 0));
          expect(Math.abs(rawPoints(value, goalposts) - points)).toBeLessThan(1e-6);
        },
      ),
    );
  });
});
