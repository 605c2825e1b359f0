import { ApiProperty } from '@nestjs/swagger';
import { STAKEHOLDERS, type RegisteredCommunity } from '../../communities/community.js';
import { versionTag } from './version-tag.decorator.js';

/** A community with all that administrators decide of it. */
export class RegisteredCommunityResponse {
  @ApiProperty({ type: String, example: 'african-igf' })
  readonly code!: string;

  @ApiProperty({ type: String, example: 'African IGF' })
  readonly name!: string;

  @ApiProperty({ type: String, nullable: true, example: 'AfIGF' })
  readonly acronym!: string | null;

  @ApiProperty({
    enum: ['national', 'sub-regional', 'regional', 'youth', 'other', 'system'],
    example: 'regional',
  })
  readonly kind!: string;

  @ApiProperty({
    type: [String],
    description: 'ISO 3166-1 alpha-3 codes it stands for; none: it may send figures for all',
    example: [],
  })
  readonly areas!: readonly string[];

  @ApiProperty({ type: String, nullable: true, example: 'Africa' })
  readonly region!: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Year of its first meeting', example: 2012 })
  readonly established!: number | null;

  @ApiProperty({ type: String, nullable: true, example: 'https://afigf.africa/' })
  readonly website!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Where its existence is documented',
    example: 'https://www.intgovforum.org/en/content/regional-igf-initiatives',
  })
  readonly source!: string | null;

  @ApiProperty({
    enum: STAKEHOLDERS,
    nullable: true,
    description: 'Stakeholder group; null: several, or not told',
    example: 'civil_society',
  })
  readonly stakeholder!: string | null;

  @ApiProperty({
    type: Boolean,
    description: 'Not confirmed: it is shown nowhere and cannot take part',
    example: false,
  })
  readonly hidden!: boolean;

  @ApiProperty({
    type: [String],
    description: 'What an administrator settled here: the seed files leave it alone',
    example: ['website'],
  })
  readonly settled!: readonly string[];
}

export class RegisteredCommunityListResponse {
  @ApiProperty({ type: [RegisteredCommunityResponse], description: 'By code' })
  readonly items!: readonly RegisteredCommunityResponse[];
}

export function registeredCommunityResponse(community: RegisteredCommunity): RegisteredCommunityResponse {
  const {
    code,
    name,
    acronym,
    kind,
    areas,
    region,
    established,
    website,
    source,
    hidden,
    settled,
    stakeholder,
  } = community;
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
    hidden,
    settled,
  };
}

export function communityTag({ code, version }: Pick<RegisteredCommunity, 'code' | 'version'>): string {
  return versionTag(`community-${code}`, version);
}
