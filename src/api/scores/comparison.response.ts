import { ApiProperty } from '@nestjs/swagger';
import { NODE_KINDS } from './nodes.request.js';

/** An area with its score in the compared node. */
export class ComparedAreaResponse {
  @ApiProperty({ type: String, description: 'ISO 3166-1 alpha-3', example: 'KEN' })
  readonly area!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: Number, nullable: true, description: '0 to 100' })
  readonly score!: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why there is no score', example: 'COVERAGE' })
  readonly missing!: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Lower end of the 90 % interval' })
  readonly scoreLow!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Median of the repetitions' })
  readonly scoreMedian!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Upper end of the 90 % interval' })
  readonly scoreHigh!: number | null;
}

/** Two areas in the compared node. */
export class ComparedPairResponse {
  @ApiProperty({ type: String, example: 'KEN' })
  readonly a!: string;

  @ApiProperty({ type: String, example: 'TZA' })
  readonly b!: string;

  @ApiProperty({
    type: Number,
    description: 'Share (0-1) of the repetitions in which a is ahead of b; equal scores count half',
  })
  readonly shareAhead!: number;

  @ApiProperty({ type: Boolean, description: 'Neither is ahead in 95 % of the repetitions' })
  readonly tied!: boolean;
}

export const PAIR_COLUMNS = [
  'a',
  'b',
  'shareAhead',
  'tied',
] as const satisfies readonly (keyof ComparedPairResponse)[];

export class ComparisonResponse {
  @ApiProperty({ type: Number, description: 'Data revision it stands on' })
  readonly revision!: number;

  @ApiProperty({ type: Number, description: 'As of which year', example: 2026 })
  readonly year!: number;

  @ApiProperty({ enum: NODE_KINDS })
  readonly kind!: string;

  @ApiProperty({ type: String, example: 'P2' })
  readonly node!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: Number, description: 'Seed of the repetitions', example: 20260101 })
  readonly seed!: number;

  @ApiProperty({ type: Number, description: 'How often the whole calculation was repeated', example: 1000 })
  readonly replicates!: number;

  @ApiProperty({ type: [ComparedAreaResponse], description: 'In the order asked for' })
  readonly areas!: readonly ComparedAreaResponse[];

  @ApiProperty({ type: [ComparedPairResponse], description: 'Every two areas that have a score, once' })
  readonly pairs!: readonly ComparedPairResponse[];
}
