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

export class TrendForecastResponse {
  @ApiProperty({ type: TrendPointResponse })
  readonly from!: TrendPointResponse;

  @ApiProperty({ type: TrendPointResponse })
  readonly to!: TrendPointResponse;

  @ApiProperty({ type: Number, nullable: true, description: 'Lower end of the 80 % interval', example: 52.1 })
  readonly low!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Upper end of the 80 % interval', example: 80.3 })
  readonly high!: number | null;

  @ApiProperty({ type: String })
  readonly label!: string;
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

  @ApiProperty({
    type: TrendForecastResponse,
    nullable: true,
    description: 'Where it leads if it goes on as it has',
  })
  readonly forecast!: TrendForecastResponse | null;

  @ApiProperty({ type: [String] })
  readonly notes!: readonly string[];

  @ApiProperty({ enum: ['trend'], description: 'Kind of chart', example: 'trend' })
  readonly kind!: 'trend';
}

export function trendResponse(trend: TrendSpecification): TrendResponse {
  const { target, requiredPath, yRange, forecast } = trend;
  return {
    kind: trend.kind,
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
    forecast:
      forecast === undefined
        ? null
        : {
            from: trendPoint(forecast.from),
            to: trendPoint(forecast.to),
            low: forecast.low ?? null,
            high: forecast.high ?? null,
            label: forecast.label,
          },
    notes: trend.notes,
  };
}

function trendPoint({ year, value }: TrendPoint): TrendPointResponse {
  return { year, value };
}
