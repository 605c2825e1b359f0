import { ApiProperty } from '@nestjs/swagger';
import { CHART_STATUSES, type StatusSpecification } from '../../charts/chart-specification.js';
import { ChartWordsResponse, chartWordsResponse } from './chart-words.response.js';

const STATUS = { enum: CHART_STATUSES, description: 'Status, or why there is none', example: 'on_track' };

export class StatusNameResponse {
  @ApiProperty(STATUS)
  readonly status!: string;

  @ApiProperty({ type: String, description: 'Its name', example: 'on track' })
  readonly label!: string;
}

export class StatusShareResponse {
  @ApiProperty(STATUS)
  readonly status!: string;

  @ApiProperty({ type: Number, description: 'Share of the weight, 0 to 1', example: 0.25 })
  readonly share!: number;

  @ApiProperty({ type: String, description: 'The share as printed', example: '25%' })
  readonly printed!: string;
}

export class StatusRowResponse {
  @ApiProperty({ type: String, description: 'Code of the principle', example: 'P1' })
  readonly code!: string;

  @ApiProperty({ type: String, description: 'Its name', example: 'Whole and open' })
  readonly label!: string;

  @ApiProperty({ type: [StatusShareResponse], description: 'They add up to 1' })
  readonly shares!: readonly StatusShareResponse[];
}

/** What the chart shows, as plain data. */
export class StatusChartResponse extends ChartWordsResponse {
  @ApiProperty({ enum: ['status'], description: 'Kind of chart', example: 'status' })
  readonly kind!: 'status';

  @ApiProperty({ type: [StatusNameResponse], description: 'Those that occur, in the order they are drawn' })
  readonly statuses!: readonly StatusNameResponse[];

  @ApiProperty({ type: [StatusRowResponse], description: 'One for each principle' })
  readonly rows!: readonly StatusRowResponse[];
}

export function statusChartResponse(chart: StatusSpecification): StatusChartResponse {
  return {
    kind: chart.kind,
    ...chartWordsResponse(chart),
    statuses: chart.statuses.map(({ status, label }) => ({ status, label })),
    rows: chart.rows.map(({ code, label, shares }) => ({
      code,
      label,
      shares: shares.map(({ status, share, printed }) => ({ status, share, printed })),
    })),
  };
}
