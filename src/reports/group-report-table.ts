import type { CsvCell, CsvTable } from './csv-table.js';
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
  'population_year',
  'revision',
] as const;

/** Rows of `kind` principle, issue and indicator: the group as a whole. Rows of `kind` member: its score in one principle. */
export function groupReportTable(report: GroupReport | CommunityReport): CsvTable {
  const { revision, populationYear: population_year } = report;
  const group = report.kind === 'group' ? report.group.code : report.community.code;
  const ofReport = { group, population_year, revision };
  const lines = [...report.principles, ...report.issues, ...report.indicators];
  return {
    columns: COLUMNS,
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
    ],
  };
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
