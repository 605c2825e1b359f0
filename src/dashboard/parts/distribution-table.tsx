import type { JSX } from 'preact';
import type { Distribution } from '../../reports/report.js';
import type { Words } from '../words.js';
import { bandOf } from './band-of.js';
import { LevelLine } from './level-line.js';

interface DistributionTableProps {
  readonly distributions: readonly Distribution[];
  /** What the scores are of, for those who do not see the heading above. */
  readonly name: string;
  readonly caption: string;
  readonly words: Words;
}

/** Where groups of countries stand: the middle country on its line, the middle half around it. Not a ranking. */
export function DistributionTable({
  distributions,
  name,
  caption,
  words,
}: DistributionTableProps): JSX.Element {
  return (
    <table class="distribution">
      <caption>
        <span class="unseen">{name}: </span>
        {caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.t('column.group')}</th>
          <th scope="col" class="wide">
            {words.t('column.middleHalf')}
          </th>
          <th scope="col" class="number">
            {words.t('column.median')}
          </th>
          <th scope="col" class="number">
            {words.t('column.counted')}
          </th>
        </tr>
      </thead>
      <tbody>
        {distributions.map((distribution) => (
          <tr key={distribution.group.code}>
            <th scope="row">{distribution.group.name}</th>
            <td class="wide">
              <LevelLine band={bandOf(distribution)} label={labelOf(distribution, words)} />
            </td>
            <td class="number">
              {distribution.median === undefined ? words.t('level.none') : words.score(distribution.median)}
            </td>
            <td class="number">
              {words.t('distribution.count', { count: distribution.withScore, all: distribution.members })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function labelOf(distribution: Distribution, words: Words): string {
  const band = bandOf(distribution);
  if (band === undefined) return words.t('distribution.tooFew', { name: distribution.group.name });
  return words.t('distribution.label', {
    name: distribution.group.name,
    low: words.score(band.low),
    middle: words.score(band.middle),
    high: words.score(band.high),
  });
}
