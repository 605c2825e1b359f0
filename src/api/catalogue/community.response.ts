import { ApiProperty } from '@nestjs/swagger';
import { STAKEHOLDERS, type Community } from '../../communities/community.js';
import type { ProfileFields } from '../../communities/nri-card.js';
import { CommunityProfileResponse, communityProfileResponse } from '../reports/nri-card.response.js';

export class CommunityResponse {
  @ApiProperty({ type: String, example: 'african-igf' })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: String, nullable: true })
  readonly acronym!: string | null;

  @ApiProperty({ enum: ['national', 'sub-regional', 'regional', 'youth', 'other', 'system'] })
  readonly kind!: string;

  @ApiProperty({ type: [String], description: 'ISO 3166-1 alpha-3 codes it stands for' })
  readonly areas!: readonly string[];

  @ApiProperty({ type: String, nullable: true })
  readonly region!: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Year of its first meeting' })
  readonly established!: number | null;

  @ApiProperty({ type: String, nullable: true })
  readonly website!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Where it is listed' })
  readonly source!: string | null;

  @ApiProperty({
    enum: STAKEHOLDERS,
    nullable: true,
    description: 'Stakeholder group; null: several, or not told',
    example: 'civil_society',
  })
  readonly stakeholder!: string | null;

  @ApiProperty({
    type: [String],
    description: 'BCP 47 codes of the languages it works in',
    example: ['en', 'sw'],
  })
  readonly languages!: readonly string[];
}

export class MeetingResponse {
  @ApiProperty({ type: Number, example: 2025 })
  readonly year!: number;

  @ApiProperty({ type: String, nullable: true, description: 'Where it was', example: 'Nairobi' })
  readonly place!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Address of its report',
    example: 'https://example.org/report',
  })
  readonly report!: string | null;
}

/** A community with what it tells of itself. */
export class OneCommunityResponse extends CommunityResponse {
  @ApiProperty({ type: [MeetingResponse], description: 'Its meetings, the latest first' })
  readonly meetings!: readonly MeetingResponse[];

  @ApiProperty({
    type: CommunityProfileResponse,
    description: 'In its own words, as far as it consents now; without consent a part is null',
  })
  readonly profile!: CommunityProfileResponse;
}

export const COMMUNITY_COLUMNS = [
  'code',
  'name',
  'acronym',
  'kind',
  'areas',
  'region',
  'established',
  'website',
  'source',
  'stakeholder',
  'languages',
] as const satisfies readonly (keyof CommunityResponse)[];

export function communityResponse(community: Community): CommunityResponse {
  const { code, name, acronym, kind, areas, region, established, website, source, stakeholder, languages } =
    community;
  return {
    code,
    name,
    acronym: acronym ?? null,
    kind,
    areas,
    region: region ?? null,
    established: established ?? null,
    website: website ?? null,
    source: source ?? null,
    stakeholder: stakeholder ?? null,
    languages,
  };
}

export function oneCommunityResponse(
  community: Community,
  shown: Partial<ProfileFields> = {},
): OneCommunityResponse {
  return {
    ...communityResponse(community),
    meetings: community.meetings.map(({ year, place, report }) => ({
      year,
      place: place ?? null,
      report: report ?? null,
    })),
    profile: communityProfileResponse(shown),
  };
}
