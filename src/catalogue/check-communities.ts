import { checkUnique, fieldsOf, type SeedDirectory } from './seed-directory.js';
import type { SeedCommunity } from './seed-community.js';
import type { KnownCodes } from './seed-fields.js';
import type { SeedFault } from './seed-fault.js';
import { withoutUndefined } from '../platform/without-undefined.js';

const COLUMNS = {
  required: ['code', 'name', 'kind', 'confidence', 'hidden'],
  optional: [
    ...[
      'acronym',
      'countries',
      'region',
      'established',
      'website',
      'website_confidence',
      'source',
      'caution',
    ],
  ],
};

/** communities.csv: initiatives that take part. What is only recalled must stay hidden. */
export function checkCommunities(
  seeds: SeedDirectory,
  areas: KnownCodes,
  faults: SeedFault[],
): SeedCommunity[] {
  const rows = fieldsOf(seeds, 'communities.csv', COLUMNS, faults);
  checkUnique(rows, ['code']);
  checkUnique(rows, ['name']);
  return rows.map((row) => {
    const code = row.text('code');
    if (code !== '' && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code)) {
      row.fault(
        'code',
        `"${code}" is not a community's code.`,
        'Use small letters, digits and hyphens, e.g. kenya-igf.',
      );
    }
    const website = row.optionalText('website');
    if (website !== undefined && !/^https?:\/\/\S+$/.test(website)) {
      row.fault(
        'website',
        `"${website}" is not a web address.`,
        'Write the whole address, beginning with https://.',
      );
    }
    const confidence = row.oneOf('confidence', ['listed', 'recalled']);
    const hidden = row.yesNo('hidden');
    if (confidence === 'recalled' && !hidden) {
      row.fault(
        'hidden',
        'What is only recalled is not shown.',
        'Write yes, or name a public source and write listed.',
      );
    }
    return withoutUndefined({
      code,
      name: row.text('name'),
      acronym: row.optionalText('acronym'),
      kind: row.oneOf('kind', ['national', 'sub-regional', 'regional', 'youth', 'other', 'system']),
      countries: row.references('countries', areas, 'area'),
      region: row.optionalText('region'),
      established: row.optionalNumber('established', { min: 1900, max: 2200, integer: true }),
      website,
      websiteConfidence: row.has('website_confidence')
        ? row.oneOf('website_confidence', ['seen', 'recalled'])
        : undefined,
      confidence,
      source: row.optionalText('source'),
      hidden,
      caution: row.optionalText('caution'),
    });
  });
}
