import type { JSX } from 'preact';
import type { Words } from '../words.js';

/** Where something stands in the sheet that was sent: row, and column by letter and name. */
export function Place({
  row,
  column,
  words,
}: {
  readonly row: number;
  readonly column?: { readonly letter: string; readonly name: string } | undefined;
  readonly words: Words;
}): JSX.Element {
  return (
    <span class="place">
      {column === undefined
        ? words.t('place.row', { row })
        : words.t(column.name === '' ? 'place.cell' : 'place.namedCell', { row, ...column })}
    </span>
  );
}
