import fc from 'fast-check';
import {
  assessGrowth,
  assessGrowthBetween,
  isMethodSensitive,
  type GrowthSeriesSettings,
} from '../../../../src/scoring/engine/cagr.js';
import {
  classifyGrowth,
  EUROSTAT,
  GROWTH_THRESHOLDS,
  OPEN_SDG,
} from '../../../../src/scoring/engine/growth-thresholds.js';
import type { YearValue } from '../../../../src/scoring/engine/terms.js';
import { series } from '../a-pace.js';

function growthSettings(own: Partial<GrowthSeriesSettings> = {}): GrowthSeriesSettings {
  return {
    baseYear: 2015,
    asOfYear: 2030,
    targetYear: 2030,
    lowerIsBetter: false,
    thresholds: OPEN_SDG,
    ...own,
  };
}

/** The example files of the method's own implementation (open-sdg/sdg-build, tests/assets/progress-calculation). */
const openSdgCases = [
  {
    indicator: '1.1.1, lower is better, no target, first value 2020',
    values: series([2020, 100], [2021, 120]),
    settings: { lowerIsBetter: true },
    expected: { category: 'deterioration', observedGrowth: 0.2, ratio: null, baseYear: 2020 },
  },
  {
    indicator: '1.2.1, half of the poverty of 2015',
    values: series([2015, 14.5], [2016, 12.8], [2017, 11.7], [2018, 11], [2019, 10.1]),
    settings: { lowerIsBetter: true, target: 7.25 },
    expected: {
      category: 'substantial_progress',
      observedGrowth: -0.08643733470199899,
      requiredGrowth: -0.0451583960895835,
      ratio: 1.9140922217549072,
    },
  },
  {
    indicator: '3.1.1, below the target of 70 ever since',
    values: series([2015, 7.060817171907362], [2018, 8.555028886589724], [2019, 7.526112923948628]),
    settings: { lowerIsBetter: true, target: 70 },
    expected: { category: 'target_achieved', observedGrowth: 0.016082428479245126 },
  },
  {
    indicator: '3.3.1, no target',
    values: series([1995, 9.96], [2014, 5.41], [2015, 5.44], [2018, 6.19], [2019, 5.64]),
    settings: { lowerIsBetter: true },
    expected: { category: 'deterioration', observedGrowth: 0.009067110608890205, baseYear: 2015 },
  },
  {
    indicator: '3.3.3, target zero read as 0.001',
    values: series([2010, 1.51], [2014, 1.27], [2015, 1.55], [2018, 1.62], [2019, 1.82]),
    settings: { lowerIsBetter: true, target: 0, zeroAs: 0.001 },
    expected: {
      category: 'deterioration',
      observedGrowth: 0.04096211131524741,
      requiredGrowth: -0.38721063409482137,
      ratio: -0.1057876713820222,
    },
  },
  {
    indicator: '17.8.1, no target, first value 2018',
    values: series([2018, 91.3], [2020, 92.3]),
    settings: {},
    expected: { category: 'moderate_progress', observedGrowth: 0.0054615370660220375, baseYear: 2018 },
  },
];

