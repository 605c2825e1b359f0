import type { Indicator } from '../catalogue/catalogue.js';
import type { TrendForecast, TrendPoint } from '../charts/trend-specification.js';
import type { Language } from '../language/language.js';
import { printValue } from '../language/print-value.js';
import { translate } from '../language/translate.js';
import type { ScoreBoard } from '../scoring/score.js';

/** Digits that a forecast is printed with: no figure behind it knows more of the years to come. */
const DIGITS_KNOWN = 3;

/** Where an indicator leads from its last figure if it goes on as it has; `undefined`: there is no forecast of its value. */
export function indicatorForecast(
  area: string,
  { code }: Indicator,
  last: TrendPoint,
  board: ScoreBoard,
  language: Language,
): TrendForecast | undefined {
  const { forecast } = board.indicatorScore(area, code);
  if (forecast?.shown.value === undefined || forecast.targetYear <= last.year) return undefined;
  const { value, valueLow, valueHigh } = forecast.shown;
  const ends =
    valueLow === undefined || valueHigh === undefined
      ? undefined
      : { low: Math.min(valueLow, valueHigh), high: Math.max(valueLow, valueHigh) };
  const print = (estimate: number): string =>
    printValue(Number(estimate.toPrecision(DIGITS_KNOWN)), language);
  return {
    from: { year: last.year, value: last.value },
    to: { year: forecast.targetYear, value },
    ...ends,
    label: translate(language, 'chart.trend.forecast', {
      isRange: ends === undefined ? 'no' : 'yes',
      year: forecast.targetYear,
      value: print(value),
      low: ends === undefined ? '' : print(ends.low),
      high: ends === undefined ? '' : print(ends.high),
    }),
  };
}
