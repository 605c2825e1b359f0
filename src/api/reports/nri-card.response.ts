import { ApiProperty } from '@nestjs/swagger';
import {
  ENGAGEMENT_CHANNELS,
  PROFILE_FIELDS,
  type NriCard,
  type ShownProfile,
  type Texts,
} from '../../communities/nri-card.js';
import { StandingResponse, standingResponse } from './standing.response.js';
import { TEXTS_SCHEMA } from './statement.response.js';

export class EngagementResponse {
  @ApiProperty({
    enum: ENGAGEMENT_CHANNELS,
    isArray: true,
    description: 'Ways it offers',
    example: ['email'],
  })
  readonly channels!: readonly string[];

  @ApiProperty({ ...TEXTS_SCHEMA, example: { en: 'The ministry that is in charge of the Internet.' } })
  readonly byWhom!: Texts;

  @ApiProperty({ ...TEXTS_SCHEMA, example: { en: 'Access in rural places.' } })
  readonly aboutWhat!: Texts;
}

export class RoleContactResponse {
  @ApiProperty({ type: String, description: 'Office, not a person', example: 'Secretariat' })
  readonly role!: string;

  @ApiProperty({
    type: String,
    description: 'Public address of the office: mailto: or http(s)',
    example: 'https://example.org/contact',
  })
  readonly address!: string;
}

/** A part of a profile that everybody would read, if a moderator did not look at it or had not taken it down. */
export class ModeratedPartResponse extends StandingResponse {
  @ApiProperty({ enum: PROFILE_FIELDS, description: 'Part of the profile', example: 'description' })
  readonly field!: string;
}

/** What a community tells of itself and consents to now; a part without consent, or not shown now, is null. */
export class CommunityProfileResponse {
  @ApiProperty({
    ...TEXTS_SCHEMA,
    nullable: true,
    example: { en: 'We bring people together once a year.' },
  })
  readonly description!: Texts | null;

  @ApiProperty({ type: EngagementResponse, nullable: true, description: 'How it wants to engage' })
  readonly engagement!: EngagementResponse | null;

  @ApiProperty({ type: RoleContactResponse, nullable: true, description: 'Whom to write to' })
  readonly contact!: RoleContactResponse | null;

  @ApiProperty({ type: [ModeratedPartResponse], description: 'Parts that are not shown now, and why' })
  readonly moderated!: readonly ModeratedPartResponse[];
}

/** A community in its own words. */
export class NriCardResponse extends CommunityProfileResponse {
  @ApiProperty({ type: String, description: 'Its code', example: 'kenya-igf' })
  readonly community!: string;

  @ApiProperty({ type: String, example: 'Kenya IGF' })
  readonly name!: string;

  @ApiProperty({ type: String, example: 'national' })
  readonly kind!: string;

  @ApiProperty({ type: String, nullable: true, example: 'https://example.org/' })
  readonly website!: string | null;
}

export function communityProfileResponse({
  description,
  engagement,
  contact,
  moderated = {},
}: ShownProfile): CommunityProfileResponse {
  return {
    description: description ?? null,
    engagement: engagement ?? null,
    contact: contact ?? null,
    moderated: PROFILE_FIELDS.flatMap((field) => {
      const standing = moderated[field];
      return standing === undefined ? [] : [{ field, ...standingResponse(standing) }];
    }),
  };
}

export function nriCardResponse(card: NriCard): NriCardResponse {
  const { community, name, kind, website } = card;
  return { community, name, kind, website: website ?? null, ...communityProfileResponse(card) };
}
