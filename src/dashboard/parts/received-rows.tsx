import type { JSX } from 'preact';
import { evidenceLinks } from '../../catalogue/evidence-links.js';
import type { StagedRowPage } from '../../submissions/receipt.service.js';
import { columnMeaning } from '../column-meaning.js';
import { cellOf, placeOf, SHOWN_COLUMNS } from '../row-cells.js';
import type { Words } from '../words.js';
import { OutwardLink } from './outward-link.js';

/** The name of what a cell's code stands for, in the language of the page; nothing where it is no code. */
export type NameOfCell = (column: string, cell: string) => string | undefined;

/** Rows as they were received; a reviewer ticks the cells that are to be corrected. */
export function ReceivedRows({
  rows,
  words,
  nameOf,
  mayTick,
  ticked = [],
}: {
  readonly rows: StagedRowPage['rows'];
  readonly words: Words;
  /** What a code of a column stands for. */
  readonly nameOf: NameOfCell;
  readonly mayTick: boolean;
  /** Values of the boxes that were ticked before. */
  readonly ticked?: readonly string[] | undefined;
}): JSX.Element {
  return (
    <div class="sheet" tabIndex={0} role="region" aria-label={words.t('review.rows')}>
      <table>
        <caption class="unseen">{words.t('review.rows')}</caption>
        <thead>
          <tr>
            <th scope="col" class="number">
              {words.t('review.row')}
            </th>
            {SHOWN_COLUMNS.map((column) => (
              <th scope="col" key={column}>
                {columnMeaning(column, words)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.ordinal}>
              <th scope="row" class="number">
                {words.year(row.row)}
              </th>
              {SHOWN_COLUMNS.map((column) => {
                const cell = cellOf(row, column);
                const name = columnMeaning(column, words);
                const meant = nameOf(column, cell);
                const box = placeOf(row.row, row.ordinal, column);
                return (
                  <td key={column}>
                    <span class="cell">
                      {mayTick && (
                        <input
                          type="checkbox"
                          name="cell"
                          value={box}
                          checked={ticked.includes(box)}
                          aria-label={words.t('review.tick', { row: row.row, column: name })}
                        />
                      )}
                      <span dir="auto">
                        {column === 'evidence'
                          ? evidenceLinks(cell).map((link) => (
                              <span key={link}>
                                <OutwardLink href={link} instead={link}>
                                  {words.t('review.evidence')}
                                </OutwardLink>{' '}
                              </span>
                            ))
                          : cell}
                      </span>
                      {meant !== undefined && <span class="unit">{meant}</span>}
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
