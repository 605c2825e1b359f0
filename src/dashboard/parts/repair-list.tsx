import type { JSX } from 'preact';
import { repairWords } from '../../submissions/checking/problem-words.js';
import type { Repair } from '../../submissions/reading/repair.js';
import type { Words } from '../words.js';

/** "We changed this": what was read otherwise than it was sent, each with an example. */
export function RepairList({
  repairs,
  words,
}: {
  readonly repairs: readonly Repair[];
  readonly words: Words;
}): JSX.Element {
  return (
    <ul class="repairs">
      {repairs.map((repair, index) => (
        <li key={index}>
          {repairWords(words.language, repair)}
          <Example repair={repair} words={words} />
        </li>
      ))}
    </ul>
  );
}

/** A cell before and after; left out where there was nothing to read. */
function Example({
  repair: { example },
  words,
}: {
  readonly repair: Repair;
  readonly words: Words;
}): JSX.Element | null {
  if (example?.column === undefined || example.before === example.after) return null;
  const { row, column, before, after } = example;
  return (
    <span class="remark">
      {words.t(after === '' ? 'findings.passedOver' : 'findings.example', {
        row,
        letter: column.letter,
        before,
        after,
      })}
    </span>
  );
}
