import type { YearValue } from './terms.js';

/** A year with a number, in the indicator's own unit. */
export interface KnownValue extends YearValue {
  readonly value: number;
}

/** The values that are numbers, oldest first; undefined when two of them are of one year. */
export function knownByYear(values: readonly YearValue[]): readonly KnownValue[] | undefined {
  const known: KnownValue[] = [];
  for (const entry of values) if (isKnown(entry)) known.push(entry);
  // Most series come in order.
  if (!yearsGrow(known)) known.sort((a, b) => a.year - b.year);
  return yearsGrow(known) ? known : undefined;
}

/** Whether a year has a value that is a number. */
export function isKnown(entry: YearValue): entry is KnownValue {
  return entry.value !== null && Number.isFinite(entry.value);
}

function yearsGrow(values: readonly KnownValue[]): boolean {
  let last = -Infinity;
  for (const { year } of values) {
    if (year <= last) return false;
    last = year;
  }
  return true;
}
