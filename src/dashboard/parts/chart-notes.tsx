import type { JSX } from 'preact';
import type { ChartSpecification } from '../../charts/chart-specification.js';
import type { Words } from '../words.js';

/** More remarks than these are folded. */
const MOST_OPEN = 2;

interface ChartNotesProps {
  readonly chart: ChartSpecification;
  readonly words: Words;
}

/** What is to be known of a chart, as items of a list: where its figures come from stays open, many remarks are folded. */
export function ChartNotes({ chart, words }: ChartNotesProps): JSX.Element {
  const { notes } = chart;
  const open = 'segments' in chart ? (chart.sources ?? 0) : notes.length;
  const remarks = notes.slice(open);
  const isLong = remarks.length > MOST_OPEN;
  return (
    <>
      {(isLong ? notes.slice(0, open) : notes).map((note) => (
        <li key={note}>{note}</li>
      ))}
      {isLong && (
        <li>
          <details>
            <summary>{words.t('chart.notes', { count: remarks.length })}</summary>
            <ul class="notes">
              {remarks.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </details>
        </li>
      )}
    </>
  );
}
