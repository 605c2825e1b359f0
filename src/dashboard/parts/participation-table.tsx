import type { JSX } from 'preact';
import { STAKEHOLDER_GROUPS } from '../../catalogue/stakeholder-group.js';
import type { ParticipationLine } from '../../reports/participation/participation.js';
import type { Words } from '../words.js';

/** A line of the table, with its name as the page calls it and where that leads. */
export interface ShownLine extends ParticipationLine {
  readonly address: string;
}

interface Column {
  readonly name: 'communities' | 'countries' | 'contributions' | 'breadth' | 'balance';
  readonly cell: (line: ShownLine, words: Words) => string;
}

const COLUMNS: readonly Column[] = [
  { name: 'communities', cell: ({ communities }, words) => words.value(communities) },
  { name: 'countries', cell: ({ countries }, words) => words.value(countries) },
  { name: 'contributions', cell: ({ contributions }, words) => words.value(contributions) },
  {
    name: 'breadth',
    cell: ({ breadth }, words) =>
      words.t('distribution.count', { count: breadth, all: STAKEHOLDER_GROUPS.length }),
  },
  {
    name: 'balance',
    cell: ({ balance }, words) =>
      balance === undefined ? words.t('participation.notEnough') : words.percent(balance),
  },
];

/** Who took part, line by line. Lines of one country each do not count countries. */
export function ParticipationTable({
  head,
  caption,
  lines,
  ofCountries = false,
  words,
}: {
  readonly head: string;
  readonly caption: string;
  readonly lines: readonly ShownLine[];
  readonly ofCountries?: boolean;
  readonly words: Words;
}): JSX.Element {
  const columns = COLUMNS.filter(({ name }) => !ofCountries || name !== 'countries');
  const headOf = ({ name }: Column): string => words.t(`participation.column.${name}`);
  return (
    <table class="lines ledger">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {columns.map((column) => (
            <th scope="col" class="number" key={column.name}>
              {headOf(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.code}>
            <th scope="row">
              <a href={line.address}>{line.name}</a>
            </th>
            {line.contributions === 0 ? (
              <td class="quiet" colSpan={columns.length}>
                {words.t('participation.notYet')}
              </td>
            ) : (
              columns.map((column) => (
                <td class="number" data-label={headOf(column)} key={column.name}>
                  {column.cell(line, words)}
                </td>
              ))
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
