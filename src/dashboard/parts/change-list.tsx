import type { JSX } from 'preact';
import type { Change } from '../../submissions/reviewing/correction.js';
import { columnMeaning } from '../column-meaning.js';
import type { Words } from '../words.js';

/** What the senders corrected: each cell before and after. */
export function ChangeList({
  changes,
  words,
}: {
  readonly changes: readonly Change[];
  readonly words: Words;
}): JSX.Element {
  return (
    <ul class="changes">
      {changes.map(({ round, row, ordinal, column, before, after }) => (
        <li key={`${String(round)} ${String(ordinal)} ${column}`}>
          <span class="place">{words.t('change.cell', { row, column: columnMeaning(column, words) })}</span>{' '}
          {before === after ? (
            words.t('change.confirmed', { value: before })
          ) : (
            <>
              <del>{before === '' ? words.t('change.nothing') : before}</del>{' '}
              <ins>{after === '' ? words.t('change.nothing') : after}</ins>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
