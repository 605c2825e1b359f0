import { localeOf, type Language } from './language.js';

const formats = new Map<string, Intl.NumberFormat>();

/**
 * A value in its indicator's unit, for tables: its own digits in the reader's number format, whole numbers whole,
 * fractions with at most four significant digits (rates by population and averages carry more than they know).
 */
export function printValue(value: number, language: Language): string {
  const whole = Math.abs(value) >= 1000 || Number.isInteger(value);
  return formatOf(language, whole ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 4 }).format(
    String(value) as `${number}`,
  );
}

/**
 * A value with its unit: "35% of population", "3 (exchange points)". Units are texts of the catalogue; only those that
 * start with a per cent sign can follow a number in every language.
 */
export function printQuantity(value: number, unit: string, language: Language): string {
  if (!unit.startsWith('%')) return `${printValue(value, language)} (${unit})`;
  const number = { style: 'unit', unit: 'percent', maximumSignificantDigits: 4 } as const;
  return `${formatOf(language, number).format(String(value) as `${number}`)}${unit.slice(1)}`;
}

/** A value with every digit it carries, in the reader's number format: for the page of one figure. */
export function printExactValue(value: number, language: Language): string {
  return formatOf(language, { maximumFractionDigits: 20 }).format(String(value) as `${number}`);
}

/** A number in a formula: at most six significant digits, thousands not separated. */
export function printTerm(value: number, language: Language): string {
  return formatOf(language, { maximumSignificantDigits: 6, useGrouping: false }).format(value);
}

/** A share (0-1) as a whole percentage. */
export function printPercent(share: number, language: Language): string {
  return formatOf(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** A year: no thousands separator. */
export function printYear(year: number, language: Language): string {
  return formatOf(language, { useGrouping: false }).format(year);
}

function formatOf(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const id = `${language} ${JSON.stringify(options)}`;
  let format = formats.get(id);
  if (format === undefined) {
    format = new Intl.NumberFormat(localeOf(language), options);
    formats.set(id, format);
  }
  return format;
}
