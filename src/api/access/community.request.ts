import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, Length, Matches, Max, Min } from 'class-validator';
import { STAKEHOLDERS } from '../../communities/community.js';
import { GIVEN_KINDS } from '../../communities/community-request.js';
import { IsPrintable, IsText } from '../edge/query-values.decorator.js';
import { AreaCodes } from './area-codes.decorator.js';

/** What may be told of a community, and left out; null takes it back. */
class ToldCommunityRequest {
  @ApiPropertyOptional({ type: String, nullable: true, example: 'KIGF' })
  @IsOptional()
  @Length(0, 50)
  @IsPrintable()
  readonly acronym?: string | null;

  @ApiPropertyOptional({
    type: [String],
    example: ['KEN'],
    description:
      'ISO 3166-1 alpha-3 codes it stands for: it may send figures for these alone. None: for all, as regional ones do',
  })
  @IsOptional()
  @AreaCodes()
  readonly areas?: string[] | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'East Africa' })
  @IsOptional()
  @Length(0, 200)
  @IsPrintable()
  readonly region?: string | null;

  @ApiPropertyOptional({
    type: Number,
    nullable: true,
    minimum: 1900,
    maximum: 2200,
    example: 2008,
    description: 'Year of its first meeting',
  })
  @IsOptional()
  @Min(1900)
  @Max(2200)
  @IsInt()
  readonly established?: number | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'https://kigf.or.ke' })
  @IsOptional()
  @Length(0, 500)
  @IsPrintable()
  readonly website?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: 'https://www.intgovforum.org/en/content/national-igf-initiatives',
    description: 'Where its existence is documented',
  })
  @IsOptional()
  @Length(0, 500)
  @IsPrintable()
  readonly source?: string | null;

  @ApiPropertyOptional({
    enum: STAKEHOLDERS,
    nullable: true,
    example: 'civil_society',
    description:
      'Stakeholder group. A respondent of a public body (government) of one State replies for that State',
  })
  @IsOptional()
  @IsIn(STAKEHOLDERS)
  readonly stakeholder?: string | null;
}

/** What is left out stays as it is. */
export class ChangeCommunityRequest extends ToldCommunityRequest {
  @ApiPropertyOptional({ type: String, example: 'Kenya Internet Governance Forum' })
  @IsOptional()
  @IsText(200)
  readonly name?: string;

  @ApiPropertyOptional({ type: String, enum: GIVEN_KINDS, example: 'national' })
  @IsOptional()
  @IsIn(GIVEN_KINDS)
  readonly kind?: string;
}

export class NewCommunityRequest extends ToldCommunityRequest {
  @ApiProperty({
    type: String,
    example: 'kenya-school-of-ig',
    pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*$',
    description: 'Stable short code: small letters, digits and hyphens. It never changes',
  })
  @Matches(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
    message: '$property must be of small letters, digits and hyphens',
  })
  @IsText(100)
  readonly code!: string;

  @ApiProperty({ type: String, example: 'Kenya School of Internet Governance' })
  @IsText(200)
  readonly name!: string;

  @ApiProperty({ type: String, enum: GIVEN_KINDS, example: 'other' })
  @IsIn(GIVEN_KINDS)
  readonly kind!: string;
}
