import { ApiProperty } from '@nestjs/swagger';
import type { DistributionSpecification } from '../../charts/chart-specification.js';
import { ChartWordsResponse, chartWordsResponse } from './chart-words.response.js';

export class PlacedAreaResponse {
  @ApiProperty({ type: String, description: 'ISO 3166-1 alpha-3', example: 'KEN' })
  readonly area!: string;

  @ApiProperty({ type: String, description: 'Name of the country', example: 'Kenya' })
  readonly name!: string;

  @ApiProperty({ type: Number, description: 'Its level or score, 0 to 100', example: 62.4 })
  readonly value!: number;

  @ApiProperty({ type: String, description: 'The figure as printed', example: '62.4' })
  readonly printed!: string;

  @ApiProperty({ type: Boolean, description: 'Whether it is marked', example: true })
  readonly chosen!: boolean;
}

export class MiddleResponse {
  @ApiProperty({ type: Number, description: 'Level at the middle country', example: 55.1 })
  readonly median!: number;

  @ApiProperty({ type: Number, description: 'Lower end of the middle half', example: 40.2 })
  readonly low!: number;

  @ApiProperty({ type: Number, description: 'Upper end of the middle half', example: 66.9 })
  readonly high!: number;

  @ApiProperty({ type: String, description: 'What is shaded', example: 'middle half of the countries' })
  readonly label!: string;
}

/** What the chart shows, as plain data. */
export class DistributionChartResponse extends ChartWordsResponse {
  @ApiProperty({ enum: ['distribution'], description: 'Kind of chart', example: 'distribution' })
  readonly kind!: 'distribution';

  @ApiProperty({
    type: [PlacedAreaResponse],
    description: 'Countries with a level, in the order of the catalogue',
  })
  readonly areas!: readonly PlacedAreaResponse[];

  @ApiProperty({ type: MiddleResponse, nullable: true, description: 'Null with fewer than five levels' })
  readonly middle!: MiddleResponse | null;
}

export function distributionChartResponse(chart: DistributionSpecification): DistributionChartResponse {
  const { middle } = chart;
  return {
    kind: chart.kind,
    ...chartWordsResponse(chart),
    areas: chart.areas.map(({ area, name, value, printed, chosen }) => ({
      ...{ area, name, value, printed, chosen },
    })),
    middle:
      middle === undefined
        ? null
        : { median: middle.median, low: middle.low, high: middle.high, label: middle.label },
  };
}
