/** Middle value. */
export function median(values) {
  const ordered = [...values].sort((a, b) => a - b);
  const middle = Math.floor(ordered.length / 2);
  return ordered.length % 2 === 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2;
}

/** Milliseconds `work` takes. */
export async function milliseconds(work) {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Runs the works in turns, so that noise of the machine meets all of them; the median of each. */
export async function inTurns(turns, ...works) {
  const results = works.map(() => []);
  for (let turn = 0; turn < turns; turn++) {
    for (const [index, work] of works.entries()) results[index].push(await work(turn));
  }
  return results.map(median);
}
