import type { Indicator } from '../../catalogue/catalogue.js';
import type { Observation } from '../../observations/observation.js';
import { valuesAveraged } from '../engine/averaged-value.js';
import { median } from '../engine/median.js';
import type { ExplanationContext } from './explanation-context.js';
import { readSeries, type SeriesValue } from '../board/indicator-series.js';
import type { IndicatorScore } from '../score.js';

/** What was reported for one year, and the value it was read as. */
export interface ReadYear {
  readonly year: number;
  /** Several only where assessments of several communities were combined by their median. */
  readonly figures: readonly Observation[];
  /** The figure, or the median of several, as reported. */
  readonly reported: number;
  /** What a count was divided by. */
  readonly population?: {
    readonly inhabitants: number;
    /** The edition's fixed population stands in. */
    readonly fixed: boolean;
  };
  /** `reported`, divided where the indicator asks for it: reported / inhabitants x per. In the indicator's unit. */
  readonly value: number;
}

/**
 * How the value of a score came about, oldest year first: the value is the mean of those of the years, one year as a
 * rule. Empty when the score has no value. Source: scoring method 1.0, sections 1 and 2.
 */
export function explainValue(
  indicator: Indicator,
  { area, observation, year }: IndicatorScore,
  context: ExplanationContext,
): readonly ReadYear[] {
  const { values, comparable } = readSeries(
    { ...indicator, averageYears: 1 },
    context.board.observations(area, indicator.code),
    context,
  );
  const current = values.find((value) => value.observation === observation && value.year === year);
  if (current === undefined) return [];
  return valuesAveraged(current, values, indicator.averageYears, comparable)
    .map((value) => readYear(value, indicator, context))
    .sort((a, b) => a.year - b.year);
}

function readYear(
  { year, value, members, observation }: SeriesValue,
  { per }: Indicator,
  { populationOf }: ExplanationContext,
): ReadYear {
  const reported = median(members.map((member) => member.value)) ?? observation.value;
  const population = per === undefined ? undefined : populationOf(observation.area, year);
  return { year, figures: members, reported, value, ...(population === undefined ? {} : { population }) };
}
