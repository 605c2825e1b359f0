import { setImmediate } from 'node:timers/promises';

/** Work that can be put down and taken up again at each step. */
export type Steps<Result> = Generator<undefined, Result>;

/** At once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** Lets other work in whenever this one has held the thread for so many milliseconds. */
export async function finishInTurns<Result>(steps: Steps<Result>, holdMs = 10): Promise<Result> {
  for (let begun = performance.now(); ;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    if (performance.now() - begun < holdMs) continue;
    await setImmediate();
    begun = performance.now();
  }
}
