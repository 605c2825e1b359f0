/** Whether large matrices are gone through whole, instead of a sample that rotates. */
export const isFull = process.env['TEST_FULL'] === '1';

/** Which part of a matrix a run looks at. Another each time; a run is done again with `TEST_SEED`. */
export const seed = Number(process.env['TEST_SEED'] ?? Math.floor(Math.random() * 1_000_000));

/** To be said in titles, e.g. `a sample, TEST_SEED=4711`. */
export const sampleName = isFull ? 'all of them' : `a sample, TEST_SEED=${String(seed)}`;

/**
 * Every `share`-th of the items, beginning where the seed says, so that `share` runs in turn see all; all of them in a
 * full run.
 */
export function sampleOf<Item>(items: readonly Item[], share: number): Item[] {
  return items.filter((_, at) => isFull || (at + seed) % share === 0);
}
