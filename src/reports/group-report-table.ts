import { CONTRIBUTION_COLUMNS, contributionRows } from './contribution-rows.js';
import type { CsvCell, CsvTable } from './csv-table.js';
import { groupCells } from './distribution-cells.js';
import type { CommunityReport, GroupLine, GroupReport } from './group-report.js';

const COLUMNS = [
  'group',
  'kind',
  'code',
  'name',
  'principle',
  'score',
  'people',
  'countries',
  'missing',
  'coverage',
  'members',
  'with_score',
  'population_coverage',
  'member_coverage',
  'median',
  'lowest',
  'highest',
  'statuses',
  'directions',
  'change_since',
  'people_change',
  'countries_change',
  'change_missing',
] as const;
const QUARTILES = ['lower_quartile', 'upper_quartile', 'improving', 'steady', 'declining'] as const;

/**
 * Rows of `kind` principle, issue and indicator: the group as a whole. Rows of `kind` member: its score in one principle.
 * For groups of countries also rows of `kind` distribution: how members lie in a principle, and those of the world; for
 * communities those of `contributionRows`.
 */
export function groupReportTable(report: GroupReport | CommunityReport): CsvTable {
  const { revision, populationYear: population_year } = report;
  const group = report.kind === 'group' ? report.group.code : report.community.code;
  const ofReport = { group, population_year, revision };
  const lines = [...report.principles, ...report.issues, ...report.indicators];
  const isGroup = report.kind === 'group';
  return {
    columns: [...COLUMNS, ...(isGroup ? QUARTILES : CONTRIBUTION_COLUMNS), 'population_year', 'revision'],
    rows: [
      ...lines.map((line) => ({ ...ofReport, ...lineCells(line) })),
      ...report.members.flatMap(({ code, name, principles }) =>
        principles.map(({ code: principle, score, missing }) => ({
          ...ofReport,
          kind: 'member',
          code,
          name,
          principle,
          score,
          missing,
        })),
      ),
      ...(isGroup ? distributionRows(report) : contributionRows(report.contribution)).map((row) => ({
        ...ofReport,
        ...row,
      })),
    ],
  };
}

function distributionRows({ distributions }: GroupReport): CsvTable['rows'] {
  return distributions.flatMap(({ code: principle, distributions: groups }) =>
    groups.map((group) => ({ ...groupCells(group), kind: 'distribution', principle })),
  );
}

function lineCells(line: GroupLine): Readonly<Record<string, CsvCell>> {
  return {
    kind: line.kind,
    code: line.code,
    name: line.name,
    people: line.people,
    countries: line.countries,
    missing: line.missing,
    coverage: line.coverage,
    members: line.members,
    with_score: line.withScore,
    population_coverage: line.populationCoverage,
    member_coverage: line.memberCoverage,
    median: line.median,
    lowest: line.lowest,
    highest: line.highest,
    statuses: countsCell(line.statuses),
    directions: countsCell(line.directions),
    change_since: line.change.sinceYear,
    people_change: line.change.people,
    countries_change: line.change.countries,
    change_missing: line.change.missing,
  };
}

/** Counts in one cell: `on_track=12 regressing=3`. */
function countsCell(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${name}=${String(count)}`)
    .join(' ');
}
