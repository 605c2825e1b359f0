import { readFileSync } from 'node:fs';
import { goalpostsAreLegal, scoreLevel } from '../../../../src/scoring/engine/level.js';
import type { Goalposts } from '../../../../src/scoring/engine/terms.js';

interface LevelCase {
  readonly value: number | null;
  readonly goalposts: Goalposts;
  readonly level: number | null;
  readonly raw: number | null;
  readonly flags: readonly string[];
}

const worked = JSON.parse(
  readFileSync(new URL('../vectors/level.json', import.meta.url), 'utf8'),
) as LevelCase[];

const log1p: Goalposts = { kind: 'range', worst: 20, best: 0, scale: 'log1p' };

describe('scoreLevel', () => {
  it.each(worked)('agrees with the worked vector $value between $goalposts', (vector) => {
    const scored = scoreLevel(vector.value ?? undefined, vector.goalposts);
    if ('missing' in scored) {
      expect([scored.missing]).toEqual(vector.flags);
      expect(vector.level).toBeNull();
      return;
    }
    expect(Math.abs(scored.level - Number(vector.level))).toBeLessThanOrEqual(1e-9);
    expect(Math.abs(scored.raw - Number(vector.raw))).toBeLessThanOrEqual(1e-9);
    expect(scored.flags).toEqual(vector.flags);
  });

  it('marks a count on the log1p scale, zero included', () => {
    expect(scoreLevel(0, log1p)).toEqual({ level: 100, raw: 100, flags: [] });
    expect(scoreLevel(20, log1p)).toEqual({ level: 0, raw: 0, flags: [] });
    const three = scoreLevel(3, log1p);
    expect('level' in three && three.level).toBeCloseTo(100 * (1 - Math.log(4) / Math.log(21)), 12);
  });

  it('reads a count below zero as zero and says so', () => {
    expect(scoreLevel(-2, log1p)).toEqual({ level: 100, raw: 100, flags: ['LOG_FLOOR'] });
    const upward: Goalposts = { kind: 'range', worst: 2, best: 12, scale: 'log1p' };
    const floored = scoreLevel(-0.5, upward);
    expect(floored).toMatchObject({ level: 0, flags: ['LOG_FLOOR', 'BELOW_WORST'] });
  });

  it('reads a value no logarithm takes as the lower goalpost, which may be the best one', () => {
    const price: Goalposts = { kind: 'range', worst: 20, best: 2, scale: 'log' };
    expect(scoreLevel(0, price)).toEqual({ level: 100, raw: 100, flags: ['LOG_FLOOR'] });
  });

  it('marks a ladder like a range from its lowest to its highest step', () => {
    const ladder: Goalposts = { kind: 'rubric', worst: 0, best: 4, scale: 'linear' };
    expect(scoreLevel(3, ladder)).toEqual({ level: 75, raw: 75, flags: [] });
  });

  it('is exactly 100 at the best goalpost and 0 at the worst, and beyond neither', () => {
    const best = 237.09750784700753;
    for (const scale of ['linear', 'log', 'log1p'] as const) {
      for (let worst = 0.5; worst < 40; worst += 0.37) {
        const goalposts: Goalposts = { kind: 'range', worst, best, scale };
        expect(scoreLevel(best, goalposts)).toEqual({ level: 100, raw: 100, flags: [] });
        expect(scoreLevel(worst, goalposts)).toEqual({ level: 0, raw: 0, flags: [] });
      }
    }
  });

  it('flags what lies beyond a goalpost, however little', () => {
    const percent: Goalposts = { kind: 'range', worst: 0, best: 100, scale: 'linear' };
    expect(scoreLevel(100.25, percent)).toEqual({ level: 100, raw: 100.25, flags: ['ABOVE_BEST'] });
    expect(scoreLevel(-0.25, percent)).toEqual({ level: 0, raw: -0.25, flags: ['BELOW_WORST'] });
  });

  it('keeps a band value at 100 on both edges and falls off on both sides', () => {
    const parity: Goalposts = { kind: 'band', low: 0.97, high: 1.03, zeroDistance: 0.5 };
    for (const inside of [0.97, 1, 1.03]) expect(scoreLevel(inside, parity)).toMatchObject({ level: 100 });
    for (const half of [0.72, 1.28]) {
      const scored = scoreLevel(half, parity);
      expect('level' in scored && scored.level).toBeCloseTo(50, 9);
    }
  });

  it('has no value for what is not a finite number, before it looks at the goalposts', () => {
    const bad: Goalposts = { kind: 'range', worst: 1, best: 1, scale: 'linear' };
    for (const value of [undefined, NaN, Infinity, -Infinity]) {
      expect(scoreLevel(value, bad)).toEqual({ missing: 'NO_VALUE' });
    }
  });

  it('stays finite where the arithmetic would overflow', () => {
    const narrow: Goalposts = { kind: 'range', worst: 0, best: 1, scale: 'linear' };
    expect(scoreLevel(1e308, narrow)).toEqual({ level: 100, raw: Number.MAX_VALUE, flags: ['ABOVE_BEST'] });
    expect(scoreLevel(-1e308, narrow)).toMatchObject({ level: 0, raw: -Number.MAX_VALUE });
  });
});

describe('goalpostsAreLegal', () => {
  const range = (worst: number, best: number, scale: 'linear' | 'log' | 'log1p'): Goalposts => ({
    kind: 'range',
    worst,
    best,
    scale,
  });
  const band = (low: number, high: number, zeroDistance: number): Goalposts => ({
    kind: 'band',
    low,
    high,
    zeroDistance,
  });

  it.each([
    ['equal goalposts', range(5, 5, 'linear')],
    ['a goalpost that is not a number', range(NaN, 5, 'linear')],
    ['zero under a logarithm', range(0, 10, 'log')],
    ['less than zero under a logarithm', range(-3, 10, 'log')],
    ['a best of zero under a logarithm', range(10, 0, 'log')],
    ['less than zero under log1p', range(-0.5, 10, 'log1p')],
    ['a best less than zero under log1p', range(10, -0.5, 'log1p')],
    ['a band upside down', band(1.1, 1, 0.5)],
    ['a band without distance', band(0.97, 1.03, 0)],
  ])('refuses %s', (_, goalposts) => {
    expect(goalpostsAreLegal(goalposts)).toBe(false);
    expect(scoreLevel(1, goalposts)).toEqual({ missing: 'BAD_GOALPOSTS' });
  });

  it('accepts worst above best, zero under log1p and a band of one value', () => {
    expect(goalpostsAreLegal(range(80, 5, 'linear'))).toBe(true);
    expect(goalpostsAreLegal(range(20, 0, 'log1p'))).toBe(true);
    expect(goalpostsAreLegal(range(0, 12, 'log1p'))).toBe(true);
    expect(goalpostsAreLegal(band(1, 1, 0.5))).toBe(true);
  });
});
