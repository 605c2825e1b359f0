import { TOLERANCE } from './terms.js';

/** What of a pace tells how far a target is; raw points. */
export interface Distance {
  readonly nowYear: number | null;
  readonly nowRaw: number | null;
  readonly targetRaw: number | null;
}

export type OpenDistance = Readonly<Record<keyof Distance, number>>;

/** How many times the pace would have to grow, or why that cannot be said. */
export type PaceFactor = { readonly factor: number } | { readonly missing: 'NOT_MOVING' | 'MOVING_AWAY' };

/** Whether there is a current value and it has not reached the target, within 1e-9 points. */
export function isOpen<Known extends Distance>(distance: Known): distance is Known & OpenDistance {
  const { nowYear, nowRaw, targetRaw } = distance;
  return nowYear !== null && nowRaw !== null && targetRaw !== null && nowRaw < targetRaw - TOLERANCE;
}

/**
 * Points a year that lead from the current value to the target on time, (s_T - s1) / (T_y - t1); undefined once the
 * target year has come. Source: scoring method 1.0, section 3.
 */
export function requiredFromNow(
  { nowYear, nowRaw, targetRaw }: OpenDistance,
  targetYear: number,
): number | undefined {
  return targetYear > nowYear ? (targetRaw - nowRaw) / (targetYear - nowYear) : undefined;
}

/**
 * Required by observed pace, both in points a year. A pace within the dead band leads nowhere, one below it away from
 * the target: neither can be multiplied. Source: scoring method 1.0, section 3.
 */
export function paceFactor(required: number, observed: number, deadBand: number): PaceFactor {
  if (observed > deadBand + TOLERANCE) return { factor: required / observed };
  return { missing: observed < -deadBand - TOLERANCE ? 'MOVING_AWAY' : 'NOT_MOVING' };
}

/** The fastest of some paces in points a year, fastest first; equal ones in the order they came. */
export function fastest<P extends { readonly pace: number }>(
  paces: readonly P[],
  most: number,
): readonly P[] {
  return [...paces].sort((a, b) => b.pace - a.pace).slice(0, most);
}
