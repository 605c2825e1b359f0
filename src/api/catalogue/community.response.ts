import { ApiProperty } from '@nestjs/swagger';
import type { Community } from '../../communities/community.js';

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
] as const satisfies readonly (keyof CommunityResponse)[];

export function communityResponse(community: Community): CommunityResponse {
  const { code, name, acronym, kind, areas, region, established, website, source } = community;
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
  };
}
