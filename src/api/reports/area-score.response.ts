import { ApiProperty } from '@nestjs/swagger';
import type { AreaScore, IndicatorSummary } from '../../reports/report.js';

/** Where one area stands on a node. */
export class AreaScoreResponse {
  @ApiProperty({ type: String, example: 'KEN' })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: Number, nullable: true })
  readonly score!: number | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Lower end of the 90 % interval; null while it is not known',
  })
  readonly scoreLow!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Upper end of the 90 % interval' })
  readonly scoreHigh!: number | null;

  @ApiProperty({ type: String, nullable: true })
  readonly missing!: string | null;

  @ApiProperty({ type: Number })
  readonly coverage!: number;

  @ApiProperty({ enum: ['improving', 'steady', 'declining'], nullable: true })
  readonly direction!: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Mean age of the values, years' })
  readonly meanAgeYears!: number | null;
}

export function areaScoreResponse(area: AreaScore): AreaScoreResponse {
  return {
    code: area.code,
    name: area.name,
    score: area.score ?? null,
    scoreLow: area.scoreLow ?? null,
    scoreHigh: area.scoreHigh ?? null,
    missing: area.missing ?? null,
    coverage: area.coverage,
    direction: area.direction ?? null,
    meanAgeYears: area.meanAgeYears ?? null,
  };
}

/** What is known of an indicator over all areas. */
export class IndicatorSummaryResponse {
  @ApiProperty({ type: String })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: String })
  readonly unit!: string;

  @ApiProperty({ type: Boolean, description: 'Whether it counts in the views of this edition' })
  readonly live!: boolean;

  @ApiProperty({ type: Number })
  readonly areasWithLevel!: number;

  @ApiProperty({ type: Number, nullable: true })
  readonly medianLevel!: number | null;
}

export function indicatorSummaryResponse(indicator: IndicatorSummary): IndicatorSummaryResponse {
  return {
    code: indicator.code,
    name: indicator.name,
    unit: indicator.unit,
    live: indicator.live,
    areasWithLevel: indicator.areasWithLevel,
    medianLevel: indicator.medianLevel ?? null,
  };
}
