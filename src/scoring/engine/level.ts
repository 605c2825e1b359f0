import type { Goalposts, Scale } from './terms.js';

export type LevelFlag = 'LOG_FLOOR' | 'BELOW_WORST' | 'ABOVE_BEST';

export type LevelScore =
  | {
      /** 0 to 100. */
      readonly level: number;
      /** Points on the same scale before they are held at the goalposts. */
      readonly raw: number;
      readonly flags: readonly LevelFlag[];
    }
  | { readonly missing: 'NO_VALUE' | 'BAD_GOALPOSTS' };

/**
 * How far along the way from the worst to the best goalpost a value lies, 0 to 100.
 * Values beyond a goalpost are held at it and flagged. A value that is not finite counts as no value.
 * Source: scoring method 1.0, section 1.
 */
export function scoreLevel(value: number | undefined, goalposts: Goalposts): LevelScore {
  if (value === undefined || !Number.isFinite(value)) return { missing: 'NO_VALUE' };
  if (!goalpostsAreLegal(goalposts)) return { missing: 'BAD_GOALPOSTS' };
  const flags: LevelFlag[] = [];
  if (isBelowScale(value, goalposts)) flags.push('LOG_FLOOR');
  const raw = rawPoints(value, goalposts);
  if (raw < 0) flags.push('BELOW_WORST');
  if (raw > 100) flags.push('ABOVE_BEST');
  return { level: Math.min(100, Math.max(0, raw)), raw, flags };
}

/**
 * Points of a value between legal goalposts: 0 at the worst, 100 at the best, not held at either.
 * Under a logarithm a value the scale cannot take is read as the nearest one it can (log: the lower goalpost;
 * log1p: zero). Always finite: what would overflow is held at the largest number.
 */
export function rawPoints(value: number, goalposts: Goalposts): number {
  if (goalposts.kind === 'band') {
    const distance = Math.max(goalposts.low - value, 0, value - goalposts.high);
    return finite(100 * (1 - distance / goalposts.zeroDistance));
  }
  const { worst, best, scale } = goalposts;
  const readable = isBelowScale(value, goalposts) ? (scale === 'log' ? Math.min(worst, best) : 0) : value;
  const start = onScale(worst, scale);
  const whole = onScale(best, scale) - start;
  const way = onScale(readable, scale) - start;
  // Rounding would put some values at the best goalpost a hair beside 100.
  return way === whole ? 100 : finite((100 * way) / whole);
}

/** Whether a level can be computed between these goalposts at all. Source: scoring method 1.0, section 1. */
export function goalpostsAreLegal(goalposts: Goalposts): boolean {
  if (goalposts.kind === 'band') {
    const { low, high, zeroDistance } = goalposts;
    return [low, high, zeroDistance].every(Number.isFinite) && low <= high && zeroDistance > 0;
  }
  const { worst, best, scale } = goalposts;
  if (scale === 'log1p' && (worst < 0 || best < 0)) return false;
  const span = onScale(best, scale) - onScale(worst, scale);
  return Number.isFinite(span) && span !== 0;
}

function isBelowScale(value: number, goalposts: Goalposts): boolean {
  if (goalposts.kind === 'band') return false;
  return (goalposts.scale === 'log' && value <= 0) || (goalposts.scale === 'log1p' && value < 0);
}

function onScale(value: number, scale: Scale): number {
  if (scale === 'log') return Math.log(value);
  return scale === 'log1p' ? Math.log1p(value) : value;
}

function finite(points: number): number {
  const held = Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, points));
  return held === 0 ? 0 : held;
}
