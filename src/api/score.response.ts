import { ApiProperty } from '@nestjs/swagger';
import type { IndicatorScore, NodeScore } from '../scoring/score.js';
import type { ScoredKind } from './scores.request.js';

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
    description: 'Nodes: provisional confidence grade',
  })
  readonly grade!: string | null;

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
  'ageYears',
  'status',
  'statusReason',
  'direction',
  'observedPace',
  'requiredPace',
  'paceReason',
  'baseYear',
  'value',
  'valueYear',
  'observation',
  'flags',
] as const satisfies readonly (keyof ScoreResponse)[];

export class ScoreListResponse {
  @ApiProperty({ type: Number, description: 'Data revision these stand on' })
  readonly revision!: number;

  @ApiProperty({ type: [ScoreResponse] })
  readonly items!: readonly ScoreResponse[];

  @ApiProperty({ type: String, nullable: true, description: 'Cursor of the next page; null on the last' })
  readonly next!: string | null;
}

export function nodeScoreResponse(score: NodeScore, name: string): ScoreResponse {
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
    grade: score.grade ?? null,
    ageYears: score.meanAgeYears ?? null,
    status: null,
    statusReason: null,
    direction: score.pace.direction ?? null,
    observedPace: score.pace.observedPace ?? null,
    requiredPace: null,
    paceReason: score.pace.reason ?? null,
    baseYear: score.pace.baseYear ?? null,
    value: null,
    valueYear: null,
    observation: null,
    flags: [],
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
    grade: null,
    ageYears: score.ageYears ?? null,
    status: score.status ?? null,
    statusReason: score.statusReason ?? null,
    direction: score.direction ?? null,
    observedPace: score.pace?.observedPace ?? null,
    requiredPace: score.pace?.requiredPace ?? null,
    paceReason: null,
    baseYear: score.pace?.baseYear ?? null,
    value: score.value ?? null,
    valueYear: score.year ?? null,
    observation: observation ?? null,
    flags: score.flags,
  };
}
