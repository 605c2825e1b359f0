import { finishInTurns, type Steps } from '../../scoring/board/steps.js';

/** All rows of all things, with other work let in between the things: a package takes seconds. */
export function inTurns<Thing, Row>(
  things: Iterable<Thing>,
  rowsOf: (thing: Thing) => readonly Row[],
): Promise<readonly Row[]> {
  function* steps(): Steps<readonly Row[]> {
    const rows: Row[] = [];
    for (const thing of things) {
      rows.push(...rowsOf(thing));
      yield;
    }
    return rows;
  }
  return finishInTurns(steps());
}
