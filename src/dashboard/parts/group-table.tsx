import type { JSX } from 'preact';
import type { GroupLine } from '../../reports/group-report.js';
import type { Frame } from '../layout.js';
import type { Words } from '../words.js';
import { missingSentence } from './missing-sentence.js';

interface GroupTableProps {
  readonly kind: 'principle' | 'issue' | 'indicator';
  /** What the first column holds. */
  readonly head: string;
  readonly lines: readonly GroupLine[];
  readonly caption: string;
  readonly frame: Pick<Frame, 'words' | 'named'>;
}

/** A group of countries on several nodes or indicators: how the average person and the average country are doing. */
export function GroupTable({
  kind,
  head,
  lines,
  caption,
  frame: { words, named },
}: GroupTableProps): JSX.Element {
  return (
    <table class="lines ledger">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" class="number">
            {words.t('column.people')}
          </th>
          <th scope="col" class="number">
            {words.t('column.countriesMean')}
          </th>
          <th scope="col" class="number">
            {words.t('column.change')}
          </th>
          <th scope="col" class="number">
            {words.t('column.withScore')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.code}>
            <th scope="row">
              <a href={words.to(`${kind}s`, line.code)}>{named(kind, line)}</a>
            </th>
            <Scores line={line} words={words} />
            <td class="number" data-label={words.t('column.withScore')}>
              {words.t('distribution.count', { count: line.withScore, all: line.members })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Scores({ line, words }: { readonly line: GroupLine; readonly words: Words }): JSX.Element {
  const { people, countries, change } = line;
  if (people === undefined || countries === undefined) {
    return (
      <td class="quiet" colSpan={3}>
        {whyNot(line, words)}
      </td>
    );
  }
  return (
    <>
      <td class="number" data-label={words.t('column.people')}>
        {words.score(people)}
      </td>
      <td class="number" data-label={words.t('column.countriesMean')}>
        {words.score(countries)}
      </td>
      <td class="number" data-label={words.t('column.change')}>
        {change.people === undefined
          ? words.t('level.none')
          : words.t('region.change', {
              way: wayOf(change.people),
              change: words.score(Math.abs(change.people)),
              year: words.year(change.sinceYear),
            })}
      </td>
    </>
  );
}

function wayOf(change: number): 'up' | 'down' | 'none' {
  if (change === 0) return 'none';
  return change > 0 ? 'up' : 'down';
}

function whyNot({ missing }: GroupLine, words: Words): string {
  if (missing === 'TOO_FEW_MEMBERS' || missing === 'COVERAGE') return words.t(`region.missing.${missing}`);
  return missingSentence(missing, words);
}
