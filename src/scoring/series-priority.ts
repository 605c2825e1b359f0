import type { Catalogue, PublishedSeries } from '../catalogue/catalogue.js';
import type { SeriesEdition } from '../observations/observation.js';

/** Where an edition stands among those that speak of its indicator. Engine terms: see `Candidate`. */
export interface SeriesRank {
  readonly source: number;
  readonly edition: number;
}

/** Communities are asked after every published series; among them the latest figure counts. */
const COMMUNITIES: SeriesRank = { source: Number.MAX_SAFE_INTEGER, edition: 0 };

/**
 * The order in which sources are asked: published series as the catalogue lists them, within a series the edition
 * listed last as the newest; published series the catalogue does not list come after those it does, their newest
 * edition the one first received last; then communities. Source: scoring method 1.0, section 2.
 */
export function rankSeries(
  { series }: Catalogue,
  editions: ReadonlyMap<number, SeriesEdition>,
): ReadonlyMap<number, SeriesRank> {
  const listed = new Map<string, PublishedSeries[]>();
  for (const entry of series) {
    const ofIndicator = listed.get(entry.indicator);
    if (ofIndicator === undefined) listed.set(entry.indicator, [entry]);
    else ofIndicator.push(entry);
  }
  return new Map(
    [...editions.values()].map((edition) => [
      edition.id,
      edition.published ? rankPublished(edition, listed.get(edition.indicator) ?? []) : COMMUNITIES,
    ]),
  );
}

function rankPublished(edition: SeriesEdition, listed: readonly PublishedSeries[]): SeriesRank {
  const source = listed.findIndex(({ series }) => series === edition.source);
  const place = listed.findIndex(
    (entry) => entry.series === edition.source && entry.edition === edition.edition,
  );
  return {
    source: source < 0 ? listed.length : source,
    edition: place < 0 ? listed.length + edition.id : place,
  };
}

/** Answers whether two editions of one indicator may be compared over time. An edition may with itself. */
export type EditionsComparable = (a: SeriesEdition, b: SeriesEdition) => boolean;

/** Only what the catalogue declares, in either order. */
export function readComparableEditions({ comparableEditions }: Catalogue): EditionsComparable {
  const declared = new Set(
    comparableEditions.flatMap(({ indicator, editionA, editionB }) => [
      pairKey(indicator, editionA, editionB),
      pairKey(indicator, editionB, editionA),
    ]),
  );
  return (a, b) =>
    a.id === b.id || (declared.size > 0 && declared.has(pairKey(a.indicator, a.edition, b.edition)));
}

function pairKey(indicator: string, a: string, b: string): string {
  return JSON.stringify([indicator, a, b]);
}
