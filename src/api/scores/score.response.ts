import { ApiProperty } from '@nestjs/swagger';
import type { ScoreCertainty } from '../../scoring/uncertainty/score-certainty.js';
import type { IndicatorScore, NodeScore } from '../../scoring/score.js';
import type { ScoredKind } from './nodes.request.js';
import { PageResponse } from '../edge/page.response.js';

/** Score of a node or indicator in an area as of a year, or the reason why there is none. */
export class ScoreResponse {
  @ApiProperty({ type: String, description: 'ISO 3166-1 alpha-3', example: 'KEN' })
  readonly area!: string;

  @ApiProperty({ enum: ['framework', 'principle', 'goal', 'indicator', 'objective', 'commitment', 'issue'] })
  readonly kind!: ScoredKind;

  @ApiProperty({ type: String, example: 'P2' })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: Number, description: 'As of which year', example: 2026 })
  readonly year!: number;

  @ApiProperty({ type: Number, nullable: true, description: '0 to 100; for indicators the level' })
  readonly score!: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why there is no score', example: 'COVERAGE' })
  readonly missing!: string | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Nodes: share (0-1) of the weight that contributed',
  })
  readonly coverage!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Views: the same of all linked indicators' })
  readonly coverageOfLinked!: number | null;

  @ApiProperty({
    enum: ['A', 'B', 'C', 'D'],
    nullable: true,
    description: 'Nodes: confidence grade',
  })
  readonly grade!: string | null;

  @ApiProperty({
    type: Boolean,
    nullable: true,
    description: 'Nodes: the grade is the worse of coverage and age, as no interval is known',
  })
  readonly gradeProvisional!: boolean | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description:
      'Nodes as of the as-of year: lower end of the 90 % interval over the repetitions of the whole calculation; null while it is not known',
  })
  readonly scoreLow!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Median of the repetitions' })
  readonly scoreMedian!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Upper end of the interval' })
  readonly scoreHigh!: number | null;

  @ApiProperty({
    type: Boolean,
    nullable: true,
    description: 'The score lies outside of its own interval: much hangs on missing data',
  })
  readonly outsideInterval!: boolean | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'The framework: rank, where the edition ranks; equal scores share one',
  })
  readonly rank!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Best rank of the 90 % interval' })
  readonly rankLow!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Worst rank of the 90 % interval' })
  readonly rankHigh!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Data revision the interval belongs to' })
  readonly intervalRevision!: number | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Age of the value or mean age of the values, years',
  })
  readonly ageYears!: number | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Indicators with an agreed target',
    example: 'on_track',
  })
  readonly status!: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly statusReason!: string | null;

  @ApiProperty({ enum: ['improving', 'steady', 'declining'], nullable: true })
  readonly direction!: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Points a year' })
  readonly observedPace!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Points a year from base to target' })
  readonly requiredPace!: number | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Indicators: the year of the forecast',
    example: 2030,
  })
  readonly forecastYear!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Points if it goes on as it has, 0 to 100' })
  readonly forecast!: number | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Lower end of the 80 % interval; null below 4 values',
  })
  readonly forecastLow!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Upper end of the 80 % interval' })
  readonly forecastHigh!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'That the agreed target is reached, 0 to 1' })
  readonly targetProbability!: number | null;

  @ApiProperty({ enum: ['very_unlikely', 'unlikely', 'open', 'likely', 'very_likely'], nullable: true })
  readonly likelihood!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Indicators: status by compound annual growth' })
  readonly growthStatus!: string | null;

  @ApiProperty({
    type: Object,
    additionalProperties: { type: 'number' },
    nullable: true,
    description: 'Nodes: shares (0-1) of the weight by status',
    example: { on_track: 0.4, benchmark: 0.25, no_data: 0.35 },
  })
  readonly statusShares!: Readonly<Record<string, number>> | null;

  @ApiProperty({ type: String, nullable: true, description: 'Nodes: why there is no pace' })
  readonly paceReason!: string | null;

  @ApiProperty({ type: Number, nullable: true })
  readonly baseYear!: number | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Indicators: the value the goalposts are applied to',
  })
  readonly value!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Indicators: year of the value' })
  readonly valueYear!: number | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Indicators: id of the observation it stands on',
  })
  readonly observation!: string | null;

  @ApiProperty({ type: [String] })
  readonly flags!: readonly string[];

  @ApiProperty({
    type: String,
    description: 'Where every step to the score is told',
    example: '/api/v1/scores/KEN/P2/explanation?year=2026',
  })
  readonly explanation!: string;
}

