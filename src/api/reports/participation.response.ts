import { ApiProperty } from '@nestjs/swagger';
import { STAKEHOLDER_GROUPS, type StakeholderGroup } from '../../catalogue/stakeholder-group.js';
import type {
  Participation,
  ParticipationLine,
  ParticipationReport,
} from '../../reports/participation/participation.js';
import { ReportHeadResponse, reportHeadResponse } from './report-head.response.js';

export class NamedThingResponse {
  @ApiProperty({ type: String, example: 'KEN' })
  readonly code!: string;

  @ApiProperty({ type: String, example: 'Kenya' })
  readonly name!: string;
}

export class PersonsResponse {
  @ApiProperty({
    type: Number,
    description: 'Sum of the numbers of five or more, each rounded to five',
    example: 40,
  })
  readonly rounded!: number;

  @ApiProperty({
    type: Number,
    description: 'In how many further cases (community, country, year and group) fewer than five took part',
    example: 3,
  })
  readonly small!: number;
}

export class GroupCountResponse {
  @ApiProperty({ enum: STAKEHOLDER_GROUPS })
  readonly group!: StakeholderGroup;

  @ApiProperty({ type: Number, description: 'Contributions in which it took part', example: 4 })
  readonly contributions!: number;
}

export class ParticipationCountResponse {
  @ApiProperty({ type: Number, example: 3 })
  readonly communities!: number;

  @ApiProperty({ type: [String], description: 'Kinds of these communities', example: ['national', 'youth'] })
  readonly kinds!: readonly string[];

  @ApiProperty({ type: Number, description: 'On which they contributed', example: 12 })
  readonly countries!: number;

  @ApiProperty({
    type: Number,
    description: 'What a community says of one indicator in one country is one contribution',
    example: 30,
  })
  readonly contributions!: number;

  @ApiProperty({ type: [GroupCountResponse], description: 'All five groups, those with none among them' })
  readonly groups!: readonly GroupCountResponse[];

  @ApiProperty({ type: Number, description: 'Contributions of which no group is told', example: 2 })
  readonly untold!: number;

  @ApiProperty({ type: Number, description: 'How many of the five groups took part', example: 3 })
  readonly breadth!: number;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Evenness of the groups, 0 to 1; null with fewer than two contributions, or no group told',
    example: 0.8,
  })
  readonly balance!: number | null;

  @ApiProperty({ type: PersonsResponse, nullable: true, description: 'Null where no number is told' })
  readonly persons!: PersonsResponse | null;
}

export class ParticipationLineResponse extends ParticipationCountResponse {
  @ApiProperty({ type: String, example: 'UN-AFRICAN' })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly name!: string;
}

export class RegionalReachResponse {
  @ApiProperty({ type: Number, description: 'Regional groups with a contribution', example: 3 })
  readonly breadth!: number;

  @ApiProperty({ type: Number, description: 'Regional groups there are', example: 5 })
  readonly possible!: number;

  @ApiProperty({
    type: Number,
    nullable: true,
    description:
      "Evenness of the regions' shares of countries with contributions, 0 to 1; null with fewer than two such countries",
    example: 0.7,
  })
  readonly balance!: number | null;
}

export class ParticipatingCommunityResponse {
  @ApiProperty({ type: String, example: 'african-igf' })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: String, example: 'regional' })
  readonly kind!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Its stakeholder group; null: several, or not told',
    example: 'technical_community',
  })
  readonly stakeholder!: string | null;

  @ApiProperty({ type: Number, description: 'On which it contributed', example: 2 })
  readonly countries!: number;

  @ApiProperty({ type: Number, description: 'How many there are of it', example: 4 })
  readonly contributions!: number;
}

export class ParticipationGapResponse {
  @ApiProperty({ type: String, example: 'CYB' })
  readonly issue!: string;

  @ApiProperty({ type: String, description: 'Name of the issue', example: 'Cybersecurity and trust' })
  readonly issueName!: string;

  @ApiProperty({
    enum: STAKEHOLDER_GROUPS,
    nullable: true,
    description: 'Which did not take part where others did; null: where nobody contributed on the issue',
  })
  readonly group!: StakeholderGroup | null;

  @ApiProperty({ type: Number, description: 'How many countries', example: 12 })
  readonly countries!: number;

