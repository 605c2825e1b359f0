import { ApiProperty } from '@nestjs/swagger';
import type { IndicatorExplanation } from '../../reports/explanation.js';
import { FigureResponse, figureResponse } from '../reports/figure.response.js';
import { IndicatorLineResponse, indicatorLineResponse } from '../reports/indicator-line.response.js';
import { goalpostsOf } from '../catalogue/indicator.response.js';

/** Where a level begins and ends, in the indicator's own unit. */
export class GoalpostsResponse {
  @ApiProperty({ enum: ['range', 'rubric', 'band'] })
  readonly kind!: string;

  @ApiProperty({ type: Number, nullable: true })
  readonly worst!: number | null;

  @ApiProperty({ type: Number, nullable: true })
  readonly best!: number | null;

  @ApiProperty({ enum: ['linear', 'log', 'log1p'], nullable: true })
  readonly scale!: string | null;

  @ApiProperty({ type: Number, nullable: true })
  readonly bandLow!: number | null;

  @ApiProperty({ type: Number, nullable: true })
  readonly bandHigh!: number | null;

  @ApiProperty({ type: Number, nullable: true })
  readonly bandZeroDistance!: number | null;
}

/** What was reported for one year and how it was read. */
export class ExplainedYearResponse {
  @ApiProperty({ type: Number })
  readonly year!: number;

  @ApiProperty({ type: [FigureResponse], description: 'Several where assessments were combined by median' })
  readonly figures!: readonly FigureResponse[];

  @ApiProperty({ type: Number, description: 'The figure, or the median of several, as reported' })
  readonly reported!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'Population a count was divided by' })
  readonly inhabitants!: number | null;

  @ApiProperty({ type: Boolean, description: 'The fixed population of the edition stands in' })
  readonly populationFixed!: boolean;

  @ApiProperty({ type: Number, description: 'In the unit of the indicator' })
  readonly value!: number;
}

/** How the level of an indicator came about. */
export class ExplainedIndicatorResponse extends IndicatorLineResponse {
  @ApiProperty({ type: String })
  readonly definition!: string;

  @ApiProperty({ type: Number, nullable: true, description: 'Points before they are held between 0 and 100' })
  readonly raw!: number | null;

  @ApiProperty({ type: GoalpostsResponse })
  readonly goalposts!: GoalpostsResponse;

  @ApiProperty({ type: String, description: 'Why these goalposts' })
  readonly goalpostReason!: string;

  @ApiProperty({ type: Number, nullable: true, description: 'Inhabitants a count is expressed per' })
  readonly per!: number | null;

  @ApiProperty({ type: Number, description: 'The mean of so many years is scored' })
  readonly averageYears!: number;

  @ApiProperty({ type: Number, description: 'A value counts for so many years' })
  readonly freshnessYears!: number;

  @ApiProperty({ type: [ExplainedYearResponse], description: '`value` is the mean of these, oldest first' })
  readonly years!: readonly ExplainedYearResponse[];

  @ApiProperty({ type: FigureResponse, nullable: true, description: 'The figure its pace starts from' })
  readonly baseFigure!: FigureResponse | null;

  @ApiProperty({ type: String, nullable: true, description: 'The level, with the numbers filled in' })
  readonly formula!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The pace, with the numbers filled in' })
  readonly paceFormula!: string | null;

  @ApiProperty({ type: [String], description: 'Of the reason why there is no level or status, and of flags' })
  readonly sentences!: readonly string[];
}

export function explainedIndicatorResponse(indicator: IndicatorExplanation): ExplainedIndicatorResponse {
  return {
    ...indicatorLineResponse(indicator),
    definition: indicator.definition,
    raw: indicator.raw ?? null,
    goalposts: goalpostsOf(indicator),
    goalpostReason: indicator.goalpostReason,
    per: indicator.per ?? null,
    averageYears: indicator.averageYears,
    freshnessYears: indicator.freshnessYears,
    years: indicator.years.map(({ year, figures, reported, inhabitants, populationFixed, value }) => ({
      year,
      figures: figures.map(figureResponse),
      reported,
      inhabitants: inhabitants ?? null,
      populationFixed,
      value,
    })),
    baseFigure: indicator.baseFigure === undefined ? null : figureResponse(indicator.baseFigure),
    formula: indicator.formula ?? null,
    paceFormula: indicator.paceFormula ?? null,
    sentences: indicator.sentences,
  };
}
