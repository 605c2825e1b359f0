import { ApiProperty } from '@nestjs/swagger';
import type { Distribution, ReportHead } from '../../reports/report.js';

/** What every report starts with. */
export class ReportHeadResponse {
  @ApiProperty({ type: String, example: 'iww' })
  readonly framework!: string;

  @ApiProperty({ type: String, example: '2026' })
  readonly edition!: string;

  @ApiProperty({ type: String, example: '1.0' })
  readonly methodVersion!: string;

  @ApiProperty({ type: Number, example: 2026 })
  readonly asOfYear!: number;

  @ApiProperty({ type: Number, description: 'Data revision' })
  readonly revision!: number;
}

export function reportHeadResponse(head: ReportHead): ReportHeadResponse {
  const { framework, edition, methodVersion, asOfYear, revision } = head;
  return { framework, edition, methodVersion, asOfYear, revision };
}

export class GroupResponse {
  @ApiProperty({ type: String, example: 'WORLD' })
  readonly code!: string;

  @ApiProperty({ enum: ['world', 'un_regional_group', 'income_group'] })
  readonly kind!: string;

  @ApiProperty({ type: String })
  readonly name!: string;
}

/** How the countries of a group lie. */
export class DistributionResponse {
  @ApiProperty({ type: GroupResponse })
  readonly group!: GroupResponse;

  @ApiProperty({ type: Number })
  readonly members!: number;

  @ApiProperty({ type: Number })
  readonly withScore!: number;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Middle country; null with fewer than five scores',
  })
  readonly median!: number | null;

  @ApiProperty({ type: Number, nullable: true })
  readonly lowerQuartile!: number | null;

  @ApiProperty({ type: Number, nullable: true })
  readonly upperQuartile!: number | null;

  @ApiProperty({ type: Number })
  readonly improving!: number;

  @ApiProperty({ type: Number })
  readonly steady!: number;

  @ApiProperty({ type: Number })
  readonly declining!: number;
}

export function distributionResponse(distribution: Distribution): DistributionResponse {
  const { group, members, withScore, improving, steady, declining } = distribution;
  return {
    group: { code: group.code, kind: group.kind, name: group.name },
    members,
    withScore,
    median: distribution.median ?? null,
    lowerQuartile: distribution.lowerQuartile ?? null,
    upperQuartile: distribution.upperQuartile ?? null,
    improving,
    steady,
    declining,
  };
}