  @ApiProperty({ type: [String], description: 'ISO 3166-1 alpha-3', example: ['KEN'] })
  readonly areas!: readonly string[];
}

export class ParticipationYearResponse {
  @ApiProperty({ type: Number, example: 2026 })
  readonly year!: number;

  @ApiProperty({ type: Number, description: 'Accepted in the year, with figures that are held', example: 5 })
  readonly submissions!: number;

  @ApiProperty({ type: Number, description: 'That sent them', example: 3 })
  readonly communities!: number;
}

export class ParticipationResponse extends ReportHeadResponse {
  @ApiProperty({ enum: ['participation'] })
  readonly kind!: string;

  @ApiProperty({ type: NamedThingResponse, nullable: true, description: 'The country looked at' })
  readonly area!: NamedThingResponse | null;

  @ApiProperty({ type: NamedThingResponse, nullable: true, description: 'The group of countries looked at' })
  readonly region!: NamedThingResponse | null;

  @ApiProperty({ type: NamedThingResponse, nullable: true, description: 'The issue looked at' })
  readonly issue!: NamedThingResponse | null;

  @ApiProperty({ type: String, nullable: true, description: 'The release it is of', example: '2026-1' })
  readonly release!: string | null;

  @ApiProperty({ type: ParticipationCountResponse })
  readonly total!: ParticipationCountResponse;

  @ApiProperty({
    type: RegionalReachResponse,
    nullable: true,
    description: 'Null where only a country or a group of countries is looked at',
  })
  readonly reach!: RegionalReachResponse | null;

  @ApiProperty({ type: [ParticipatingCommunityResponse], description: 'By name' })
  readonly communities!: readonly ParticipatingCommunityResponse[];

  @ApiProperty({ type: [ParticipationLineResponse], description: 'UN regional groups' })
  readonly regions!: readonly ParticipationLineResponse[];

  @ApiProperty({ type: [ParticipationLineResponse] })
  readonly issues!: readonly ParticipationLineResponse[];

  @ApiProperty({ type: [ParticipationLineResponse], description: 'Those with contributions, by name' })
  readonly countries!: readonly ParticipationLineResponse[];

  @ApiProperty({ type: [ParticipationGapResponse], description: 'Who is missing, issue by issue' })
  readonly gaps!: readonly ParticipationGapResponse[];

  @ApiProperty({
    type: [ParticipationYearResponse],
    description: 'By the year (UTC) in which what is held was accepted',
  })
  readonly years!: readonly ParticipationYearResponse[];
}

export function participationResponse(report: ParticipationReport): ParticipationResponse {
  const { kind, total, reach, communities, regions, issues, countries, gaps, years } = report;
  return {
    ...reportHeadResponse(report),
    kind,
    area: report.area ?? null,
    region: report.region ?? null,
    issue: report.issue ?? null,
    release: report.release ?? null,
    total: countResponse(total),
    reach: reach === undefined ? null : { ...reach, balance: reach.balance ?? null },
    communities: communities.map((one) => ({
      code: one.code,
      name: one.name,
      kind: one.kind,
      stakeholder: one.stakeholder ?? null,
      countries: one.countries,
      contributions: one.contributions,
    })),
    regions: regions.map(lineResponse),
    issues: issues.map(lineResponse),
    countries: countries.map(lineResponse),
    gaps: gaps.map(({ issue, issueName, group, areas }) => ({
      issue,
      issueName,
      group: group ?? null,
      countries: areas.length,
      areas,
    })),
    years: years.map(({ year, submissions, communities: count }) => ({
      year,
      submissions,
      communities: count,
    })),
  };
}

function lineResponse(line: ParticipationLine): ParticipationLineResponse {
  return { code: line.code, name: line.name, ...countResponse(line) };
}

function countResponse(line: Participation): ParticipationCountResponse {
  const { communities, kinds, countries, contributions, groups, untold, breadth, balance, persons } = line;
  return {
    ...{ communities, kinds, countries, contributions, untold, breadth },
    groups: STAKEHOLDER_GROUPS.map((group) => ({ group, contributions: groups[group] })),
    balance: balance ?? null,
    persons: persons === undefined ? null : { rounded: persons.rounded, small: persons.small },
  };
}
