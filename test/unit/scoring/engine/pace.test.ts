import { readFileSync } from 'node:fs';
import { assessPace, directionOf, type PaceSettings } from '../../../../src/scoring/engine/pace.js';
import type { Goalposts } from '../../../../src/scoring/engine/terms.js';
import { paceSettings, PERCENT, series } from '../a-pace.js';

interface PaceCase {
  readonly case: string;
  readonly values: readonly (readonly [number, number | null])[];
  readonly goalposts: Goalposts;
  readonly settings: Partial<PaceSettings>;
  /** What is absent is null. */
  readonly expected: Readonly<Record<string, unknown>>;
}

const worked = JSON.parse(
  readFileSync(new URL('../vectors/pace.json', import.meta.url), 'utf8'),
) as PaceCase[];

describe('assessPace', () => {
  it.each(worked)('agrees with the worked vector "$case"', ({ values, goalposts, settings, expected }) => {
    const pace = assessPace(series(...values), goalposts, paceSettings(settings));
    for (const [field, found] of Object.entries(pace)) {
      const wanted = expected[field] ?? null;
      if (typeof wanted !== 'number') expect({ [field]: found as unknown }).toEqual({ [field]: wanted });
      else expect(Math.abs(Number(found) - wanted)).toBeLessThanOrEqual(1e-9);
    }
    expect(Object.keys(pace)).toEqual(expect.arrayContaining(Object.keys(expected)));
  });

  it('is regressing when a target that was met is lost, without a required pace', () => {
    const pace = assessPace(
      series([2020, 92], [2026, 85]),
      PERCENT,
      paceSettings({ baseYear: 2020, target: 90 }),
    );
    expect(pace).toMatchObject({ status: 'regressing', reason: 'TARGET_LOST', baseRaw: 92, nowRaw: 85 });
    expect(pace.observedPace).toBeCloseTo(-7 / 6, 12);
    expect([pace.requiredPace, pace.paceRatio, pace.shareTravelled, pace.acceleration]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('has lost the target even when the target year has passed, and when it stood exactly at the base', () => {
    const lost = { status: 'regressing', reason: 'TARGET_LOST' };
    const settings = paceSettings({ baseYear: 2020, target: 90 });
    const values = series([2020, 90], [2026, 89.99]);
    expect(assessPace(values, PERCENT, settings)).toMatchObject(lost);
    expect(assessPace(values, PERCENT, { ...settings, targetYear: 2026 })).toMatchObject(lost);
  });

  it('holds raw points within -100 and 200 before it takes a pace of them', () => {
    const pace = assessPace(series([2020, -900], [2026, 5000]), PERCENT, paceSettings({ baseYear: 2020 }));
    expect(pace).toMatchObject({ baseRaw: -100, nowRaw: 200, observedPace: 50, status: 'target_met' });
    const far = assessPace(
      series([2020, 0], [2026, 30]),
      PERCENT,
      paceSettings({ baseYear: 2020, target: 900 }),
    );
    expect(far).toMatchObject({ targetRaw: 200, requiredPace: 20 });
  });

  it('measures counts on the log1p scale', () => {
    const counts: Goalposts = { kind: 'range', worst: 20, best: 0, scale: 'log1p' };
    const pace = assessPace(
      series([2021, 20], [2026, 0]),
      counts,
      paceSettings({ baseYear: 2021, target: 0 }),
    );
    expect(pace).toMatchObject({
      baseRaw: 0,
      nowRaw: 100,
      targetRaw: 100,
      observedPace: 20,
      status: 'target_met',
    });
  });

  it('takes no base nearer to the current value than the least span, and says that there was one', () => {
    const settings = paceSettings({ baseYear: 2021, minSpanYears: 3 });
    const tooShort = assessPace(series([2015, 10], [2022, 20], [2024, 30]), PERCENT, settings);
    expect(tooShort).toMatchObject({ reason: 'NO_BASELINE', flags: ['CARRIED_FORWARD', 'TOO_SHORT'], n: 0 });
    const other = assessPace(series([2020, 10], [2022, 20], [2024, 30]), PERCENT, settings);
    expect(other).toMatchObject({ baseYear: 2020, observedPace: 5 });
    const none = assessPace(series([2015, 10], [2022, 20]), PERCENT, { ...settings, asOfYear: 2022 });
    expect(none).toMatchObject({ reason: 'NO_BASELINE', flags: [] });
  });

  it('says that the series is broken only where that leaves it without a base', () => {
    const settings = paceSettings({ baseYear: 2021, seriesBroken: true });
    expect(assessPace(series([2026, 30]), PERCENT, settings)).toMatchObject({
      reason: 'SINGLE_OBSERVATION',
      flags: ['COMPARABILITY_BREAK'],
    });
    expect(assessPace(series([2026, 100]), PERCENT, settings)).toMatchObject({
      status: 'target_met',
      flags: ['TREND_UNKNOWN', 'COMPARABILITY_BREAK'],
    });
    expect(assessPace(series([2021, 20], [2026, 30]), PERCENT, settings).flags).toEqual([]);
  });

  it('has a pace and no status where nobody agreed a target', () => {
    const settings = paceSettings({ baseYear: 2021, targetAgreed: false });
    const pace = assessPace(series([2021, 20], [2026, 100]), PERCENT, settings);
    expect(pace).toMatchObject({
      status: 'not_assessable',
      reason: 'NO_AGREED_TARGET',
      observedPace: 16,
      flags: [],
    });
    expect([pace.requiredPace, pace.shareTravelled, pace.shareExpected, pace.yearsToTarget]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(assessPace(series([2026, 100]), PERCENT, settings)).toMatchObject({
      reason: 'SINGLE_OBSERVATION',
      flags: [],
    });
  });

  it('reports bad goalposts after missing values and before stale ones', () => {
    const bad: Goalposts = { kind: 'range', worst: 5, best: 5, scale: 'linear' };
    expect(assessPace([], bad, paceSettings()).reason).toBe('NO_DATA');
    expect(assessPace(series([2001, 4]), bad, paceSettings())).toMatchObject({
      reason: 'BAD_GOALPOSTS',
      nowYear: null,
    });
  });

  it('does not look at values after the as-of year', () => {
    const upTo = series([2021, 20], [2024, 30]);
    const settings = paceSettings({ asOfYear: 2024, baseYear: 2020 });
    expect(assessPace([...upTo, ...series([2025, 90])], PERCENT, settings)).toEqual(
      assessPace(upTo, PERCENT, settings),
    );
  });

  it('is at risk only when it would fall more than a point below the target', () => {
    const at = (now: number) =>
      assessPace(series([2022, now + 4], [2026, now]), PERCENT, paceSettings({ baseYear: 2022, target: 80 }))
        .flags;
    expect(at(83)).toEqual([]);
    expect(at(82.9)).toEqual(['AT_RISK']);
  });

  it.each([
    [0.95, 'on_track'],
    [0.949, 'needs_acceleration'],
    [0.6, 'needs_acceleration'],
    [0.599, 'limited'],
    [0, 'limited'],
  ])('with a ratio of %s to the required pace is %s', (ratio, status) => {
    const values = series([2020, 0], [2025, 50 * ratio]);
    expect(assessPace(values, PERCENT, paceSettings({ baseYear: 2020 })).status).toBe(status);
  });

  it('has missed a target that is not reached in its own year, and is at risk of it a year before', () => {
    const settings = paceSettings({ baseYear: 2021, target: 80 });
    const near = series([2021, 60], [2026, 79]);
    expect(assessPace(near, PERCENT, { ...settings, targetYear: 2026 })).toMatchObject({
      status: 'target_missed',
      acceleration: null,
    });
    expect(assessPace(near, PERCENT, { ...settings, targetYear: 2027 }).status).toBe('on_track');
    const falling = series([2021, 95], [2026, 80.5]);
    expect(assessPace(falling, PERCENT, { ...settings, targetYear: 2027 }).flags).toEqual(['AT_RISK']);
    expect(assessPace(falling, PERCENT, { ...settings, targetYear: 2026 }).flags).toEqual([]);
  });

  it('asks for a pace when the target year is a year after the base, and for none when it is not after it', () => {
    const settings = paceSettings({ baseYear: 2021, target: 80 });
    const values = series([2021, 60], [2026, 70]);
    expect(assessPace(values, PERCENT, { ...settings, targetYear: 2022 })).toMatchObject({
      ...{ status: 'target_missed', requiredPace: 20, paceRatio: 0.1 },
      ...{ shareTravelled: 50, shareExpected: 100, yearsToTarget: 5, acceleration: null },
    });
    expect(assessPace(values, PERCENT, { ...settings, targetYear: 2021 })).toMatchObject({
      ...{ reason: 'TARGET_YEAR_NOT_AFTER_BASE', requiredPace: null, paceRatio: null },
      ...{ shareTravelled: 50, shareExpected: null, yearsToTarget: null, acceleration: null },
    });
  });

  it('is regressing below the dead band and not on it', () => {
    const of = (fall: number) =>
      assessPace(series([2021, 50], [2026, 50 - fall]), PERCENT, paceSettings({ baseYear: 2021 })).status;
    expect(of(0.5)).toBe('limited');
    expect(of(0.5001)).toBe('regressing');
  });
});

describe('directionOf', () => {
  it('is steady on the band itself and moves beyond it', () => {
    expect([0.5, -0.5, 0].map((pace) => directionOf(pace, 0.5))).toEqual(['steady', 'steady', 'steady']);
    expect([0.50001, -0.50001].map((pace) => directionOf(pace, 0.5))).toEqual(['improving', 'declining']);
  });
});
