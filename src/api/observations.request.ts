import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsArray, IsBooleanString, IsIn, IsOptional, IsString, Matches } from 'class-validator';
import { FIGURE_STATUSES, type FigureStatus } from '../submissions/figure-status.js';
import { PageRequest } from './page.request.js';
import { CodeList, YEARS } from './query-values.js';

/** A data revision, or a moment with its offset from UTC. Source: RFC 3339. */
export const AS_OF = /^(\d{1,9}|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d))$/;

export class ObservationsRequest extends PageRequest {
  @ApiPropertyOptional({
    type: [String],
    example: ['KEN', 'BRA'],
    description: 'ISO 3166-1 alpha-3, or codes of groups',
  })
  @IsOptional()
  @CodeList()
  @IsString({ each: true })
  @IsArray()
  readonly area?: readonly string[];

  @ApiPropertyOptional({ type: [String], example: ['UI_NETUSE'] })
  @IsOptional()
  @CodeList()
  @IsString({ each: true })
  @IsArray()
  readonly indicator?: readonly string[];

  @ApiPropertyOptional({ type: [String], example: ['ACCESS'], description: 'Indicators of these issues' })
  @IsOptional()
  @CodeList()
  @IsString({ each: true })
  @IsArray()
  readonly issue?: readonly string[];

  @ApiPropertyOptional({
    type: [String],
    example: ['GDC-11b'],
    description: 'Indicators linked to these commitments',
  })
  @IsOptional()
  @CodeList()
  @IsString({ each: true })
  @IsArray()
  readonly commitment?: readonly string[];

  @ApiPropertyOptional({
    type: String,
    example: '2015..2024',
    description: 'A year, or a first and a last one',
  })
  @IsOptional()
  @Matches(YEARS)
  readonly year?: string;

  @ApiPropertyOptional({
    type: [String],
    enum: FIGURE_STATUSES,
    example: ['normal', 'estimated'],
    description: 'Nature of the figure',
  })
  @IsOptional()
  @CodeList()
  @IsIn(FIGURE_STATUSES, { each: true })
  @IsArray()
  readonly status?: readonly FigureStatus[];

  @ApiPropertyOptional({
    type: Boolean,
    example: true,
    description: 'Only the newest year of each area and indicator among what the other filters leave',
  })
  @IsOptional()
  @IsBooleanString()
  readonly latest?: string;

  @ApiPropertyOptional({
    type: String,
    example: 'published-figures',
    description: 'Code of the community that sent them',
  })
  @IsOptional()
  @IsString()
  readonly community?: string;

  @ApiPropertyOptional({
    type: String,
    example: '2026-11-01T00:00:00Z',
    description: 'As they were at a data revision or moment (RFC 3339)',
  })
  @IsOptional()
  @Matches(AS_OF)
  readonly asOf?: string;
}
