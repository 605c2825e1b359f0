import { ApiProperty } from '@nestjs/swagger';
import type { MapSpecification } from '../../charts/chart-specification.js';
import { ChartWordsResponse, chartWordsResponse } from './chart-words.response.js';

export class MapAreaResponse {
  @ApiProperty({ type: String, description: 'ISO 3166-1 alpha-3', example: 'KEN' })
  readonly area!: string;

  @ApiProperty({ type: String, description: 'UN M49 code, three digits', example: '404' })
  readonly m49!: string;

  @ApiProperty({ type: String, description: 'Name of the country', example: 'Kenya' })
  readonly name!: string;

  @ApiProperty({ type: Number, nullable: true, description: 'Its level or score, 0 to 100', example: 62.4 })
  readonly value!: number | null;

  @ApiProperty({ type: String, description: 'The figure as printed', example: '62.4' })
  readonly printed!: string;
}

export class MapBandResponse {
  @ApiProperty({ type: Number, description: 'Belongs to the band', example: 60 })
  readonly from!: number;

  @ApiProperty({ type: Number, description: 'Belongs to the next band; 100 to the last', example: 80 })
  readonly to!: number;

  @ApiProperty({ type: String, description: 'Its name', example: '60 to below 80' })
  readonly label!: string;
}

/** What the map shows, as plain data. */
export class MapChartResponse extends ChartWordsResponse {
  @ApiProperty({ enum: ['map'], description: 'Kind of chart', example: 'map' })
  readonly kind!: 'map';

  @ApiProperty({ type: Number, description: 'As of which year', example: 2026 })
  readonly year!: number;

  @ApiProperty({
    type: [MapAreaResponse],
    description: 'All scored countries, in the order of the catalogue',
  })
  readonly areas!: readonly MapAreaResponse[];

  @ApiProperty({ type: [MapBandResponse], description: 'From the lowest to the highest' })
  readonly bands!: readonly MapBandResponse[];

  @ApiProperty({ type: String, description: 'What hatching means', example: 'no current figure' })
  readonly noDataLabel!: string;
}

export function mapChartResponse(chart: MapSpecification): MapChartResponse {
  return {
    kind: chart.kind,
    ...chartWordsResponse(chart),
    year: chart.year,
    areas: chart.areas.map(({ area, m49, name, value = null, printed }) => ({
      ...{ area, m49, name, value, printed },
    })),
    bands: chart.bands.map(({ from, to, label }) => ({ from, to, label })),
    noDataLabel: chart.noDataLabel,
  };
}
