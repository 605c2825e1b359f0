import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { LONGEST_NOTE } from '../../reports/releases/release-request.js';
import { RELEASE_ID } from '../../scoring/releases/release.js';
import { IsText } from '../edge/query-values.decorator.js';

/** Path parameter: the name of a release. */
export class ReleaseIdRequest {
  @ApiProperty({ type: String, description: 'Name of the release, as in the list', example: '2026-1' })
  @IsText(100)
  readonly id!: string;
}

export class NewReleaseRequest {
  @ApiProperty({
    type: String,
    pattern: RELEASE_ID.source,
    example: '2026-1',
    description: 'Its name, in addresses and citations',
  })
  @Matches(RELEASE_ID, {
    message: 'id must be small letters, digits, full stops and hyphens, at most 40, as in 2026-1',
  })
  @IsText(40)
  readonly id!: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    nullable: true,
    example: '2026-11-23',
    description: 'The day it carries; today (UTC) when absent',
  })
  @IsOptional()
  @IsText(10)
  readonly date?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: LONGEST_NOTE,
    example: 'Household surveys of 2025 are in.',
    description: 'For its readers',
  })
  @IsOptional()
  @IsText(LONGEST_NOTE)
  readonly note?: string | null;
}