describe('assessGrowth', () => {
  it.each(openSdgCases)(
    'equals Open SDG on its own case of indicator $indicator',
    ({ values, settings, expected }) => {
      const growth = assessGrowth(values, growthSettings(settings));
      for (const [field, wanted] of Object.entries(expected)) {
        const found: unknown = growth[field as keyof typeof growth];
        if (typeof wanted === 'number') expect(found).toBeCloseTo(wanted, 12);
        else expect({ [field]: found }).toEqual({ [field]: wanted });
      }
    },
  );

  it('depends on the wording, which the pace in points does not: online 0.87, offline 0.47', () => {
    const online = assessGrowth(
      series([2018, 58], [2023, 68]),
      growthSettings({ baseYear: 2018, target: 90 }),
    );
    const offline = assessGrowth(
      series([2018, 42], [2023, 32]),
      growthSettings({ baseYear: 2018, target: 10, lowerIsBetter: true }),
    );
    expect([online.ratio?.toFixed(2), offline.ratio?.toFixed(2)]).toEqual(['0.87', '0.47']);
    expect([online.status, offline.status]).toEqual(['needs_acceleration', 'limited']);
  });

  it('starts in the base year, else in the next later year with a value, never before', () => {
    const values = series([2014, 10], [2016, null], [2017, 20], [2019, 40]);
    expect(assessGrowth(values, growthSettings())).toMatchObject({ baseYear: 2017, nowYear: 2019 });
    expect(assessGrowth(values, growthSettings({ baseYear: 2014 }))).toMatchObject({ baseYear: 2014 });
    expect(assessGrowth(values, growthSettings({ baseYear: 2019 }))).toMatchObject({
      reason: 'NO_BASELINE',
      status: 'not_assessable',
      category: null,
    });
  });

  it('counts nothing after the as-of year', () => {
    const values = series([2015, 10], [2020, 20], [2021, 5]);
    expect(assessGrowth(values, growthSettings({ asOfYear: 2020 }))).toMatchObject({ nowYear: 2020 });
  });

  it('takes values in any order, and leaves out what is no number', () => {
    const values = series([2020, 20], [2016, 18], [2015, 10], [2021, NaN], [2022, Infinity]);
    expect(assessGrowth(values, growthSettings())).toMatchObject({ baseYear: 2015, nowYear: 2020 });
  });

  it('says why it cannot assess', () => {
    const reasonOf = (values: readonly YearValue[], own: Partial<GrowthSeriesSettings> = {}) =>
      assessGrowth(values, growthSettings(own)).reason;
    expect(reasonOf([])).toBe('NO_DATA');
    expect(reasonOf(series([2015, null]))).toBe('NO_DATA');
    expect(reasonOf(series([2031, 5]))).toBe('NO_DATA');
    expect(reasonOf(series([2020, 5], [2020, 6]))).toBe('DUPLICATE_YEAR');
    expect(reasonOf(series([2020, 5]))).toBe('SINGLE_OBSERVATION');
    expect(reasonOf(series([2020, 0]))).toBe('SIGN_OR_ZERO');
    expect(reasonOf(series([2015, 5], [2026, 6]), { freshnessYears: 3 })).toBe('STALE');
    expect(reasonOf(series([2015, 5], [2027, 6]), { freshnessYears: 3 })).toBe(null);
    expect(reasonOf(series([2015, 5], [2020, 6]), { target: 9, targetYear: 2015 })).toBe(
      'TARGET_YEAR_NOT_AFTER_BASE',
    );
  });

  it('is met without a base when the one value reaches the target', () => {
    expect(assessGrowth(series([2020, 90]), growthSettings({ target: 90 }))).toMatchObject({
      status: 'target_met',
      category: 'target_achieved',
      reason: null,
      observedGrowth: null,
    });
    expect(assessGrowth(series([2020, 90]), growthSettings({ target: 91 })).status).toBe('not_assessable');
  });
});

