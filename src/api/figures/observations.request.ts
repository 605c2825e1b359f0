import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { FIGURE_STATUSES, type FigureStatus } from '../../submissions/checking/figure-status.js';
import { AsOfParameter, IsAsOf, ReleaseParameter } from '../edge/moment.request.js';
import { PageRequest } from '../edge/page.request.js';
import { CodeList, IsText, IsYears, IsYesOrNo } from '../edge/query-values.decorator.js';

export class ObservationsRequest extends PageRequest {
  @ApiPropertyOptional({
    type: [String],
    example: ['KEN', 'BRA'],
    description: 'ISO 3166-1 alpha-3, or codes of groups',
  })
  @CodeList()
  readonly area?: readonly string[];

  @ApiPropertyOptional({ type: [String], example: ['UI_NETUSE'] })
  @CodeList()
  readonly indicator?: readonly string[];

  @ApiPropertyOptional({ type: [String], example: ['ACCESS'], description: 'Indicators of these issues' })
  @CodeList()
  readonly issue?: readonly string[];

  @ApiPropertyOptional({
    type: [String],
    example: ['GDC-11b'],
    description: 'Indicators linked to these commitments',
  })
  @CodeList()
  readonly commitment?: readonly string[];

  @ApiPropertyOptional({
    type: String,
    example: '2015..2024',
    description: 'A year, or a first and a last one',
  })
  @IsYears()
  readonly year?: string;

  @ApiPropertyOptional({
    type: [String],
    enum: FIGURE_STATUSES,
    example: ['normal', 'estimated'],
    description: 'Nature of the figure',
  })
  @IsIn(FIGURE_STATUSES, { each: true })
  @CodeList()
  readonly status?: readonly FigureStatus[];

  @ApiPropertyOptional({
    type: Boolean,
    example: true,
    description: 'Only the newest year of each area and indicator among what the other filters leave',
  })
  @IsYesOrNo()
  readonly latest?: string;

  @ApiPropertyOptional({
    type: String,
    example: 'published-figures',
    description: 'Code of the community that sent them',
  })
  @IsOptional()
  @IsText(100)
  readonly community?: string;

  @AsOfParameter()
  readonly asOf?: string;

  @ApiPropertyOptional({
    type: String,
    example: '2026-11-01T00:00:00Z',
    description:
      'What changed since a data revision or moment (RFC 3339): figures that came after it, and figures that have ' +
      'ended since, with `revisionTo`. Not together with `latest` or `release`',
  })
  @IsAsOf()
  readonly updatedSince?: string;

  @ReleaseParameter()
  readonly release?: string;
}
