import { ApiProperty } from '@nestjs/swagger';
import type { Contribution } from '../../reports/contribution.js';

export class SubmissionsOfYearResponse {
  @ApiProperty({ type: Number, description: 'Year in which they were accepted', example: 2026 })
  readonly year!: number;

  @ApiProperty({ type: Number, description: 'That stand', multipleOf: 1, example: 3 })
  readonly accepted!: number;

  @ApiProperty({ type: Number, description: 'That were reverted later', multipleOf: 1, example: 1 })
  readonly reverted!: number;
}

export class DecisionCountsResponse {
  @ApiProperty({ type: Number, description: 'Acceptances', multipleOf: 1, example: 4 })
  readonly accepted!: number;

  @ApiProperty({
    type: Number,
    description: 'Times that one of them was sent back before it was accepted',
    multipleOf: 1,
    example: 2,
  })
  readonly returned!: number;

  @ApiProperty({ type: Number, description: 'Reverts of what was accepted', multipleOf: 1, example: 1 })
  readonly reverted!: number;
}

export class FigureCountsResponse {
  @ApiProperty({ type: Number, description: 'Held as fact', multipleOf: 1, example: 990 })
  readonly live!: number;

  @ApiProperty({
    type: Number,
    description: 'A later submission of the community brought other figures in their place',
    multipleOf: 1,
    example: 12,
  })
  readonly superseded!: number;

  @ApiProperty({
    type: Number,
    description: 'Ended with the submission that brought them',
    multipleOf: 1,
    example: 0,
  })
  readonly takenBack!: number;
}

export class SentIndicatorResponse {
  @ApiProperty({ type: String, example: 'UI_NETUSE' })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: Number, description: 'Areas with live figures', multipleOf: 1, example: 3 })
  readonly areas!: number;

  @ApiProperty({ type: Number, description: 'Live figures', multipleOf: 1, example: 30 })
  readonly figures!: number;

  @ApiProperty({ type: Number, description: 'Year of the earliest', multipleOf: 1, example: 2015 })
  readonly firstYear!: number;

  @ApiProperty({ type: Number, description: 'Year of the latest', multipleOf: 1, example: 2024 })
  readonly lastYear!: number;
}

export class SentAreaResponse {
  @ApiProperty({ type: String, example: 'KEN' })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: Number, description: 'Indicators with live figures', multipleOf: 1, example: 3 })
  readonly indicators!: number;

  @ApiProperty({ type: Number, description: 'Live figures', multipleOf: 1, example: 30 })
  readonly figures!: number;
}

/** What a community sent and what became of it. Nothing is told of persons. */
export class CommunityContributionResponse {
  @ApiProperty({
    type: [SubmissionsOfYearResponse],
    description: 'Those that were accepted, reverted ones among them',
  })
  readonly submissions!: readonly SubmissionsOfYearResponse[];

  @ApiProperty({ type: DecisionCountsResponse, description: 'Decisions on these submissions' })
  readonly decisions!: DecisionCountsResponse;

  @ApiProperty({ type: FigureCountsResponse })
  readonly figures!: FigureCountsResponse;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Day of the first acceptance, UTC',
    example: '2026-03-02',
  })
  readonly firstAccepted!: string | null;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Day of the last acceptance, UTC',
    example: '2026-11-20',
  })
  readonly lastAccepted!: string | null;

  @ApiProperty({ type: [SentIndicatorResponse], description: 'Indicators with live figures' })
  readonly indicators!: readonly SentIndicatorResponse[];

  @ApiProperty({ type: [SentAreaResponse], description: 'Areas with live figures' })
  readonly areas!: readonly SentAreaResponse[];
}

export function contributionResponse(contribution: Contribution): CommunityContributionResponse {
  const { submissions, decisions, figures, indicators, areas } = contribution;
  return {
    submissions: submissions.map(({ year, accepted, reverted }) => ({ year, accepted, reverted })),
    decisions: { accepted: decisions.accepted, returned: decisions.returned, reverted: decisions.reverted },
    figures: { live: figures.live, superseded: figures.superseded, takenBack: figures.takenBack },
    firstAccepted: contribution.firstAccepted ?? null,
    lastAccepted: contribution.lastAccepted ?? null,
    indicators: indicators.map((line) => ({
      code: line.code,
      name: line.name,
      areas: line.areas,
      figures: line.figures,
      firstYear: line.firstYear,
      lastYear: line.lastYear,
    })),
    areas: areas.map((line) => ({
      code: line.code,
      name: line.name,
      indicators: line.indicators,
      figures: line.figures,
    })),
  };
}
