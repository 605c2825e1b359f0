/**
 * The nearest number with two significant digits that is not below (`up`) or not above (`down`) the value: how a worst
 * goalpost is chosen, so that no country used for it lies outside by rounding. Always finite: what would overflow is held
 * at the largest number. Source: scoring method 1.0, section 1.
 */
export function roundOutward(value: number, towards: 'up' | 'down'): number {
  const rounded = Number(value.toPrecision(2));
  const nearest = Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, rounded));
  const isOutside = towards === 'up' ? nearest >= value : nearest <= value;
  if (isOutside) return nearest;
  const step = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1);
  return Number((nearest + (towards === 'up' ? step : -step)).toPrecision(2));
}
