import type { JSX } from 'preact';
import type { Distribution } from '../../reports/report.js';
import { bandOf } from '../../reports/band-of.js';
import type { Frame } from '../layout.js';
import type { Words } from '../words.js';
import { DirectionCounts } from './direction-counts.js';
import { LevelLine } from './level-line.js';

interface DistributionTableProps {
  readonly distributions: readonly Distribution[];
  /** What the scores are of, for those who do not see the heading above. */
  readonly name: string;
  readonly caption: string;
  /** Whether each group leads to its page. */
  readonly linked?: boolean;
  /** Whether it tells how many countries go which way. */
  readonly directions?: boolean;
  readonly frame: Pick<Frame, 'words' | 'named'>;
}

/** Where groups of countries stand: the middle country on its line, the middle half around it. Not a ranking. */
export function DistributionTable({
  distributions,
  name,
  caption,
  linked = true,
  directions = false,
  frame: { words, named },
}: DistributionTableProps): JSX.Element {
  return (
    <table class={directions ? 'distribution directed' : 'distribution'}>
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
          {directions && <th scope="col">{words.t('column.directions')}</th>}
          <th scope="col" class="number">
            {words.t('column.counted')}
          </th>
        </tr>
      </thead>
      <tbody>
        {distributions.map((distribution) => (
          <tr key={distribution.group.code}>
            <th scope="row">
              {linked ? (
                <a href={words.to('regions', distribution.group.code)}>
                  {named('group', distribution.group)}
                </a>
              ) : (
                named('group', distribution.group)
              )}
            </th>
            <td class="wide">
              <LevelLine
                band={bandOf(distribution)}
                label={labelOf(distribution, named('group', distribution.group), words)}
              />
            </td>
            <td class="number">
              {distribution.median === undefined ? words.t('level.none') : words.score(distribution.median)}
            </td>
            {directions && (
              <td>
                <DirectionCounts of={distribution} words={words} />
              </td>
            )}
            <td class="number">
              {words.t('distribution.count', { count: distribution.withScore, all: distribution.members })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function labelOf(distribution: Distribution, name: string, words: Words): string {
  const band = bandOf(distribution);
  if (band === undefined) return words.t('distribution.tooFew', { name });
  return words.t('distribution.label', {
    name,
    low: words.score(band.low),
    middle: words.score(band.middle),
    high: words.score(band.high),
  });
}
