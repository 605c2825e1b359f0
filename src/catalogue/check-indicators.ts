import type { Indicator, LadderLevel, Method } from './catalogue.js';
import { checkGoalposts } from './check-goalposts.js';
import { checkWeights, weightOf } from './check-tree.js';
import { checkUnique, fieldsOf, type SeedDirectory } from './seed-directory.js';
import type { KnownCodes, SeedFields } from './seed-fields.js';
import type { SeedFault } from './seed-fault.js';
import { withoutUndefined } from '../platform/without-undefined.js';

const COLUMNS = {
  required: [
    ...['code', 'name', 'goal', 'tier', 'definition', 'unit', 'kind', 'scale', 'weight', 'scored'],
    ...[
      'freshness_years',
      'goalpost_reason',
      'source',
      'series',
      'update',
      'licence',
      'derived_scores_allowed',
    ],
  ],
  optional: [
    ...['per', 'worst', 'best', 'band_low', 'band_high', 'band_zero_distance', 'hard_min', 'hard_max'],
    ...[
      'target',
      'target_basis',
      'target_year',
      'average_years',
      'overlap_group',
      'issues',
      'wsis',
      'sdg',
      'caveats',
    ],
  ],
};

export interface IndicatorParents {
  readonly goals: KnownCodes;
  readonly issues: KnownCodes;
  readonly actionLines: KnownCodes;
  readonly sdgTargets: KnownCodes;
  readonly ladder: readonly LadderLevel[];
  readonly method: Method;
  readonly hasPopulation: boolean;
}

/** indicators.csv: what is observed, below which goal, between which goalposts. */
export function checkIndicators(
  seeds: SeedDirectory,
  parents: IndicatorParents,
  faults: SeedFault[],
): Indicator[] {
  const rows = fieldsOf(seeds, 'indicators.csv', COLUMNS, faults, 'needed');
  checkUnique(rows, ['code']);
  checkWeights(rows, (row) => `the indicators of goal "${row.record.cells.goal ?? ''}"`);
  return rows.map((row) => checkIndicator(row, parents));
}

function checkIndicator(
  row: SeedFields,
  { goals, issues, actionLines, sdgTargets, ladder, method, hasPopulation }: IndicatorParents,
): Indicator {
  const hardMin = row.optionalNumber('hard_min');
  const hardMax = row.optionalNumber('hard_max');
  if (hardMin !== undefined && hardMax !== undefined && hardMin >= hardMax) {
    row.fault('hard_min', 'No value fits between the hard limits.', 'Write a value below hard_max.');
  }
  const per = row.optionalNumber('per', { min: 1 });
  if (per !== undefined && !hasPopulation) {
    row.fault('per', 'There is no population to divide by.', 'Add population.csv, or leave the cell empty.');
  }
  if (row.has('target') !== row.has('target_basis')) {
    const empty = row.has('target') ? 'target_basis' : 'target';
    row.fault(
      empty,
      'A target and who agreed it belong together.',
      'Fill both "target" and "target_basis", or neither.',
    );
  }
  return withoutUndefined({
    code: row.code('code'),
    name: row.text('name'),
    goal: row.reference('goal', goals, 'goal'),
    tier: row.oneOf('tier', ['core', 'extended']),
    definition: row.text('definition'),
    unit: row.text('unit'),
    per,
    goalposts: checkGoalposts(row, ladder),
    goalpostReason: row.text('goalpost_reason'),
    hardMin,
    hardMax,
    target: row.optionalNumber('target'),
    targetBasis: row.optionalText('target_basis'),
    targetYear: row.optionalNumber('target_year', { min: 1900, max: 2200, integer: true }),
    averageYears: row.optionalNumber('average_years', { min: 1, max: 20, integer: true }) ?? 1,
    weight: weightOf(row),
    overlapGroup: row.optionalText('overlap_group'),
    scored: row.yesNo('scored'),
    derivedScoresAllowed: row.yesNo('derived_scores_allowed'),
    freshnessYears: row.number('freshness_years', {
      min: 0,
      max: Number.isNaN(method.maxFreshnessYears) ? 100 : method.maxFreshnessYears,
      integer: true,
    }),
    issues: row.references('issues', issues, 'issue'),
    wsis: row.references('wsis', actionLines, 'action line'),
    sdg: row.references('sdg', sdgTargets, 'target of the Sustainable Development Goals'),
    source: row.text('source'),
    series: row.text('series'),
    update: row.text('update'),
    licence: row.text('licence'),
    caveats: row.optionalText('caveats'),
  });
}
