import fc from 'fast-check';
import { assessPace } from '../../../../src/scoring/engine/pace.js';
import {
  fastest,
  isOpen,
  paceFactor,
  requiredFromNow,
} from '../../../../src/scoring/engine/required-pace.js';
import { paceSettings, PERCENT, series } from '../a-pace.js';

const here = (nowRaw: number, targetRaw = 100) => ({ nowYear: 2026, nowRaw, targetRaw });

describe('requiredFromNow', () => {
  it('spreads what is left evenly over the years that are left', () => {
    expect(requiredFromNow(here(60), 2030)).toBe(10);
    expect(requiredFromNow(here(60, 61), 2027)).toBe(1);
  });

  it('is undefined once the target year has come', () => {
    expect(requiredFromNow(here(60), 2026)).toBe(undefined);
    expect(requiredFromNow(here(60), 2025)).toBe(undefined);
  });
});

describe('isOpen', () => {
  it('holds until the target is reached within 1e-9 points', () => {
    expect([99, 100 - 1e-8, 100 - 1e-9, 100, 101].map((raw) => isOpen(here(raw)))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('does not hold without a current value or a target', () => {
    for (const unknown of ['nowYear', 'nowRaw', 'targetRaw']) {
      expect(isOpen({ ...here(60), [unknown]: null })).toBe(false);
    }
    expect(isOpen({ ...here(-60, -10), nowRaw: null })).toBe(false);
  });
});

describe('paceFactor', () => {
  it('is required by observed pace', () => {
    expect(paceFactor(10, 4, 0.1)).toEqual({ factor: 2.5 });
    expect(paceFactor(10, 0.2, 0.1)).toEqual({ factor: 50 });
  });

  it('multiplies no pace within the dead band, and none below it', () => {
    for (const observed of [0.1 + 1e-9, 0, -0.1 - 1e-9]) {
      expect(paceFactor(10, observed, 0.1)).toEqual({ missing: 'NOT_MOVING' });
    }
    expect(paceFactor(10, -0.11, 0.1)).toEqual({ missing: 'MOVING_AWAY' });
  });

  it('is the acceleration of the pace wherever that has one', () => {
    const value = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(value, value, fc.integer({ min: 2027, max: 2032 }), (base, now, targetYear) => {
        const settings = paceSettings({ targetYear });
        const pace = assessPace(series([2024, base], [2026, now]), PERCENT, settings);
        const required = isOpen(pace) ? requiredFromNow(pace, targetYear) : undefined;
        const factor =
          required === undefined ? null : paceFactor(required, pace.observedPace ?? NaN, settings.deadBand);
        const found = factor !== null && 'factor' in factor ? factor.factor : null;
        if (pace.acceleration === null) expect(found).toBe(null);
        else expect(found).toBeCloseTo(pace.acceleration, 9);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('fastest', () => {
  it('takes the fastest, fastest first, equal ones as they came', () => {
    const paces = [2, 9, -1, 9, 4].map((pace, i) => ({ code: `P${String(i)}`, pace }));
    expect(fastest(paces, 3).map(({ code }) => code)).toEqual(['P1', 'P3', 'P4']);
    expect(fastest(paces, 9).map(({ pace }) => pace)).toEqual([9, 9, 4, 2, -1]);
    expect(fastest([], 3)).toEqual([]);
  });
});
