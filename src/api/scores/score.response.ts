import { ApiProperty } from '@nestjs/swagger';
import { STAKEHOLDER_GROUPS } from '../../catalogue/stakeholder-group.js';
import { SCORED_KINDS, type ScoredKind } from './nodes.request.js';
import { PageResponse } from '../edge/page.response.js';

/** Score of a node or indicator in an area as of a year, or the reason why there is none. */
export class ScoreResponse {
  @ApiProperty({ type: String, description: 'ISO 3166-1 alpha-3', example: 'KEN' })
  readonly area!: string;

  @ApiProperty({ enum: SCORED_KINDS })
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

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Indicators on the ladder: communities that assessed it',
    example: 3,
  })
  readonly assessments!: number | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Levels between the highest and the lowest of them',
    example: 3,
  })
  readonly spread!: number | null;

  @ApiProperty({
    type: Boolean,
    nullable: true,
    description: 'They lie as far apart as the catalogue calls disputed, or further',
    example: true,
  })
  readonly disputed!: boolean | null;

  @ApiProperty({
    enum: [...STAKEHOLDER_GROUPS],
    isArray: true,
    nullable: true,
    description: 'Stakeholder groups that took part',
    example: ['civil_society', 'government'],
  })
  readonly groups!: readonly string[] | null;

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
  'assessments',
  'spread',
  'disputed',
  'groups',
  'flags',
  'explanation',
] as const satisfies readonly (keyof ScoreResponse)[];

export class ScoreListResponse extends PageResponse {
  @ApiProperty({ type: Number, description: 'Data revision these stand on' })
  readonly revision!: number;

  @ApiProperty({ type: [ScoreResponse] })
  readonly items!: readonly ScoreResponse[];
}
