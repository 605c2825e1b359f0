import type { LookUp } from '../../catalogue/look-up.js';

/**
 * Areas that somebody may send figures for: those their community stands for, and of these the ones their key is for. A
 * community that stands for no listed areas, as regional ones do, may send for all.
 * @param community ISO 3166-1 alpha-3 codes; none: all
 * @param key codes of areas and groups; none: no limit of its own
 * @returns `undefined`: all
 */
export function ownAreas(
  community: readonly string[],
  key: readonly string[],
  lookUp: LookUp,
): ReadonlySet<string> | undefined {
  if (key.length === 0) return community.length === 0 ? undefined : new Set(community);
  const ofKey = key.flatMap((code) => lookUp.group(code)?.members ?? [code]);
  return new Set(community.length === 0 ? ofKey : ofKey.filter((code) => community.includes(code)));
}
