/** Value of a component in a row; nothing where it has none. */
export type Value = string | number | undefined;

/** What is to be done with a row by whoever keeps a copy: take note of it, put it in place, take it away. */
export type Action = 'I' | 'R' | 'D';

/** An observation in the terms of its data structure. */
export interface Row {
  readonly action: Action;
  readonly values: Readonly<Record<string, Value>>;
}

/** Of each series so many from its beginning and so many up to its end; all where neither is said. */
export interface PerSeries {
  readonly first?: number | undefined;
  readonly last?: number | undefined;
}

/** @param rows of one series, oldest first */
export function limited(rows: readonly Row[], { first, last }: PerSeries): readonly Row[] {
  if (first === undefined && last === undefined) return rows;
  const isKept = (at: number): boolean => at < (first ?? 0) || at >= rows.length - (last ?? 0);
  return rows.filter((_, at) => isKept(at));
}
