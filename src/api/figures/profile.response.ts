import { ApiProperty } from '@nestjs/swagger';
import type { ProfileSpecification } from '../../charts/chart-specification.js';
import { ChartWordsResponse, chartWordsResponse } from './chart-words.response.js';

export class ProfileRowResponse {
  @ApiProperty({ type: String, description: 'Code of the principle', example: 'P1' })
  readonly code!: string;

  @ApiProperty({ type: String, description: 'Its name', example: 'Whole and open' })
  readonly label!: string;

  @ApiProperty({ type: Number, nullable: true, description: 'Its score, 0 to 100', example: 62.4 })
  readonly value!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Lower end of the 90 % interval', example: 58.1 })
  readonly low!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Upper end of the 90 % interval', example: 66 })
  readonly high!: number | null;

  @ApiProperty({ type: String, description: 'The figure as printed', example: '62.4 (58.1 to 66.0)' })
  readonly printed!: string;

  @ApiProperty({ type: [Number], description: 'Scores of the other countries of its group', example: [48.2] })
  readonly peers!: readonly number[];
}

/** What the chart shows, as plain data. */
export class ProfileChartResponse extends ChartWordsResponse {
  @ApiProperty({ enum: ['profile'], description: 'Kind of chart', example: 'profile' })
  readonly kind!: 'profile';

  @ApiProperty({ type: [ProfileRowResponse], description: 'One for each principle' })
  readonly rows!: readonly ProfileRowResponse[];

  @ApiProperty({ type: String, nullable: true, description: 'What the band is', example: '90 % range' })
  readonly rangeLabel!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Who the peers are', example: 'other countries' })
  readonly peersLabel!: string | null;
}

export function profileChartResponse(chart: ProfileSpecification): ProfileChartResponse {
  return {
    kind: chart.kind,
    ...chartWordsResponse(chart),
    rows: chart.rows.map(({ code, label, value = null, low = null, high = null, printed, peers }) => ({
      ...{ code, label, value, low, high, printed, peers },
    })),
    rangeLabel: chart.rangeLabel ?? null,
    peersLabel: chart.peersLabel ?? null,
  };
}
