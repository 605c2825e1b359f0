/** How far the highest of some values lies above the lowest; undefined when nothing was observed. */
export function spread(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : Math.max(...values) - Math.min(...values);
}
