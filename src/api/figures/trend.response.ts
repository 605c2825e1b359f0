import { ApiProperty } from '@nestjs/swagger';
import type { TrendPoint, TrendSpecification } from '../../charts/trend-specification.js';

export class TrendPointResponse {
  @ApiProperty({ type: Number })
  readonly year!: number;

  @ApiProperty({ type: Number })
  readonly value!: number;
}

export class TrendMarkResponse extends TrendPointResponse {
  @ApiProperty({ enum: ['observed', 'carried_forward', 'doubtful'] })
  readonly kind!: string;
}

export class TrendSegmentResponse {
  @ApiProperty({ type: String })
  readonly label!: string;

  @ApiProperty({ type: [TrendMarkResponse] })
  readonly points!: readonly TrendMarkResponse[];
}

export class TrendTargetResponse extends TrendPointResponse {
  @ApiProperty({ type: String })
  readonly label!: string;
}

export class TrendPathResponse {
  @ApiProperty({ type: TrendPointResponse })
  readonly from!: TrendPointResponse;

  @ApiProperty({ type: TrendPointResponse })
  readonly to!: TrendPointResponse;

  @ApiProperty({ type: String })
  readonly label!: string;
}

export class TrendRangeResponse {
  @ApiProperty({ type: Number })
  readonly low!: number;

  @ApiProperty({ type: Number })
  readonly high!: number;
}

/** What the chart shows, as plain data. */
export class TrendResponse {
  @ApiProperty({ type: String })
  readonly title!: string;

  @ApiProperty({ type: String })
  readonly summary!: string;

  @ApiProperty({ type: String })
  readonly unit!: string;

  @ApiProperty({ type: Number })
  readonly firstYear!: number;

  @ApiProperty({ type: Number })
  readonly lastYear!: number;

  @ApiProperty({ type: TrendRangeResponse, nullable: true })
  readonly yRange!: TrendRangeResponse | null;

  @ApiProperty({ type: [TrendSegmentResponse], description: 'Comparable runs; the line breaks between them' })
  readonly segments!: readonly TrendSegmentResponse[];

  @ApiProperty({ type: TrendTargetResponse, nullable: true })
  readonly target!: TrendTargetResponse | null;

  @ApiProperty({ type: TrendPathResponse, nullable: true })
  readonly requiredPath!: TrendPathResponse | null;

  @ApiProperty({ type: [String] })
  readonly notes!: readonly string[];
}

export function trendResponse(trend: TrendSpecification): TrendResponse {
  const { target, requiredPath, yRange } = trend;
  return {
    title: trend.title,
    summary: trend.summary,
    unit: trend.unit,
    firstYear: trend.firstYear,
    lastYear: trend.lastYear,
    yRange: yRange === undefined ? null : { low: yRange.low, high: yRange.high },
    segments: trend.segments.map(({ label, points }) => ({
      label,
      points: points.map((point) => ({ ...trendPoint(point), kind: point.kind })),
    })),
    target: target === undefined ? null : { ...trendPoint(target), label: target.label },
    requiredPath:
      requiredPath === undefined
        ? null
        : { from: trendPoint(requiredPath.from), to: trendPoint(requiredPath.to), label: requiredPath.label },
    notes: trend.notes,
  };
}

function trendPoint({ year, value }: TrendPoint): TrendPointResponse {
  return { year, value };
}
