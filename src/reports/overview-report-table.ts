import type { CsvTable } from './csv-table.js';
import { DISTRIBUTION_COLUMNS, distributionCells } from './distribution-cells.js';
import type { OverviewReport } from './report.js';

/**
 * Rows of `kind` group: how its countries lie in a principle. Rows of `kind` country: its score in one. Rows of `kind`
 * target: how many countries have a status on it.
 */
export function overviewReportTable({ principles, areas, targets, revision }: OverviewReport): CsvTable {
  return {
    columns: [
      'principle',
      'kind',
      'code',
      'name',
      'score',
      'missing',
      ...DISTRIBUTION_COLUMNS,
      'status',
      'countries',
      'revision',
    ],
    rows: [
      ...principles.flatMap((principle) =>
        principle.distributions.map((distribution) => ({
          principle: principle.code,
          kind: 'group',
          code: distribution.group.code,
          name: distribution.group.name,
          ...distributionCells(distribution),
          revision,
        })),
      ),
      ...areas.flatMap((area) =>
        area.principles.map(({ code, score, missing }) => ({
          principle: code,
          kind: 'country',
          code: area.code,
          name: area.name,
          score,
          missing,
          revision,
        })),
      ),
      ...targets.flatMap(({ indicator, name, statuses, without }) =>
        Object.entries({ ...statuses, no_data: without }).map(([status, countries]) => ({
          kind: 'target',
          code: indicator,
          name,
          status,
          countries,
          revision,
        })),
      ),
    ],
  };
}
