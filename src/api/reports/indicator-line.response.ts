import { ApiProperty } from '@nestjs/swagger';
import type { IndicatorLine } from '../../reports/report.js';
import type { Pace } from '../../scoring/score.js';
import { AssessmentResponse, assessmentResponse } from './assessment.response.js';
import { FigureResponse, figureResponse } from './figure.response.js';
import {
  ForecastResponse,
  forecastResponse,
  GrowthResponse,
  growthResponse,
} from '../scores/outlook.response.js';

/** Two-point pace in score points a year. */
export class PaceResponse {
  @ApiProperty({ type: Number, nullable: true })
  readonly baseYear!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Score points in the base year, -100 to 200' })
  readonly baseRaw!: number | null;

  @ApiProperty({ type: Number, nullable: true })
  readonly nowYear!: number | null;

  @ApiProperty({ type: Number, nullable: true })
  readonly nowRaw!: number | null;

  @ApiProperty({ type: Number, nullable: true })
  readonly targetRaw!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Points a year since the base year' })
  readonly observedPace!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Points a year from base to target' })
  readonly requiredPace!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Observed by required pace' })
  readonly paceRatio!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Percent of the way from base to target' })
  readonly shareTravelled!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Percent of the time from base to target' })
  readonly shareExpected!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'How many times faster from now on' })
  readonly acceleration!: number | null;

  @ApiProperty({ type: Number, nullable: true })
  readonly yearsToTarget!: number | null;
}

function paceResponse(pace: Pace): PaceResponse {
  return {
    baseYear: pace.baseYear,
    baseRaw: pace.baseRaw,
    nowYear: pace.nowYear,
    nowRaw: pace.nowRaw,
    targetRaw: pace.targetRaw,
    observedPace: pace.observedPace,
    requiredPace: pace.requiredPace,
    paceRatio: pace.paceRatio,
    shareTravelled: pace.shareTravelled,
    shareExpected: pace.shareExpected,
    acceleration: pace.acceleration,
    yearsToTarget: pace.yearsToTarget,
  };
}

/** One indicator of one area. */
export class IndicatorLineResponse {
  @ApiProperty({ type: String, example: 'UI_NETUSE' })
  readonly indicator!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: String })
  readonly unit!: string;

  @ApiProperty({ type: String })
  readonly goal!: string;

  @ApiProperty({ enum: ['core', 'extended'] })
  readonly tier!: string;

  @ApiProperty({ type: Number, nullable: true, description: 'The value the goalposts are applied to' })
  readonly value!: number | null;

  @ApiProperty({ type: Number, nullable: true })
  readonly year!: number | null;

  @ApiProperty({ type: Number, nullable: true })
  readonly ageYears!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: '0 to 100' })
  readonly level!: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why there is no level', example: 'STALE' })
  readonly missing!: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Only targets that somebody agreed' })
  readonly target!: number | null;

  @ApiProperty({ type: Number, nullable: true })
  readonly targetYear!: number | null;

  @ApiProperty({ type: String, nullable: true })
  readonly targetBasis!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Only where a target was agreed',
    example: 'on_track',
  })
  readonly status!: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly statusReason!: string | null;

  @ApiProperty({ enum: ['improving', 'steady', 'declining'], nullable: true })
  readonly direction!: string | null;

  @ApiProperty({ type: PaceResponse, nullable: true })
  readonly pace!: PaceResponse | null;

  @ApiProperty({ type: ForecastResponse, nullable: true })
  readonly forecast!: ForecastResponse | null;

  @ApiProperty({ type: GrowthResponse, nullable: true })
  readonly growth!: GrowthResponse | null;

  @ApiProperty({ type: [String] })
  readonly flags!: readonly string[];

  @ApiProperty({ type: FigureResponse, nullable: true })
  readonly figure!: FigureResponse | null;

  @ApiProperty({ type: [FigureResponse], description: 'Figures that stand beside it and were not used' })
  readonly alternatives!: readonly FigureResponse[];

  @ApiProperty({
    type: AssessmentResponse,
    nullable: true,
    description: 'Only where communities assess on the ladder',
  })
  readonly assessment!: AssessmentResponse | null;
}

export function indicatorLineResponse(line: IndicatorLine): IndicatorLineResponse {
  return {
    indicator: line.indicator,
    name: line.name,
    unit: line.unit,
    goal: line.goal,
    tier: line.tier,
    value: line.value ?? null,
    year: line.year ?? null,
    ageYears: line.ageYears ?? null,
    level: line.level ?? null,
    missing: line.missing ?? null,
    target: line.target ?? null,
    targetYear: line.targetYear ?? null,
    targetBasis: line.targetBasis ?? null,
    status: line.status ?? null,
    statusReason: line.statusReason ?? null,
    direction: line.direction ?? null,
    pace: toldOrNull(line.pace, paceResponse),
    forecast: toldOrNull(line.forecast, forecastResponse),
    growth: toldOrNull(line.growth, growthResponse),
    flags: line.flags,
    figure: toldOrNull(line.figure, figureResponse),
    alternatives: line.alternatives.map(figureResponse),
    assessment: toldOrNull(line.assessment, assessmentResponse),
  };
}

function toldOrNull<T, R>(part: T | undefined, told: (part: T) => R): R | null {
  return part === undefined ? null : told(part);
}
