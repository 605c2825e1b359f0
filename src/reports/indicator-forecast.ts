import type { Indicator } from '../catalogue/catalogue.js';
import type { TrendForecast, TrendPoint } from '../charts/trend-specification.js';
import type { Language } from '../language/language.js';
import { printValue } from '../language/print-value.js';
import { translate } from '../language/translate.js';
import type { ScoreBoard } from '../scoring/score.js';

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
  return {
    from: { year: last.year, value: last.value },
    to: { year: forecast.targetYear, value },
    ...ends,
    label: translate(language, 'chart.trend.forecast', {
      isRange: ends === undefined ? 'no' : 'yes',
      year: forecast.targetYear,
      value: printValue(value, language),
      low: ends === undefined ? '' : printValue(ends.low, language),
      high: ends === undefined ? '' : printValue(ends.high, language),
    }),
  };
}
