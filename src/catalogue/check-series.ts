import type { ComparableEditions, PublishedSeries, SeriesAlias } from './catalogue.js';
import { checkUnique, fieldsOf, type SeedDirectory } from './seed-directory.js';
import { codesFrom, type KnownCodes } from './seed-fields.js';
import type { SeedFault } from './seed-fault.js';

/** In observations/sources.csv this stands in the place of an indicator for the series in population.csv. */
export const POPULATION = 'POP';

const SOURCE_COLUMNS = {
  required: [
    ...[
      'indicator',
      'organisation',
      'series',
      'edition',
      'from_year',
      'to_year',
      'url',
      'terms',
      'redistribution',
    ],
    ...['provenance', 'notes'],
  ],
};

/** observations/sources.csv: who published each edition of each series, and on which terms. */
export function checkSeries(
  seeds: SeedDirectory,
  indicators: KnownCodes,
  faults: SeedFault[],
): PublishedSeries[] {
  const rows = fieldsOf(seeds, 'observations/sources.csv', SOURCE_COLUMNS, faults);
  const known: KnownCodes = {
    has: (code) => code === POPULATION || indicators.has(code),
    keys: () => indicators.keys(),
  };
  checkUnique(rows, ['indicator', 'edition']);
  return rows.map((row) => {
    const fromYear = row.year('from_year');
    const toYear = row.year('to_year');
    if (fromYear > toYear)
      row.fault('from_year', 'The series begins after it ends.', 'Write to_year or earlier.');
    const url = row.text('url');
    if (url !== '' && !/^https?:\/\/\S+$/.test(url)) {
      row.fault('url', `"${url}" is not a web address.`, 'Write the whole address, beginning with https://.');
    }
    return {
      indicator: row.reference('indicator', known, 'indicator'),
      organisation: row.text('organisation'),
      series: row.text('series'),
      edition: row.text('edition'),
      fromYear,
      toYear,
      url,
      terms: row.text('terms'),
      redistribution: row.oneOf('redistribution', ['attribution', 'sa', 'nc-sa', 'ask']),
      provenance: row.text('provenance'),
      notes: row.optionalText('notes') ?? '',
    };
  });
}

/** observations/comparable.csv: pairs of editions across which a trend may be read. */
export function checkComparable(
  seeds: SeedDirectory,
  indicators: KnownCodes,
  series: readonly PublishedSeries[],
  faults: SeedFault[],
): ComparableEditions[] {
  const required = ['indicator', 'edition_a', 'edition_b', 'reason'];
  const rows = fieldsOf(seeds, 'observations/comparable.csv', { required }, faults);
  checkUnique(rows, ['indicator', 'edition_a', 'edition_b']);
  return rows.map((row) => {
    const indicator = row.reference('indicator', indicators, 'indicator');
    const ofIndicator = series.filter((one) => one.indicator === indicator).map((one) => one.edition);
    const editions = codesFrom('observations/sources.csv', ofIndicator, faults);
    const editionA = row.reference('edition_a', editions, `edition of ${indicator}`);
    const editionB = row.reference('edition_b', editions, `edition of ${indicator}`);
    if (editionA === editionB) {
      row.fault(
        'edition_b',
        'An edition is comparable with itself anyway.',
        'Name another edition, or drop the row.',
      );
    }
    return { indicator, editionA, editionB, reason: row.text('reason') };
  });
}

/** series-aliases.csv: codes and titles under which publishers know an indicator. */
export function checkSeriesAliases(
  seeds: SeedDirectory,
  indicators: KnownCodes,
  faults: SeedFault[],
): SeriesAlias[] {
  const rows = fieldsOf(seeds, 'series-aliases.csv', { required: ['alias', 'indicator'] }, faults);
  checkUnique(rows, ['alias']);
  return rows.map((row) => ({
    alias: row.text('alias'),
    indicator: row.reference('indicator', indicators, 'indicator'),
  }));
}