describe('assessGrowthBetween', () => {
  it('is one where a value doubles each year', () => {
    const growth = assessGrowthBetween({ year: 2015, value: 1 }, { year: 2016, value: 2 }, growthSettings());
    expect(growth.observedGrowth).toBeCloseTo(1, 12);
  });

  const between = (from: number, to: number, own: Partial<GrowthSeriesSettings> = {}) =>
    assessGrowthBetween({ year: 2015, value: from }, { year: 2020, value: to }, growthSettings(own));

  it.each([
    [0, 5, 9],
    [-1, 5, 9],
    [5, 0, 9],
    [5, -1, 9],
    [5, 6, 0],
    [5, 6, -1],
    [-5, -4, -1],
  ])('cannot assess from %d to %d with target %d', (from, to, target) => {
    expect(between(from, to, { target })).toMatchObject({
      status: 'not_assessable',
      reason: 'SIGN_OR_ZERO',
      observedGrowth: null,
    });
  });

  it('reads a base or target of zero as 0.001 where compatibility is asked for, and no negative value', () => {
    const grown = between(0, 5, { target: 9, zeroAs: 0.001 });
    expect(grown.observedGrowth).toBeCloseTo((5 / 0.001) ** (1 / 5) - 1, 9);
    expect(grown.ratio).toBeCloseTo(((5 / 0.001) ** (1 / 5) - 1) / ((9 / 0.001) ** (1 / 15) - 1), 9);
    expect(between(5, 0, { zeroAs: 0.001 })).toMatchObject({ observedGrowth: -1, status: 'regressing' });
    expect(between(5, 0, { target: 0, lowerIsBetter: true, zeroAs: 0.001 }).status).toBe('target_met');
    expect(between(-5, 5, { zeroAs: 0.001 }).reason).toBe('SIGN_OR_ZERO');
    expect(between(5, 6, { target: -9, zeroAs: 0.001 }).reason).toBe('SIGN_OR_ZERO');
  });

  it('is deterioration when a target that was met is lost, without a required growth', () => {
    const lost = { status: 'regressing', reason: 'TARGET_LOST', requiredGrowth: null, ratio: null };
    expect(between(92, 85, { target: 90 })).toMatchObject({ ...lost, category: 'deterioration' });
    expect(between(90, 85, { target: 90, thresholds: EUROSTAT })).toMatchObject({
      ...lost,
      category: 'movement_away',
    });
    expect(between(10, 80, { target: 70, lowerIsBetter: true })).toMatchObject(lost);
  });

  it('has missed the target once its year has come, whatever the growth', () => {
    expect(between(10, 20.6, { target: 21, targetYear: 2020 })).toMatchObject({
      status: 'target_missed',
      category: 'substantial_progress',
    });
    expect(between(10, 21, { target: 21, targetYear: 2020 }).status).toBe('target_met');
  });

  it('is met when the value reaches the target exactly', () => {
    expect(between(20, 10, { target: 10, lowerIsBetter: true }).status).toBe('target_met');
    expect(between(10, 20, { target: 20 }).status).toBe('target_met');
  });

  it('is limited when nothing moved', () => {
    expect(between(10, 10, { target: 20 })).toMatchObject({ status: 'limited', ratio: 0, observedGrowth: 0 });
    expect(between(10, 10)).toMatchObject({ status: 'limited', requiredGrowth: null });
  });

  it('needs a base before the current value', () => {
    const point = { year: 2020, value: 5 };
    expect(assessGrowthBetween(point, point, growthSettings()).reason).toBe('NO_BASELINE');
  });

  it('agrees with the two quotients written out', () => {
    const value = fc.double({ min: 0.01, max: 1000, noNaN: true });
    fc.assert(
      fc.property(
        value,
        value,
        value,
        fc.integer({ min: 1, max: 14 }),
        fc.boolean(),
        (v0, v1, target, years, lowerIsBetter) => {
          const better = (a: number, b: number): boolean => (lowerIsBetter ? a <= b : a >= b);
          fc.pre(!better(v1, target) && !better(v0, target) && Math.abs(target / v0 - 1) > 1e-6);
          const growth = assessGrowthBetween(
            { year: 2015, value: v0 },
            { year: 2015 + years, value: v1 },
            growthSettings({ target, lowerIsBetter }),
          );
          const observed = (v1 / v0) ** (1 / years) - 1;
          const required = (target / v0) ** (1 / 15) - 1;
          const ratio = observed / required;
          expect(Math.abs((growth.observedGrowth ?? NaN) - observed)).toBeLessThan(1e-9 * (1 + observed));
          expect(Math.abs((growth.ratio ?? NaN) - ratio)).toBeLessThan(1e-6 * (1 + Math.abs(ratio)));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('does not depend on the unit, nor on when the years are counted from', () => {
    const value = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(
        fc.tuple(value, value, value),
        fc.constantFrom(0.25, 8, 1024),
        fc.integer({ min: -20, max: 20 }),
        fc.boolean(),
        ([v0, v1, target], factor, shift, lowerIsBetter) => {
          const assess = (unit: number, later: number) =>
            assessGrowthBetween(
              { year: 2015 + later, value: v0 * unit },
              { year: 2022 + later, value: v1 * unit },
              growthSettings({ target: target * unit, targetYear: 2030 + later, lowerIsBetter }),
            );
          const [here, there] = [assess(1, 0), assess(factor, shift)];
          expect([there.status, there.category, there.reason]).toEqual([
            here.status,
            here.category,
            here.reason,
          ]);
          expect(there.ratio ?? 0).toBeCloseTo(here.ratio ?? 0, 6);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('never throws and gives no NaN or infinity, whatever the values', () => {
    const anyNumber = fc.double();
    const year = fc.integer({ min: 2010, max: 2030 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ year, value: fc.option(anyNumber) }), { maxLength: 8 }),
        fc.option(anyNumber, { nil: undefined }),
        fc.record({
          year,
          target: year,
          lowerIsBetter: fc.boolean(),
          open: fc.boolean(),
          zero: fc.boolean(),
        }),
        (values, target, { year: baseYear, target: targetYear, lowerIsBetter, open, zero }) => {
          const growth = assessGrowth(values, {
            baseYear,
            asOfYear: 2028,
            targetYear,
            lowerIsBetter,
            thresholds: open ? OPEN_SDG : EUROSTAT,
            ...(target === undefined ? {} : { target }),
            ...(zero ? { zeroAs: 0.001 } : {}),
          });
          const numbers = Object.values(growth).filter((field) => typeof field === 'number');
          expect(numbers.every(Number.isFinite)).toBe(true);
          expect(growth.status === 'not_assessable').toBe(growth.category === null);
          if (growth.status === 'not_assessable') expect(growth.reason).not.toBe(null);
        },
      ),
      { numRuns: 5000 },
    );
  });
});

describe('growth thresholds', () => {
  const categoriesAt = (scale: typeof OPEN_SDG.withTarget, growths: readonly number[]) =>
    growths.map((growth) => classifyGrowth(growth, scale).category);

  it('are those of Open SDG', () => {
    const words = ['substantial_progress', 'moderate_progress', 'limited_progress', 'deterioration'];
    expect(categoriesAt(OPEN_SDG.withTarget, [0.95, 0.6, 0, -0.001])).toEqual(words);
    expect(categoriesAt(OPEN_SDG.withTarget, [0.949, 0.599])).toEqual(words.slice(1, 3));
    expect(categoriesAt(OPEN_SDG.withoutTarget, [0.015, 0.005, 0, -0.0001])).toEqual(words);
    expect(categoriesAt(OPEN_SDG.withoutTarget, [0.0149, 0.0049])).toEqual(words.slice(1, 3));
  });

  it('are those of Eurostat, where every movement away from the objective is regress', () => {
    expect(categoriesAt(EUROSTAT.withTarget, [0.95, 0.6, 0, -0.001])).toEqual([
      'significant_progress',
      'moderate_progress',
      'insufficient_progress',
      'movement_away',
    ]);
    expect(categoriesAt(EUROSTAT.withTarget, [0.949, 0.599])).toEqual([
      'moderate_progress',
      'insufficient_progress',
    ]);
    expect(categoriesAt(EUROSTAT.withoutTarget, [0.01, 0.0099, 0, -0.0001, -0.01, -0.0101])).toEqual([
      'significant_progress',
      'moderate_progress',
      'moderate_progress',
      'moderate_movement_away',
      'moderate_movement_away',
      'significant_movement_away',
    ]);
    expect(classifyGrowth(-0.005, EUROSTAT.withoutTarget).status).toBe('regressing');
  });

  it('hold within the rounding of a double', () => {
    expect(classifyGrowth(1.015 - 1, OPEN_SDG.withoutTarget).category).toBe('substantial_progress');
    expect(classifyGrowth(-1e-9, OPEN_SDG.withTarget).category).toBe('limited_progress');
  });

  it('say in both methods the same native words for with and without a target', () => {
    for (const { withTarget, withoutTarget } of Object.values(GROWTH_THRESHOLDS)) {
      expect(withTarget.steps.map(({ status }) => status)).toEqual([
        'on_track',
        'needs_acceleration',
        'limited',
      ]);
      expect([withTarget.below.status, withoutTarget.below.status]).toEqual(['regressing', 'regressing']);
      expect(withoutTarget.steps.slice(0, 2).map(({ status }) => status)).toEqual([
        'on_track',
        'needs_acceleration',
      ]);
    }
  });
});

describe('isMethodSensitive', () => {
  it('is so when both came to a status and to different ones', () => {
    expect(isMethodSensitive('on_track', 'limited')).toBe(true);
    expect(isMethodSensitive('on_track', 'on_track')).toBe(false);
    expect(isMethodSensitive('not_assessable', 'limited')).toBe(false);
    expect(isMethodSensitive('limited', 'not_assessable')).toBe(false);
  });
});
