import type { Commitment, CrosswalkLink, Issue, Objective } from './catalogue.js';
import { checkDate } from './check-date.js';
import { checkUnique, fieldsOf, type SeedDirectory } from './seed-directory.js';
import type { KnownCodes, SeedFields } from './seed-fields.js';
import type { SeedFault } from './seed-fault.js';
import { withoutUndefined } from '../platform/without-undefined.js';

/** issues.csv: other ways to look at the same indicators, each beside the principles it is nearest to. */
export function checkIssues(seeds: SeedDirectory, principles: KnownCodes, faults: SeedFault[]): Issue[] {
  const rows = fieldsOf(seeds, 'issues.csv', { required: ['code', 'name', 'principles'] }, faults);
  checkUnique(rows, ['code']);
  return rows.map((row) => ({
    code: row.code('code'),
    name: row.text('name'),
    principles: row.references('principles', principles, 'principle'),
  }));
}

/** objectives.csv: the headings under which commitments stand. */
export function checkObjectives(seeds: SeedDirectory, faults: SeedFault[]): Objective[] {
  const rows = fieldsOf(seeds, 'objectives.csv', { required: ['code', 'name'] }, faults);
  checkUnique(rows, ['code']);
  return rows.map((row) => ({ code: row.code('code'), name: row.text('name') }));
}

const COMMITMENT_COLUMNS = {
  required: [
    'id',
    'paragraph',
    'section',
    'title',
    'kind',
    'addressee',
    'measurability',
    'confidence',
    'scored',
  ],
  optional: [
    ...[
      'objective',
      'by',
      'deadline',
      'measurable_by',
      'sdg_targets',
      'related_sdg_indicators',
      'sdg_confidence',
    ],
  ],
};

/** commitments.csv: what was promised, by whom, and which of it is scored for countries. */
export function checkCommitments(
  seeds: SeedDirectory,
  objectives: KnownCodes,
  faults: SeedFault[],
): Commitment[] {
  const rows = fieldsOf(seeds, 'commitments.csv', COMMITMENT_COLUMNS, faults);
  checkUnique(rows, ['id']);
  return rows.map((row) =>
    withoutUndefined({
      id: row.code('id'),
      objective: row.optionalReference('objective', objectives, 'objective'),
      paragraph: row.text('paragraph'),
      section: row.text('section'),
      title: row.text('title'),
      kind: row.oneOf('kind', ['commitment', 'call', 'request', 'recognition']),
      addressee: row.text('addressee'),
      by: row.optionalNumber('by', { min: 1900, max: 2200, integer: true }),
      deadline: row.optionalText('deadline'),
      measurability: row.text('measurability'),
      measurableBy: row.optionalText('measurable_by'),
      sdgTargets: row.list('sdg_targets', ';'),
      relatedSdgIndicators: row.list('related_sdg_indicators', ';'),
      confidence: row.oneOf('confidence', ['text', 'anchor', 'recalled', 'recalled-order-uncertain']),
      sdgConfidence: row.optionalText('sdg_confidence'),
      scored: checkScored(row),
    }),
  );
}

function checkScored(row: SeedFields): boolean {
  const scored = row.yesNo('scored');
  const { kind, measurability } = row.record.cells;
  if (scored && (kind !== 'commitment' || measurability === 'global-only')) {
    const sentence = 'Only a commitment that a country can fulfil by itself is scored for countries.';
    row.fault('scored', sentence, 'Write no, or change "kind" or "measurability".');
  }
  return scored;
}

const CROSSWALK_COLUMNS = {
  required: ['indicator', 'commitment', 'type', 'reason', 'author', 'date', 'official', 'reviewed'],
};

/** crosswalk.csv: which indicator says something about which commitment, how much, and why. */
export function checkCrosswalk(
  seeds: SeedDirectory,
  known: { readonly indicators: KnownCodes; readonly commitments: KnownCodes },
  faults: SeedFault[],
): CrosswalkLink[] {
  const rows = fieldsOf(seeds, 'crosswalk.csv', CROSSWALK_COLUMNS, faults);
  checkUnique(rows, ['indicator', 'commitment']);
  return rows.map((row) => ({
    indicator: row.reference('indicator', known.indicators, 'indicator'),
    commitment: row.reference('commitment', known.commitments, 'commitment'),
    type: row.oneOf('type', ['measures', 'partly', 'context']),
    reason: row.text('reason'),
    author: row.text('author'),
    date: checkDate(row),
    official: row.yesNo('official'),
    reviewed: row.yesNo('reviewed'),
  }));
}
