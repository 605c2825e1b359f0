import { CHANGE_CAUSES } from '../../scoring/engine/shapley.js';
import type { CsvTable } from '../csv-table.js';
import type { NamedDifference } from './release-diff.js';

/** One row for each score that differs; effects are points and sum to `change`. */
export function releaseDiffTable(changes: readonly NamedDifference[]): CsvTable {
  return {
    columns: [
      ...['area', 'area_name', 'kind', 'code', 'name', 'before', 'after', 'change'],
      ...CHANGE_CAUSES,
      'unsplit',
    ],
    rows: changes.map(({ area, areaName, kind, code, name, before, after, change, effects, unsplit }) => ({
      ...{ area, area_name: areaName, kind, code, name, before, after, change },
      ...Object.fromEntries(effects ?? []),
      unsplit,
    })),
  };
}
