import { ApiProperty } from '@nestjs/swagger';
import type { Growth, IndicatorForecast } from '../../scoring/score.js';

/** Where an indicator will stand in its target year if it goes on as it has. */
export class ForecastResponse {
  @ApiProperty({ type: Number, example: 2030 })
  readonly targetYear!: number;

  @ApiProperty({ type: Number, description: 'Values it rests on; weak evidence below 4' })
  readonly n!: number;

  @ApiProperty({ type: Number, description: 'Points, held between 0 and 100' })
  readonly points!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'Lower end of the 80 % interval' })
  readonly pointsLow!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Upper end of the 80 % interval' })
  readonly pointsHigh!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'The same in the unit of the indicator' })
  readonly value!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'The value at the lower end of the points' })
  readonly valueLow!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'The value at the upper end of the points' })
  readonly valueHigh!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'That the agreed target is reached, 0 to 1' })
  readonly probability!: number | null;

  @ApiProperty({ enum: ['very_unlikely', 'unlikely', 'open', 'likely', 'very_likely'], nullable: true })
  readonly likelihood!: string | null;
}

export function forecastResponse(forecast: IndicatorForecast): ForecastResponse {
  const { targetYear, n, shown, probability, likelihood } = forecast;
  return {
    targetYear,
    n,
    points: shown.points,
    pointsLow: shown.pointsLow ?? null,
    pointsHigh: shown.pointsHigh ?? null,
    value: shown.value ?? null,
    valueLow: shown.valueLow ?? null,
    valueHigh: shown.valueHigh ?? null,
    probability,
    likelihood: likelihood ?? null,
  };
}

/** Progress judged by compound annual growth, beside the method's own status. */
export class GrowthResponse {
  @ApiProperty({ type: String, example: 'on_track' })
  readonly status!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Why it cannot be judged',
    example: 'SIGN_OR_ZERO',
  })
  readonly reason!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'In the words of the method of growth' })
  readonly category!: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'A year, as a share: 0.02 is 2 %' })
  readonly observedGrowth!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'A year from base to target, as a share' })
  readonly requiredGrowth!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Observed by required' })
  readonly ratio!: number | null;
}

export function growthResponse(growth: Growth): GrowthResponse {
  const { status, reason, category, observedGrowth, requiredGrowth, ratio } = growth;
  return { status, reason, category, observedGrowth, requiredGrowth, ratio };
}
