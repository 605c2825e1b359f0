import { ApiProperty } from '@nestjs/swagger';
import type { MapSpecification, MapYear } from '../../charts/chart-specification.js';
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

export class MapYearResponse {
  @ApiProperty({ type: Number, description: 'As of which year', example: 2020 })
  readonly year!: number;

  @ApiProperty({
    type: String,
    description: 'What is seen in that year',
    example: 'In 2020 half of them have 69.6 or more',
  })
  readonly title!: string;

  @ApiProperty({
    type: String,
    description: 'The same for those who cannot see it',
    example: '186 of 194 have a level.',
  })
  readonly summary!: string;

  @ApiProperty({
    type: 'array',
    items: { type: 'integer', nullable: true },
    description: 'Position of the band of each country, in the order of `areas`; null without a figure',
    example: [3, null, 4],
  })
  readonly bands!: readonly (number | null)[];

  @ApiProperty({
    type: [String],
    description: 'The figure of each country as printed, in the same order',
    example: ['62.4', '', '88.0'],
  })
  readonly printed!: readonly string[];
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

  @ApiProperty({
    type: [MapYearResponse],
    nullable: true,
    description: 'With `years=all`: every year in which a country has a figure, oldest first; null else',
    example: null,
  })
  readonly years!: readonly MapYearResponse[] | null;
}

export function mapChartResponse(chart: MapSpecification, years?: readonly MapYear[]): MapChartResponse {
  return {
    kind: chart.kind,
    ...chartWordsResponse(chart),
    year: chart.year,
    areas: chart.areas.map(({ area, m49, name, value = null, printed }) => ({
      ...{ area, m49, name, value, printed },
    })),
    bands: chart.bands.map(({ from, to, label }) => ({ from, to, label })),
    noDataLabel: chart.noDataLabel,
    years: years?.map(mapYearResponse) ?? null,
  };
}

function mapYearResponse({ year, title, summary, bands, printed }: MapYear): MapYearResponse {
  return { year, title, summary, bands: bands.map((band) => band ?? null), printed };
}
