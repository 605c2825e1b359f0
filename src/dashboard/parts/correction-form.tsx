import type { JSX } from 'preact';
import { columnMeaning } from '../column-meaning.js';
import type { Fault } from '../fault.js';
import { placeOf } from '../row-cells.js';
import type { SentForm } from '../sent-form.js';
import type { Visitor } from '../visitor.js';
import type { Words } from '../words.js';

/** A cell that a reviewer wants corrected. */
export interface ReturnedCell {
  readonly row: number;
  readonly ordinal: number;
  readonly column: string;
  /** What stands there. */
  readonly value: string;
  /** What the row is about. */
  readonly about: string;
}

/** Id of the field of a cell. */
export function cellId(ordinal: number, column: string): string {
  return `cell-${String(ordinal)}-${column}`;
}

/** The cells that were returned, and only those, to be written anew. */
export function CorrectionForm({
  receipt,
  version,
  cells,
  words,
  visitor,
  sent,
  fault,
}: {
  readonly receipt: string;
  readonly version: number;
  readonly cells: readonly ReturnedCell[];
  readonly words: Words;
  readonly visitor: Visitor;
  /** What was written, when that could not be taken, and why. */
  readonly sent?: SentForm | undefined;
  readonly fault?: Fault | undefined;
}): JSX.Element {
  return (
    <form class="corrections" action={words.to('submissions', receipt, 'corrections')} method="post">
      <input type="hidden" name="_token" value={visitor.formToken} />
      <input type="hidden" name="version" value={version} />
      {cells.map(({ row, ordinal, column, value, about }) => {
        const place = placeOf(row, ordinal, column);
        const id = cellId(ordinal, column);
        const wrong = fault?.lines.filter(({ field }) => field === id) ?? [];
        return (
          <p key={id}>
            <label for={id}>
              {words.t('correct.cell', { row, column: columnMeaning(column, words), about })}
            </label>
            <input type="hidden" name={`before.${place}`} value={value} />
            <input
              id={id}
              name={`cell.${place}`}
              value={sent === undefined ? value : (sent.text(`cell.${place}`) ?? '')}
              dir="auto"
              maxLength={2000}
              autocomplete="off"
              aria-invalid={wrong.length > 0 ? 'true' : undefined}
              aria-describedby={wrong.length > 0 ? `${id}-fault` : undefined}
            />
            {wrong.length > 0 && (
              <span class="remark" id={`${id}-fault`}>
                {wrong.map(({ detail, hint }) => `${detail} ${hint}`).join(' ')}
              </span>
            )}
          </p>
        );
      })}
      <button type="submit">{words.t('correct.send')}</button>
    </form>
  );
}
