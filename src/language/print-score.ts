import { localeOf, type Language } from './language.js';

const formats = new Map<Language, Intl.NumberFormat>();

/**
 * A score as every page, chart and brief prints it: one decimal, half away from zero. Rounding works on the decimal
 * digits of the number (its shortest round-trip form), so 0.15 gives 0.2 although the double lies below it.
 * @param score finite, usually 0 to 100
 * @throws RangeError when it is not finite
 */
export function printScore(score: number, language: Language): string {
  if (!Number.isFinite(score)) throw new RangeError(`A score is a finite number, not ${String(score)}`);
  let format = formats.get(language);
  if (format === undefined) {
    format = new Intl.NumberFormat(localeOf(language), {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
      roundingMode: 'halfExpand',
      signDisplay: 'negative',
    });
    formats.set(language, format);
  }
  return format.format(String(score) as `${number}`);
}
