import type { Redistribution } from '../../../catalogue/catalogue.js';
import type { LookUp } from '../../../catalogue/look-up.js';
import type { SeriesEdition } from '../../../observations/observation.js';
import { integer, key, REQUIRED, text, type PackageTable } from '../package-table.js';
import { mayPass, type TermsOf } from '../terms.js';

/** Name of the table. */
export const NOT_INCLUDED = 'not-included';

const WHY: Readonly<Record<Redistribution, string>> = {
  attribution: '',
  sa: '',
  'nc-sa':
    'The terms allow no commercial use and ask for the same licence again; what they mean for a package is being clarified with the publisher.',
  ask: 'The terms ask that the publisher agrees before the figures are passed on; this is being clarified with the publisher.',
};
const NO_SCORES =
  'The licence of the series allows no scores to be made from it: it is shown and not scored.';

/** What the package leaves out, and why. @param figures how many are in force, by edition */
export function notIncludedTable(
  lookUp: LookUp,
  editions: ReadonlyMap<number, SeriesEdition>,
  termsOf: TermsOf,
  figures: ReadonlyMap<number, number>,
): PackageTable {
  const left = [...editions.values()]
    .filter(({ id }) => figures.has(id))
    .sort((a, b) => a.id - b.id)
    .flatMap((one) => {
      const row = (what: string, reason: string) => ({
        series: one.id,
        what,
        indicator: one.indicator,
        organisation: one.organisation,
        source: one.source,
        edition: one.edition,
        terms: one.terms,
        figures: figures.get(one.id) ?? 0,
        reason,
        url: one.url,
      });
      const terms = termsOf(one.id);
      return [
        ...(mayPass(terms) ? [] : [row('figures', WHY[terms])]),
        ...(lookUp.indicator(one.indicator)?.derivedScoresAllowed === false
          ? [row('scores', NO_SCORES)]
          : []),
      ];
    });
  return {
    name: NOT_INCLUDED,
    title: 'Not included, and why',
    description: 'What this package leaves out because of the terms of its publisher.',
    fields: [
      integer('series', 'Edition of the series', { required: true, refers: 'series.id' }),
      text('what', 'What is left out', { required: true, enum: ['figures', 'scores'] }),
      key('indicator', 'indicators.code', 'The indicator'),
      text('organisation', 'Publisher'),
      text('source', 'Code of the series', REQUIRED),
      text('edition', 'Its edition', REQUIRED),
      text('terms', 'Terms of the publisher'),
      integer('figures', 'How many figures are concerned', REQUIRED),
      text('reason', 'Why it is so', REQUIRED),
      text('url', 'Where the publisher offers them'),
    ],
    primaryKey: ['series', 'what'],
    rows: left,
  };
}
