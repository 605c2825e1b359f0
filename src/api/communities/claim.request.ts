import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { IsText, WholeNumber } from '../edge/query-values.decorator.js';

const MOST_ID = 2_147_483_647;

/** Somebody asks to act for a community. */
export class NewClaimRequest {
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'Code of the community, when it is listed',
    example: 'kenya-igf',
  })
  @IsOptional()
  @IsText(100)
  readonly community?: string | null;

  @ApiProperty({ type: String, description: 'Name of the community', example: 'Kenya IGF' })
  @IsText(1_000)
  readonly initiative!: string;

  @ApiProperty({
    type: String,
    description: 'Your name: never shown, and forgotten once somebody has decided',
    example: 'Amina Example',
  })
  @IsText(1_000)
  readonly person!: string;

  @ApiProperty({
    type: String,
    description: 'Your e-mail address, to answer you: never shown, and forgotten once somebody has decided',
    example: 'amina@example.org',
  })
  @IsText(1_000)
  readonly address!: string;

  @ApiProperty({
    type: String,
    description: 'Address (http or https) of a page that shows that you act for it',
    example: 'https://example.org/team',
  })
  @IsText(1_000)
  readonly evidence!: string;

  @ApiPropertyOptional({
    type: Boolean,
    description:
      'Whether you read the Code of Conduct and accept it as it stands; else you are asked before you write',
    example: true,
  })
  @IsOptional()
  @IsBoolean()
  readonly acceptsConduct?: boolean;
}

/** Path parameter: the number of a claim. */
export class ClaimIdRequest {
  @ApiProperty({ type: Number, description: 'As in the list', example: 7, minimum: 1 })
  @WholeNumber()
  @Max(MOST_ID)
  @Min(1)
  @IsInt()
  readonly id!: number;
}

export class ClaimDecisionRequest {
  @ApiProperty({ enum: ['confirm', 'decline'], example: 'confirm' })
  @IsIn(['confirm', 'decline'])
  readonly decision!: 'confirm' | 'decline';

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'Code of the community they join; to confirm, where the claim names none',
    example: 'kenya-igf',
  })
  @IsOptional()
  @IsText(100)
  readonly community?: string | null;
}
