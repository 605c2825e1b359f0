import { canonicalJson } from '../../catalogue/content-hash.js';
import type { Community } from '../../communities/community.js';
import type { Statement } from '../../communities/statement.js';
import type { SeriesEdition } from '../../observations/observation.js';
import type { FrozenIntervals } from '../../scoring/releases/frozen-intervals.js';
import type { Seal } from '../../scoring/releases/seal.js';

/**
 * What a release stands on, as it stood: what may change later is here in full, what the database keeps for ever
 * (catalogue versions, observations by revision) by its number and its hash.
 */
export interface FrozenRelease {
  readonly format: typeof FORMAT;
  /** Where readers reached the installation; absent when its operator had not said. */
  readonly publicUrl?: string;
  readonly revision: number;
  readonly catalogue: { readonly version: number; readonly sha256: string };
  readonly observations: Seal;
  readonly scores: Seal;
  readonly intervals: FrozenIntervals;
  /** Of the observations, by id. */
  readonly seriesEditions: readonly SeriesEdition[];
  /** That could be shown, and those whose figures are held; by code. */
  readonly communities: readonly Community[];
  readonly statements: readonly Statement[];
}

export const FORMAT = 'iww-frozen-release-1';

export function writeFrozen(frozen: FrozenRelease): Buffer {
  return Buffer.from(`${canonicalJson(frozen)}\n`);
}

/** @throws RangeError when it was written by another version of this program, which wrote something else */
export function readFrozen(bytes: Buffer): FrozenRelease {
  const frozen = JSON.parse(bytes.toString('utf8')) as FrozenRelease;
  if ((frozen.format as string) === FORMAT) return frozen;
  throw new RangeError(`${frozen.format} is not ${FORMAT}`);
}
