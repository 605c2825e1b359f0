import { ApiProperty } from '@nestjs/swagger';
import type { NodeLine } from '../../reports/report.js';
import type { NodeSegment } from '../../scoring/score.js';

export class NamedCodeResponse {
  @ApiProperty({ type: String })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly name!: string;
}

export class ContributionResponse extends NamedCodeResponse {
  @ApiProperty({ type: Number, description: 'Weight among those that contribute; they sum to 1' })
  readonly share!: number;

  @ApiProperty({ type: Number, description: '0 to 100' })
  readonly score!: number;

  @ApiProperty({ type: Number, description: 'Points of the node’s score; they sum to it' })
  readonly points!: number;
}

/** One node of one area: a principle, goal, commitment, objective or issue. */
export class NodeLineResponse {
  @ApiProperty({ enum: ['framework', 'principle', 'goal', 'objective', 'commitment', 'issue'] })
  readonly kind!: string;

  @ApiProperty({ type: String, example: 'P2' })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: Number, nullable: true, description: '0 to 100' })
  readonly score!: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why there is no score', example: 'COVERAGE' })
  readonly missing!: string | null;

  @ApiProperty({ type: Number, description: 'Share (0-1) of the weight that contributed' })
  readonly coverage!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'Views: the same of all linked indicators' })
  readonly coverageOfLinked!: number | null;

  @ApiProperty({ enum: ['A', 'B', 'C', 'D'], nullable: true, description: 'Confidence grade' })
  readonly grade!: string | null;

  @ApiProperty({ type: Boolean, nullable: true, description: 'The interval is not known yet' })
  readonly gradeProvisional!: boolean | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Lower end of the 90 % interval; null while it is not known',
  })
  readonly scoreLow!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Upper end of the 90 % interval' })
  readonly scoreHigh!: number | null;

  @ApiProperty({ type: Boolean, nullable: true, description: 'The score lies outside of its own interval' })
  readonly outsideInterval!: boolean | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Mean age of the values, years' })
  readonly meanAgeYears!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Points a year' })
  readonly observedPace!: number | null;

  @ApiProperty({ enum: ['improving', 'steady', 'declining'], nullable: true })
  readonly direction!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why there is no pace', example: 'NO_BASELINE' })
  readonly paceReason!: string | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Mean base year of the indicators; seldom whole',
  })
  readonly baseYear!: number | null;

  @ApiProperty({ type: [NamedCodeResponse], description: 'What counts and has no score' })
  readonly unavailable!: readonly NamedCodeResponse[];

  @ApiProperty({ type: [ContributionResponse] })
  readonly contributions!: readonly ContributionResponse[];

  @ApiProperty({
    type: Object,
    additionalProperties: { type: 'number' },
    description: 'Shares (0-1) of the weight by status',
    example: { on_track: 0.4, benchmark: 0.25, no_data: 0.35 },
  })
  readonly statusShares!: Readonly<Record<string, number>>;
}

export function nodeLineResponse(line: NodeLine): NodeLineResponse {
  return {
    kind: line.kind,
    code: line.code,
    name: line.name,
    score: line.score ?? null,
    missing: line.missing ?? null,
    coverage: line.coverage,
    coverageOfLinked: line.coverageOfLinked ?? null,
    grade: line.grade ?? null,
    gradeProvisional: line.gradeProvisional ?? null,
    scoreLow: line.scoreLow ?? null,
    scoreHigh: line.scoreHigh ?? null,
    outsideInterval: line.outsideInterval ?? null,
    meanAgeYears: line.meanAgeYears ?? null,
    observedPace: line.observedPace ?? null,
    direction: line.direction ?? null,
    paceReason: line.paceReason ?? null,
    baseYear: line.baseYear ?? null,
    unavailable: line.unavailable.map(({ code, name }) => ({ code, name })),
    contributions: line.contributions.map(({ code, name, share, score, points }) => ({
      code,
      name,
      share,
      score,
      points,
    })),
    statusShares: line.statusShares,
  };
}

export class YearScoreResponse {
  @ApiProperty({ type: Number })
  readonly year!: number;

  @ApiProperty({ type: Number })
  readonly score!: number;
}

/** A run of years over which a score is comparable with itself. */
export class SegmentResponse {
  @ApiProperty({ type: [YearScoreResponse] })
  readonly points!: readonly YearScoreResponse[];

  @ApiProperty({
    type: [String],
    description: 'Indicators and editions it stands on',
    example: ['UI_NETUSE 2026'],
  })
  readonly basis!: readonly string[];

  @ApiProperty({ enum: ['INDICATORS_CHANGED', 'EDITION_CHANGED', 'GAP'], nullable: true })
  readonly brokenBecause!: string | null;
}

export function segmentResponse({ points, basis, brokenBecause }: NodeSegment): SegmentResponse {
  return {
    points: points.map(({ year, score }) => ({ year, score })),
    basis,
    brokenBecause: brokenBecause ?? null,
  };
}
