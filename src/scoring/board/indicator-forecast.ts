import type { Goalposts } from '../../catalogue/catalogue.js';
import { forecastTarget, likelihoodOf } from '../engine/forecast.js';
import type { Pace } from '../engine/pace.js';
import { showForecast } from '../engine/shown-forecast.js';
import type { YearValue } from '../engine/terms.js';
import type { IndicatorForecast } from '../score.js';

/**
 * Where an indicator will stand in its target year, in points and in its own unit, with a word for how likely the
 * target is where one is agreed. Undefined without a base, and once the target year has come.
 * Source: scoring method 1.0, section 3.
 * @param values of one comparable block, as `pace` was assessed from
 */
export function forecastIndicator(
  values: readonly YearValue[],
  goalposts: Goalposts,
  pace: Pace,
  { targetYear, targetAgreed }: { readonly targetYear: number; readonly targetAgreed: boolean },
): IndicatorForecast | undefined {
  const forecast = forecastTarget(values, goalposts, pace, targetYear);
  const current = values.at(-1)?.value ?? 0;
  const shown = showForecast(forecast, goalposts, current);
  if (shown === undefined) return undefined;
  const probability = targetAgreed ? forecast.probability : null;
  const outlook = { ...forecast, probability, targetYear, shown };
  return probability === null ? outlook : { ...outlook, likelihood: likelihoodOf(probability) };
}
