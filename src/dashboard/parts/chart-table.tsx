import type { JSX } from 'preact';
import type { ChartSpecification } from '../../charts/chart-specification.js';
import { printedTable } from '../embed/printed-table.js';
import type { Words } from '../words.js';

interface ChartTableProps {
  readonly chart: ChartSpecification;
  readonly words: Words;
  /** How the values of a trend are printed, where they are not by the kind of its axis. */
  readonly print?: ((value: number) => string) | undefined;
  readonly id?: string;
  /** Where the number of each row is explained. */
  readonly addresses?: readonly string[];
}

/** The numbers of a chart, as they are told elsewhere on the page. */
export function ChartTable({ chart, words, print, id, addresses = [] }: ChartTableProps): JSX.Element {
  const { heads, rows, numbers } = printedTable(chart, words, print);
  const classOf = (at: number): string | undefined => (numbers.includes(at) ? 'number' : undefined);
  return (
    <table id={id} class="chart-table">
      <caption class="unseen">{chart.title}</caption>
      <thead>
        <tr>
          {heads.map((head, at) => (
            <th key={head} scope="col" class={classOf(at)}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells], row) => (
          <tr key={[name, ...cells].join()}>
            <th scope="row">{name}</th>
            {cells.map((cell, at) => (
              <td key={heads[at + 1]} class={classOf(at + 1)}>
                {numbers.includes(at + 1) && addresses[row] !== undefined ? (
                  <a href={addresses[row]}>{cell}</a>
                ) : (
                  cell
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
