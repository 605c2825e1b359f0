import type { Catalogue, PublishedSeries, Redistribution } from '../../catalogue/catalogue.js';
import type { SeriesEdition } from '../../observations/observation.js';

/** From the least to the most that they ask of whoever passes figures on. */
export const TERMS: readonly Redistribution[] = ['attribution', 'sa', 'nc-sa', 'ask'];

/** What may be done with the figures of each edition of each series. */
export type TermsOf = (seriesEdition: number) => Redistribution;

/** Whether figures under these terms may be part of a package. Source: settled point 6. */
export function mayPass(terms: Redistribution): boolean {
  return terms === 'attribution' || terms === 'sa';
}

/** What holds for something made from figures of several series; `attribution` where there are none. */
export function strictest(terms: Iterable<Redistribution>): Redistribution {
  let place = 0;
  for (const one of terms) place = Math.max(place, TERMS.indexOf(one));
  return TERMS[place] ?? 'ask';
}

/**
 * Reads the terms of each edition: its own; else those of the series in the catalogue, the strictest of its editions, even
 * where a community sent it; else, of a published series, that its publisher must be asked. What a community sends in its
 * own name it sends to be published: it is passed on with attribution.
 */
export function readTerms(catalogue: Catalogue, editions: ReadonlyMap<number, SeriesEdition>): TermsOf {
  const terms = new Map([...editions].map(([id, edition]) => [id, termsOfEdition(edition, catalogue)]));
  return (id) => terms.get(id) ?? 'ask';
}

function termsOfEdition(edition: SeriesEdition, { series }: Catalogue): Redistribution {
  const own = TERMS.find((known) => known === edition.redistribution);
  if (own !== undefined) return own;
  const listed = series.filter((entry) => isOf(entry, edition)).map(({ redistribution }) => redistribution);
  if (listed.length > 0) return strictest(listed);
  return edition.published ? 'ask' : 'attribution';
}

function isOf(entry: PublishedSeries, { indicator, source }: SeriesEdition): boolean {
  return entry.indicator === indicator && entry.series.toLowerCase() === source.trim().toLowerCase();
}
