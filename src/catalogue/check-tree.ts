import type { Goal, Principle } from './catalogue.js';
import { checkUnique, fieldsOf, type SeedDirectory } from './seed-directory.js';
import type { KnownCodes, SeedFields } from './seed-fields.js';
import type { SeedFault } from './seed-fault.js';
import { withoutUndefined } from '../platform/without-undefined.js';

/** principles.csv: the top of the tree. */
export function checkPrinciples(seeds: SeedDirectory, faults: SeedFault[]): Principle[] {
  const required = ['code', 'name', 'weight', 'source'];
  const rows = fieldsOf(seeds, 'principles.csv', { required }, faults, 'needed');
  checkUnique(rows, ['code']);
  checkWeights(rows, () => 'all principles');
  return rows.map((row) => ({
    code: row.code('code'),
    name: row.text('name'),
    weight: weightOf(row),
    source: row.text('source'),
  }));
}

/** goals.csv: each goal below one principle. */
export function checkGoals(seeds: SeedDirectory, principles: KnownCodes, faults: SeedFault[]): Goal[] {
  const names = { required: ['code', 'principle', 'name', 'weight', 'basis'], optional: ['official_text'] };
  const rows = fieldsOf(seeds, 'goals.csv', names, faults, 'needed');
  checkUnique(rows, ['code']);
  checkWeights(rows, (row) => `the goals of principle "${row.record.cells.principle ?? ''}"`);
  return rows.map((row) =>
    withoutUndefined({
      code: row.code('code'),
      principle: row.reference('principle', principles, 'principle'),
      name: row.text('name'),
      weight: weightOf(row),
      officialText: row.optionalText('official_text'),
      basis: row.text('basis'),
    }),
  );
}

/** A weight beside that of the siblings: 0 or more. */
export function weightOf(row: SeedFields): number {
  return row.number('weight', { min: 0 });
}

/** Notes a fault for each set of siblings whose weights come to nothing. Siblings are rows with the same parent. */
export function checkWeights(rows: readonly SeedFields[], parentOf: (row: SeedFields) => string): void {
  const families = new Map<string, { readonly first: SeedFields; sum: number }>();
  for (const row of rows) {
    const family = families.get(parentOf(row)) ?? { first: row, sum: 0 };
    family.sum += Number(row.record.cells.weight ?? 0);
    families.set(parentOf(row), family);
  }
  for (const [parent, { first, sum }] of families) {
    if (sum !== 0) continue;
    const hint = 'Give at least one of them a weight above 0; 1 each weighs all the same.';
    first.fault('weight', `The weights of ${parent} sum to zero.`, hint);
  }
}
