import type { TrendSpecification } from './trend-specification.js';

/** A round range that holds every figure of all the trends, so that charts side by side can be compared. */
export function commonRange(
  trends: readonly TrendSpecification[],
): { readonly low: number; readonly high: number } | undefined {
  const values = trends.flatMap(allValues);
  if (values.length === 0) return undefined;
  const least = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  const step = roundStep((most - least) / 5);
  return { low: Math.floor(least / step) * step, high: Math.ceil(most / step) * step };
}

/** Values, target, required path and forecast of a trend. */
export function allValues({
  segments,
  target,
  requiredPath: path,
  forecast,
}: TrendSpecification): readonly number[] {
  return [
    ...segments.flatMap(({ points }) => points.map(({ value }) => value)),
    ...(target === undefined ? [] : [target.value]),
    ...(path === undefined ? [] : [path.from.value, path.to.value]),
    ...(forecast === undefined
      ? []
      : [forecast.to.value, forecast.low ?? forecast.to.value, forecast.high ?? forecast.to.value]),
  ];
}

/** The smallest of 1, 2, 5 and 10 times a power of ten that is no smaller than the one given. */
function roundStep(atLeast: number): number {
  if (atLeast < Number.EPSILON) return 1;
  const power = 10 ** Math.floor(Math.log10(atLeast));
  return ([1, 2, 5].find((factor) => factor * power >= atLeast) ?? 10) * power;
}
