import type { JSX } from 'preact';
import type { Band } from '../../reports/band-of.js';
import type { AreaScore } from '../../reports/report.js';
import type { Words } from '../words.js';
import { LevelLine } from './level-line.js';
import { missingSentence } from './missing-sentence.js';
import { ScoreRange } from './score-range.js';
import { Mark } from './status.js';

interface AreaTableProps {
  readonly areas: readonly AreaScore[];
  /** Where the countries of the world lie, drawn behind each of them. */
  readonly world: Band | undefined;
  readonly caption: string;
  readonly words: Words;
}

/** Every country on one node, by name: score, range, direction and coverage, or why there is no score. */
export function AreaTable({ areas, world, caption, words }: AreaTableProps): JSX.Element {
  const named = words.inOrder(areas.map((area) => ({ ...area, name: words.area(area) })));
  return (
    <table class="issues areas">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.t('column.country')}</th>
          <th scope="col" class="number">
            {words.t('column.score')}
          </th>
          <th scope="col" class="wide">
            {words.t('column.line')}
          </th>
          <th scope="col">{words.t('column.direction')}</th>
          <th scope="col" class="number">
            {words.t('column.coverage')}
          </th>
        </tr>
      </thead>
      <tbody>
        {named.map((area) => (
          <tr key={area.code}>
            <th scope="row">
              <a href={words.to('countries', area.code)}>{area.name}</a>
            </th>
            {area.score === undefined ? (
              <td class="quiet" colSpan={3}>
                {missingSentence(area.missing, words)}
              </td>
            ) : (
              <>
                <td class="number">
                  {words.score(area.score)} <ScoreRange of={area} words={words} />
                </td>
                <td class="wide">
                  <LevelLine level={area.score} band={world} />
                </td>
                <td>
                  {area.direction === undefined ? (
                    words.t('level.none')
                  ) : (
                    <Mark of={area.direction} words={words} />
                  )}
                </td>
              </>
            )}
            <td class="number">{words.percent(area.coverage)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
