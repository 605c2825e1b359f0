import type { Catalogue } from '../../catalogue/catalogue.js';
import type { SeriesEdition } from '../../observations/observation.js';

/** Where an edition stands among those that speak of its indicator. Engine terms: see `Candidate`. */
export interface SeriesRank {
  readonly source: number;
  readonly edition: number;
}

/** Communities are asked after every published series; among them the latest figure counts. */
const COMMUNITIES: SeriesRank = { source: Number.MAX_SAFE_INTEGER, edition: 0 };

/**
 * The order in which sources are asked: published series as the catalogue lists them, within a series the edition
 * listed last as the newest; then published series the catalogue does not list; then communities. An edition that
 * is not listed counts as newer than the listed ones received before it (one that came after the seeds were
 * written), and as older than those received after it (one that has been replaced).
 * Source: scoring method 1.0, section 2.
 */
export function rankSeries(
  { series }: Catalogue,
  editions: ReadonlyMap<number, SeriesEdition>,
): ReadonlyMap<number, SeriesRank> {
  const places = new Map<string, number>();
  const firstPlaces = new Map<string, number>();
  series.forEach((entry, place) => {
    const source = keyOf(entry.indicator, entry.series);
    if (!firstPlaces.has(source)) firstPlaces.set(source, place);
    places.set(keyOf(source, entry.edition), place);
  });
  const newest = new Map<string, number>();
  const ranks = new Map<number, SeriesRank>();
  for (const { id, indicator, source: name, edition, published } of inOrderOfReceipt(editions)) {
    if (!published) {
      ranks.set(id, COMMUNITIES);
      continue;
    }
    const source = keyOf(indicator, name);
    const place = places.get(keyOf(source, edition));
    const newestSoFar = Math.max(newest.get(source) ?? -1, place ?? -1);
    newest.set(source, newestSoFar);
    ranks.set(id, {
      source: firstPlaces.get(source) ?? series.length,
      edition: place ?? newestSoFar + id / 2 ** 32,
    });
  }
  return ranks;
}

function inOrderOfReceipt(editions: ReadonlyMap<number, SeriesEdition>): readonly SeriesEdition[] {
  return [...editions.values()].sort((a, b) => a.id - b.id);
}

/** Answers whether two editions of one indicator may be compared over time. An edition may with itself. */
export type EditionsComparable = (a: SeriesEdition, b: SeriesEdition) => boolean;

/** Only what the catalogue declares, in either order, and only of published series: it knows no others. */
export function readComparableEditions({ comparableEditions }: Catalogue): EditionsComparable {
  const declared = new Set(
    comparableEditions.flatMap(({ indicator, editionA, editionB }) => [
      keyOf(indicator, editionA, editionB),
      keyOf(indicator, editionB, editionA),
    ]),
  );
  return (a, b) =>
    a.id === b.id ||
    (declared.size > 0 &&
      a.published &&
      b.published &&
      declared.has(keyOf(a.indicator, a.edition, b.edition)));
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
