export interface LinkedIndicator {
  readonly code: string;
  /** The indicator's own weight times what the link counts for; above zero. */
  readonly weight: number;
  readonly overlapGroup?: string;
}

/**
 * Which linked indicators count in a view: of an overlap group only one, the first that is available, else the
 * first. `links` come in order of preference (core first, then as in the catalogue). The others neither add to the
 * score nor to what it is measured against. Source: scoring method 1.0, section 6.
 */
export function countOnce<L extends LinkedIndicator>(
  links: readonly L[],
  isAvailable: (code: string) => boolean,
): readonly L[] {
  const chosen = new Map<string, L>();
  for (const link of links) {
    if (link.overlapGroup === undefined) continue;
    const kept = chosen.get(link.overlapGroup);
    if (kept === undefined || (!isAvailable(kept.code) && isAvailable(link.code))) {
      chosen.set(link.overlapGroup, link);
    }
  }
  return links.filter((link) => link.overlapGroup === undefined || chosen.get(link.overlapGroup) === link);
}