export const SCORE_COLUMNS = [
  'area',
  'kind',
  'code',
  'name',
  'year',
  'score',
  'missing',
  'coverage',
  'coverageOfLinked',
  'grade',
  'gradeProvisional',
  'scoreLow',
  'scoreMedian',
  'scoreHigh',
  'outsideInterval',
  'rank',
  'rankLow',
  'rankHigh',
  'intervalRevision',
  'ageYears',
  'status',
  'statusReason',
  'direction',
  'observedPace',
  'requiredPace',
  'forecastYear',
  'forecast',
  'forecastLow',
  'forecastHigh',
  'targetProbability',
  'likelihood',
  'growthStatus',
  'statusShares',
  'paceReason',
  'baseYear',
  'value',
  'valueYear',
  'observation',
  'flags',
  'explanation',
] as const satisfies readonly (keyof ScoreResponse)[];

export class ScoreListResponse extends PageResponse {
  @ApiProperty({ type: Number, description: 'Data revision these stand on' })
  readonly revision!: number;

  @ApiProperty({ type: [ScoreResponse] })
  readonly items!: readonly ScoreResponse[];
}

const NO_FORECAST = {
  forecastYear: null,
  forecast: null,
  forecastLow: null,
  forecastHigh: null,
  targetProbability: null,
  likelihood: null,
} as const;

function forecastFields(forecast: IndicatorScore['forecast']): Pick<ScoreResponse, keyof typeof NO_FORECAST> {
  if (forecast === undefined) return NO_FORECAST;
  return {
    forecastYear: forecast.targetYear,
    forecast: forecast.shown.points,
    forecastLow: forecast.shown.pointsLow ?? null,
    forecastHigh: forecast.shown.pointsHigh ?? null,
    targetProbability: forecast.probability,
    likelihood: forecast.likelihood ?? null,
  };
}

const NO_CERTAINTY = {
  grade: null,
  gradeProvisional: null,
  scoreLow: null,
  scoreMedian: null,
  scoreHigh: null,
  outsideInterval: null,
  rank: null,
  rankLow: null,
  rankHigh: null,
  intervalRevision: null,
} as const;

/** What is known of a node's score beside the score. */
export interface NodeStanding extends ScoreCertainty {
  readonly rank?: number;
  readonly intervalRevision?: number;
}

export function nodeScoreResponse(score: NodeScore, name: string, standing: NodeStanding): ScoreResponse {
  return {
    area: score.area,
    kind: score.kind,
    code: score.code,
    name,
    year: score.asOfYear,
    score: score.score ?? null,
    missing: score.missing ?? null,
    coverage: score.coverage,
    coverageOfLinked: score.coverageOfLinked ?? null,
    ...NO_CERTAINTY,
    ...standing,
    ageYears: score.meanAgeYears ?? null,
    status: null,
    statusReason: null,
    direction: score.pace.direction ?? null,
    observedPace: score.pace.observedPace ?? null,
    requiredPace: null,
    ...NO_FORECAST,
    growthStatus: null,
    statusShares: score.statusShares,
    paceReason: score.pace.reason ?? null,
    baseYear: score.pace.baseYear ?? null,
    value: null,
    valueYear: null,
    observation: null,
    flags: [],
    explanation: explanationOf(score.area, score.code, score.asOfYear),
  };
}

/** @param observation id of the observation the level stands on */
export function indicatorScoreResponse(
  score: IndicatorScore,
  name: string,
  observation: string | undefined,
): ScoreResponse {
  return {
    area: score.area,
    kind: 'indicator',
    code: score.indicator,
    name,
    year: score.asOfYear,
    score: score.level ?? null,
    missing: score.missing ?? null,
    coverage: null,
    coverageOfLinked: null,
    ...NO_CERTAINTY,
    ageYears: score.ageYears ?? null,
    ...progressFields(score),
    ...forecastFields(score.forecast),
    statusShares: null,
    paceReason: null,
    value: score.value ?? null,
    valueYear: score.year ?? null,
    observation: observation ?? null,
    flags: score.flags,
    explanation: explanationOf(score.area, score.indicator, score.asOfYear),
  };
}

type Progress = Pick<
  ScoreResponse,
  'status' | 'statusReason' | 'direction' | 'observedPace' | 'requiredPace' | 'growthStatus' | 'baseYear'
>;

function progressFields({ status, statusReason, direction, pace, growth }: IndicatorScore): Progress {
  return {
    status: status ?? null,
    statusReason: statusReason ?? null,
    direction: direction ?? null,
    observedPace: pace?.observedPace ?? null,
    requiredPace: pace?.requiredPace ?? null,
    growthStatus: growth?.status ?? null,
    baseYear: pace?.baseYear ?? null,
  };
}

function explanationOf(area: string, code: string, year: number): string {
  return `/api/v1/scores/${area}/${encodeURIComponent(code)}/explanation?year=${String(year)}`;
}
