import { ApiProperty } from '@nestjs/swagger';
import type { Language } from '../../language/language.js';
import type { CommunityReport, GroupParts, GroupReport } from '../../reports/group-report.js';
import { CommunityContributionResponse, contributionResponse } from './contribution.response.js';
import {
  GroupLineResponse,
  groupLineResponse,
  GroupQuestionsResponse,
  groupQuestionsResponse,
} from './group-line.response.js';
import { OverviewPrincipleResponse, PrincipleScoreResponse } from './overview-report.response.js';
import {
  distributionResponse,
  GroupResponse,
  ReportHeadResponse,
  reportHeadResponse,
} from './report-head.response.js';

export class MemberResponse {
  @ApiProperty({ type: String, example: 'KEN' })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: [PrincipleScoreResponse] })
  readonly principles!: readonly PrincipleScoreResponse[];
}

export class GroupIndicatorResponse extends GroupLineResponse {
  @ApiProperty({ type: String })
  readonly unit!: string;
}

/** What reports of several areas together have in common. */
export class GroupPartsResponse extends ReportHeadResponse {
  @ApiProperty({ type: Number, description: 'Year of the population that weighs members', example: 2023 })
  readonly populationYear!: number;

  @ApiProperty({ type: GroupQuestionsResponse })
  readonly questions!: GroupQuestionsResponse;

  @ApiProperty({ type: [MemberResponse], description: 'Scored countries, by name; not a ranking' })
  readonly members!: readonly MemberResponse[];

  @ApiProperty({ type: [GroupLineResponse] })
  readonly principles!: readonly GroupLineResponse[];

  @ApiProperty({ type: [GroupLineResponse] })
  readonly issues!: readonly GroupLineResponse[];

  @ApiProperty({ type: [GroupIndicatorResponse] })
  readonly indicators!: readonly GroupIndicatorResponse[];
}

export class GroupReportResponse extends GroupPartsResponse {
  @ApiProperty({ enum: ['group'] })
  readonly kind!: 'group';

  @ApiProperty({ type: GroupResponse })
  readonly group!: GroupResponse;

  @ApiProperty({
    type: [OverviewPrincipleResponse],
    description: 'How its countries lie in each principle, and beside it those of the world',
  })
  readonly distributions!: readonly OverviewPrincipleResponse[];
}

export class CommunityOfReportResponse {
  @ApiProperty({ type: String, example: 'lusophone-igf' })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: String, nullable: true })
  readonly acronym!: string | null;

  @ApiProperty({ enum: ['national', 'sub-regional', 'regional', 'youth', 'other'] })
  readonly kind!: string;

  @ApiProperty({ type: String, nullable: true })
  readonly region!: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Year of its first meeting' })
  readonly established!: number | null;

  @ApiProperty({ type: String, nullable: true })
  readonly website!: string | null;
}

export class CommunityReportResponse extends GroupPartsResponse {
  @ApiProperty({ enum: ['community'] })
  readonly kind!: 'community';

  @ApiProperty({ type: CommunityOfReportResponse })
  readonly community!: CommunityOfReportResponse;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The one country it stands for: no numbers of a group then, see reports/countries/{iso3}',
    example: 'KEN',
  })
  readonly country!: string | null;

  @ApiProperty({ type: CommunityContributionResponse, description: 'What it sent and what became of it' })
  readonly contribution!: CommunityContributionResponse;
}

export function groupReportResponse(report: GroupReport, language: Language): GroupReportResponse {
  const { code, kind, name } = report.group;
  return {
    ...reportHeadResponse(report),
    kind: report.kind,
    group: { code, kind, name },
    distributions: report.distributions.map(({ code: principle, name: principleName, distributions }) => ({
      code: principle,
      name: principleName,
      distributions: distributions.map(distributionResponse),
    })),
    ...groupPartsResponse(report, language),
  };
}

export function communityReportResponse(
  report: CommunityReport,
  language: Language,
): CommunityReportResponse {
  const { code, name, acronym, kind, region, established, website } = report.community;
  return {
    ...reportHeadResponse(report),
    kind: report.kind,
    community: {
      code,
      name,
      acronym: acronym ?? null,
      kind,
      region: region ?? null,
      established: established ?? null,
      website: website ?? null,
    },
    country: report.country ?? null,
    contribution: contributionResponse(report.contribution),
    ...groupPartsResponse(report, language),
  };
}

function groupPartsResponse(parts: GroupParts, language: Language) {
  return {
    populationYear: parts.populationYear,
    questions: groupQuestionsResponse(language),
    members: parts.members.map(({ code, name, principles }) => ({
      code,
      name,
      principles: principles.map((principle) => ({
        code: principle.code,
        score: principle.score ?? null,
        missing: principle.missing ?? null,
      })),
    })),
    principles: parts.principles.map(groupLineResponse),
    issues: parts.issues.map(groupLineResponse),
    indicators: parts.indicators.map((line) => ({ ...groupLineResponse(line), unit: line.unit })),
  };
}
