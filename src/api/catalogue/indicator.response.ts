import { ApiProperty } from '@nestjs/swagger';
import type { Indicator, LadderExample } from '../../catalogue/catalogue.js';

export class LadderExampleResponse {
  @ApiProperty({ type: Number, description: 'Level on the ladder', example: 3, minimum: 0 })
  readonly level!: number;

  @ApiProperty({
    type: String,
    description: 'What that level may look like, of no country in particular',
    example: 'A youth council on digital policy has been announced.',
  })
  readonly example!: string;
}

export class IndicatorResponse {
  @ApiProperty({ type: String, example: 'UI_NETUSE' })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: String, description: 'Goal it belongs to', example: 'P2.1' })
  readonly goal!: string;

  @ApiProperty({ enum: ['core', 'extended'], description: 'Only core indicators move goals and principles' })
  readonly tier!: string;

  @ApiProperty({ type: String })
  readonly definition!: string;

  @ApiProperty({ type: String })
  readonly unit!: string;

  @ApiProperty({ type: Number, nullable: true, description: 'Counts are divided by so many inhabitants' })
  readonly per!: number | null;

  @ApiProperty({ enum: ['range', 'band', 'rubric'] })
  readonly kind!: string;

  @ApiProperty({ type: Number, nullable: true, description: 'Value at level 0' })
  readonly worst!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Value at level 100' })
  readonly best!: number | null;

  @ApiProperty({ enum: ['linear', 'log', 'log1p'], nullable: true })
  readonly scale!: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Bands: lowest value at level 100' })
  readonly bandLow!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Bands: highest value at level 100' })
  readonly bandHigh!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Bands: distance from the band at level 0' })
  readonly bandZeroDistance!: number | null;

  @ApiProperty({ type: String })
  readonly goalpostReason!: string;

  @ApiProperty({ type: Number, nullable: true })
  readonly target!: number | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Who agreed the target; without, there is no status',
  })
  readonly targetBasis!: string | null;

  @ApiProperty({ type: Number, nullable: true })
  readonly targetYear!: number | null;

  @ApiProperty({ type: Number, description: 'The mean of so many years is scored' })
  readonly averageYears!: number;

  @ApiProperty({ type: Number })
  readonly weight!: number;

  @ApiProperty({ type: Boolean, description: 'Whether it may be scored at all' })
  readonly scored!: boolean;

  @ApiProperty({ type: Number, description: 'A value counts for so many years' })
  readonly freshnessYears!: number;

  @ApiProperty({ type: [String], description: 'Issues it belongs to' })
  readonly issues!: readonly string[];

  @ApiProperty({ type: [String], description: 'WSIS action lines' })
  readonly wsis!: readonly string[];

  @ApiProperty({ type: [String], description: 'SDG targets' })
  readonly sdg!: readonly string[];

  @ApiProperty({ type: String, description: 'Publisher' })
  readonly source!: string;

  @ApiProperty({ type: String, description: 'Series of the publisher' })
  readonly series!: string;

  @ApiProperty({ type: String })
  readonly licence!: string;

  @ApiProperty({ type: String, nullable: true })
  readonly caveats!: string | null;

  @ApiProperty({
    type: [LadderExampleResponse],
    description: 'Of what communities assess: examples of levels of the ladder',
  })
  readonly ladderExamples!: readonly LadderExampleResponse[];
}

export const INDICATOR_COLUMNS = [
  'code',
  'name',
  'goal',
  'tier',
  'definition',
  'unit',
  'per',
  'kind',
  'worst',
  'best',
  'scale',
  'bandLow',
  'bandHigh',
  'bandZeroDistance',
  'goalpostReason',
  'target',
  'targetBasis',
  'targetYear',
  'averageYears',
  'weight',
  'scored',
  'freshnessYears',
  'issues',
  'wsis',
  'sdg',
  'source',
  'series',
  'licence',
  'caveats',
] as const satisfies readonly (keyof IndicatorResponse)[];

export function indicatorResponse(
  indicator: Indicator,
  examples: readonly LadderExample[] = [],
): IndicatorResponse {
  return {
    code: indicator.code,
    name: indicator.name,
    goal: indicator.goal,
    tier: indicator.tier,
    definition: indicator.definition,
    unit: indicator.unit,
    per: indicator.per ?? null,
    ...goalpostsOf(indicator),
    goalpostReason: indicator.goalpostReason,
    target: indicator.target ?? null,
    targetBasis: indicator.targetBasis ?? null,
    targetYear: indicator.targetYear ?? null,
    averageYears: indicator.averageYears,
    weight: indicator.weight,
    scored: indicator.scored && indicator.derivedScoresAllowed,
    freshnessYears: indicator.freshnessYears,
    issues: indicator.issues,
    wsis: indicator.wsis,
    sdg: indicator.sdg,
    source: indicator.source,
    series: indicator.series,
    licence: indicator.licence,
    caveats: indicator.caveats ?? null,
    ladderExamples: examples
      .filter((one) => one.indicator === indicator.code)
      .map(({ level, example }) => ({ level, example })),
  };
}

type GoalpostFields = Pick<
  IndicatorResponse,
  'kind' | 'worst' | 'best' | 'scale' | 'bandLow' | 'bandHigh' | 'bandZeroDistance'
>;

export function goalpostsOf({ goalposts }: Pick<Indicator, 'goalposts'>): GoalpostFields {
  const none = {
    worst: null,
    best: null,
    scale: null,
    bandLow: null,
    bandHigh: null,
    bandZeroDistance: null,
  };
  if (goalposts.kind === 'band') {
    const { kind, low, high, zeroDistance } = goalposts;
    return { ...none, kind, bandLow: low, bandHigh: high, bandZeroDistance: zeroDistance };
  }
  const { kind, worst, best, scale } = goalposts;
  return { ...none, kind, worst, best, scale };
}
