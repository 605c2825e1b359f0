import type { Catalogue } from '../../../catalogue/catalogue.js';
import type { SeriesEdition } from '../../../observations/observation.js';
import { integer, key, REQUIRED, text, yesNo, type PackageTable } from '../package-table.js';
import { mayPass, TERMS, type TermsOf } from '../terms.js';

/** Where figures come from, and what may be compared. @param figures how many are in force, by edition */
export function seriesTables(
  catalogue: Catalogue,
  editions: ReadonlyMap<number, SeriesEdition>,
  termsOf: TermsOf,
  figures: ReadonlyMap<number, number>,
): readonly PackageTable[] {
  return [series(catalogue, editions, termsOf, figures), comparable(catalogue), notApplicable(catalogue)];
}

function series(
  catalogue: Catalogue,
  editions: ReadonlyMap<number, SeriesEdition>,
  termsOf: TermsOf,
  figures: ReadonlyMap<number, number>,
): PackageTable {
  const placeOf = places(catalogue);
  return {
    name: 'series',
    title: 'Series and their editions',
    description:
      'Where figures come from and under which terms: one row for each edition of each series, as each community sent it.',
    fields: [
      integer('id', 'Number of the edition, in the order in which they were received', REQUIRED),
      key('indicator', 'indicators.code', 'What it measures'),
      text('community', 'Code of whoever sent it', REQUIRED),
      yesNo('published', 'A series of a publisher, not what a community says itself', REQUIRED),
      text('source', 'Code of the series, or the text of the source', REQUIRED),
      text('edition', 'Its edition', REQUIRED),
      text('organisation', 'Publisher'),
      text('url', 'Where the publisher offers it'),
      text('terms', 'Terms of the publisher'),
      text('redistribution', 'What the terms come down to; see LICENSE.md', { required: true, enum: TERMS }),
      text('provenance', 'How it came here'),
      text('notes', 'What to know before using it'),
      integer('figures', 'How many of its figures are in force', REQUIRED),
      yesNo('included', 'Whether its figures are part of this package', REQUIRED),
      integer('listed', 'Place of the edition in the catalogue: later ones of a series are newer'),
      integer('source_listed', 'First place of the series in the catalogue: earlier ones are asked first'),
    ],
    primaryKey: ['id'],
    rows: [...editions.values()]
      .sort((a, b) => a.id - b.id)
      .map((one) => ({
        id: one.id,
        indicator: one.indicator,
        community: one.community,
        published: one.published,
        source: one.source,
        edition: one.edition,
        organisation: one.organisation,
        url: one.url,
        terms: one.terms,
        redistribution: termsOf(one.id),
        provenance: one.provenance,
        notes: one.notes,
        figures: figures.get(one.id) ?? 0,
        included: mayPass(termsOf(one.id)),
        ...(one.published ? placeOf(one) : {}),
      })),
  };
}

/** Places in the catalogue's list, counted from 1. */
function places(catalogue: Catalogue) {
  const listed = new Map<string, number>();
  const first = new Map<string, number>();
  catalogue.series.forEach(({ indicator, series: code, edition }, i) => {
    const source = JSON.stringify([indicator, code]);
    if (!first.has(source)) first.set(source, i + 1);
    listed.set(JSON.stringify([source, edition]), i + 1);
  });
  return ({ indicator, source: code, edition }: SeriesEdition) => {
    const source = JSON.stringify([indicator, code]);
    return { listed: listed.get(JSON.stringify([source, edition])), source_listed: first.get(source) };
  };
}

function comparable({ comparableEditions }: Catalogue): PackageTable {
  return {
    name: 'comparable-editions',
    title: 'Comparable editions',
    description: 'Pairs of editions of one indicator that may be compared over time. No others may.',
    fields: [
      key('indicator', 'indicators.code', 'The indicator'),
      text('edition_a', 'One edition', REQUIRED),
      text('edition_b', 'The other', REQUIRED),
      text('reason', 'Why it is so', REQUIRED),
    ],
    primaryKey: ['indicator', 'edition_a', 'edition_b'],
    rows: comparableEditions.map(({ indicator, editionA, editionB, reason }) => ({
      indicator,
      edition_a: editionA,
      edition_b: editionB,
      reason,
    })),
  };
}

function notApplicable({ notApplicable: all }: Catalogue): PackageTable {
  return {
    name: 'not-applicable',
    title: 'Indicators without a meaning in an area',
    description: 'They count in no score of that area.',
    fields: [
      key('indicator', 'indicators.code', 'The indicator'),
      key('area', 'areas.code', 'Country or area'),
      text('reason', 'Why it is so', REQUIRED),
    ],
    primaryKey: ['indicator', 'area'],
    rows: all.map(({ indicator, area, reason }) => ({ indicator, area, reason })),
  };
}
