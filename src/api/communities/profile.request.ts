import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  ValidateNested,
} from 'class-validator';
import { ENGAGEMENT_CHANNELS, PROFILE_FIELDS } from '../../communities/nri-card.js';
import { LONGEST_DESCRIPTION, LONGEST_WISH } from '../../communities/profile-request.js';
import { CodeRequest } from '../edge/code.request.js';
import { IsPrintable, IsText } from '../edge/query-values.decorator.js';
import { TEXTS_SCHEMA } from '../reports/statement.response.js';

/** Path parameters: a community and a part of its profile. */
export class ProfilePartRequest extends CodeRequest {
  @ApiProperty({ enum: PROFILE_FIELDS, description: 'Part of the profile', example: 'description' })
  @IsIn(PROFILE_FIELDS)
  readonly field!: (typeof PROFILE_FIELDS)[number];
}

export class EngagementRequest {
  @ApiProperty({
    enum: ENGAGEMENT_CHANNELS,
    isArray: true,
    description: 'Ways it offers',
    example: ['email'],
  })
  @ArrayMaxSize(ENGAGEMENT_CHANNELS.length)
  @IsIn(ENGAGEMENT_CHANNELS, { each: true })
  @IsArray()
  readonly channels!: string[];

  @ApiPropertyOptional({
    ...TEXTS_SCHEMA,
    description: `Whom it would like to hear from, by language; at most ${String(LONGEST_WISH)} characters each`,
  })
  @IsOptional()
  @IsObject()
  readonly byWhom?: Record<string, string>;

  @ApiPropertyOptional({
    ...TEXTS_SCHEMA,
    description: `About what, by language; at most ${String(LONGEST_WISH)} characters each`,
  })
  @IsOptional()
  @IsObject()
  readonly aboutWhat?: Record<string, string>;
}

export class RoleContactRequest {
  @ApiProperty({ type: String, description: 'Office, not a person', example: 'Secretariat' })
  @IsText(100)
  readonly role!: string;

  @ApiProperty({
    type: String,
    description: 'Public address of the office: an e-mail address or one with http(s)',
    example: 'https://example.org/contact',
  })
  @IsText(300)
  readonly address!: string;
}

/** One part of a profile: that which the address names. */
export class WritePartRequest {
  @ApiProperty({
    type: Boolean,
    description:
      'Whether the community consents to its being shown from now on; otherwise members alone see it',
    example: true,
  })
  @IsBoolean()
  readonly consent!: boolean;

  @ApiPropertyOptional({
    ...TEXTS_SCHEMA,
    description: `In its own words, by language; at most ${String(LONGEST_DESCRIPTION)} characters each`,
    example: { en: 'We bring people together once a year.' },
  })
  @IsOptional()
  @IsObject()
  readonly description?: Record<string, string>;

  @ApiPropertyOptional({ type: EngagementRequest, description: 'How it wants to engage' })
  @IsOptional()
  @ValidateNested()
  @Type(() => EngagementRequest)
  readonly engagement?: EngagementRequest;

  @ApiPropertyOptional({ type: RoleContactRequest, description: 'Whom to write to' })
  @IsOptional()
  @ValidateNested()
  @Type(() => RoleContactRequest)
  readonly contact?: RoleContactRequest;
}

export class MeetingRequest {
  @ApiProperty({ type: Number, example: 2025 })
  @IsInt()
  readonly year!: number;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'Where it was', example: 'Nairobi' })
  @IsOptional()
  @IsPrintable()
  readonly place?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'Address of its report',
    example: 'https://example.org/report',
  })
  @IsOptional()
  @IsPrintable()
  readonly report?: string | null;
}

/** What is left out stays as it is. */
export class FactsRequest {
  @ApiPropertyOptional({
    type: [String],
    description: 'BCP 47 codes of the languages it works in',
    example: ['en', 'sw'],
  })
  @IsOptional()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @IsArray()
  readonly languages?: string[];

  @ApiPropertyOptional({ type: [MeetingRequest], description: 'All its meetings' })
  @IsOptional()
  @ArrayMaxSize(1_000)
  @ValidateNested({ each: true })
  @Type(() => MeetingRequest)
  @IsArray()
  readonly meetings?: MeetingRequest[];
}
