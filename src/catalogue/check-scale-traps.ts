import type { ScaleTrap } from './catalogue.js';
import { checkUnique, fieldsOf, type SeedDirectory } from './seed-directory.js';
import type { SeedFault } from './seed-fault.js';
import type { KnownCodes } from './seed-fields.js';

/** scale-traps.csv: indicators that their publishers once wrote in another way than the catalogue takes them. */
export function checkScaleTraps(
  seeds: SeedDirectory,
  indicators: KnownCodes,
  faults: SeedFault[],
): ScaleTrap[] {
  const names = { required: ['indicator', 'before', 'kind', 'reason'], optional: ['most'] };
  const rows = fieldsOf(seeds, 'scale-traps.csv', names, faults);
  checkUnique(rows, ['indicator']);
  return rows.map((row) => {
    const kind = row.oneOf('kind', ['reversed', 'smaller']);
    const most = kind === 'smaller' ? row.number('most', { min: 0 }) : undefined;
    return {
      indicator: row.reference('indicator', indicators, 'indicator'),
      before: row.year('before'),
      kind,
      ...(most === undefined ? {} : { most }),
      reason: row.text('reason'),
    };
  });
}
