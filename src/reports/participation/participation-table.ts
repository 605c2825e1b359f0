import { STAKEHOLDER_GROUPS } from '../../catalogue/stakeholder-group.js';
import type { CsvTable } from '../csv-table.js';
import type { Participation, ParticipationReport } from './participation.js';

type Row = CsvTable['rows'][number];

/**
 * Rows of `kind` total, region, issue, country, community, year and gap. A gap's `code` is its issue, its `group` the
 * group that is missing (none: nobody contributed), its `areas` the countries.
 */
export function participationTable(report: ParticipationReport): CsvTable {
  const { total, reach, regions, issues, countries, communities, years, gaps } = report;
  const rows: readonly Row[] = [
    {
      kind: 'total',
      ...cells(total),
      regions: reach?.breadth,
      balance_of_regions: reach?.balance,
    },
    ...regions.map((line) => ({ kind: 'region', code: line.code, name: line.name, ...cells(line) })),
    ...issues.map((line) => ({ kind: 'issue', code: line.code, name: line.name, ...cells(line) })),
    ...countries.map((line) => ({ kind: 'country', code: line.code, name: line.name, ...cells(line) })),
    ...communities.map(({ code, name, kind, stakeholder, countries: count, contributions }) => ({
      kind: 'community',
      code,
      name,
      community_kind: kind,
      group: stakeholder,
      countries: count,
      contributions,
    })),
    ...years.map(({ year, submissions, communities: count }) => ({
      kind: 'year',
      code: year,
      submissions,
      communities: count,
    })),
    ...gaps.map(({ issue, issueName, group, areas }) => ({
      kind: 'gap',
      code: issue,
      name: issueName,
      group,
      countries: areas.length,
      areas: areas.join(' '),
    })),
  ];
  const view = {
    of_area: report.area?.code,
    of_region: report.region?.code,
    of_issue: report.issue?.code,
    release: report.release,
    revision: report.revision,
  };
  return { columns: COLUMNS, rows: rows.map((row) => ({ ...row, ...view })) };
}

/** What a line says, each number in a cell of its own. */
export const PARTICIPATION_COLUMNS = [
  'communities',
  'kinds',
  'countries',
  'contributions',
  ...STAKEHOLDER_GROUPS,
  'untold',
  'breadth',
  'balance',
] as const;

const COLUMNS = [
  ...['kind', 'code', 'name', 'community_kind', 'group'],
  ...PARTICIPATION_COLUMNS,
  ...['persons_rounded', 'persons_small', 'regions', 'balance_of_regions', 'submissions', 'areas'],
  ...['of_area', 'of_region', 'of_issue', 'release', 'revision'],
];

export function participationCells(line: Participation): Row {
  const { communities, kinds, countries, contributions, groups, untold, breadth, balance } = line;
  return {
    ...{ communities, kinds: kinds.join(' '), countries, contributions },
    ...{ ...groups, untold, breadth, balance },
  };
}

function cells(line: Participation): Row {
  return {
    ...participationCells(line),
    persons_rounded: line.persons?.rounded,
    persons_small: line.persons?.small,
  };
}
