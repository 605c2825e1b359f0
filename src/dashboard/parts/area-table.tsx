import type { JSX } from 'preact';
import type { AreaGroup } from '../../catalogue/catalogue.js';
import type { Band } from '../../reports/band-of.js';
import type { AreaScore } from '../../reports/report.js';
import { explainAddress } from '../explain-address.js';
import type { Frame } from '../layout.js';
import type { Named } from '../named.js';
import { ByRegion } from './by-region.js';
import { ContributeLink } from './contribute-link.js';
import { Explained } from './explained.js';
import { LevelLine, type LevelLineProps } from './level-line.js';
import { missingSentence } from './missing-sentence.js';
import { ScoreRange } from './score-range.js';
import { Mark } from './status.js';

interface AreaTableProps {
  readonly areas: readonly AreaScore[];
  readonly groups: readonly AreaGroup[];
  /** Code of the node. */
  readonly node: string;
  /** Where the countries of the world lie, drawn behind each of them. */
  readonly world: Band | undefined;
  readonly caption: string;
  readonly frame: Frame;
  /** The issue it is of, where it is one: for the way to add what is missing. */
  readonly issue?: Named;
}

/** Every country on one node, by region and name: score, range, direction and coverage, or why there is no score. */
export function AreaTable(props: AreaTableProps): JSX.Element {
  const { areas, groups, caption, frame } = props;
  const { words } = frame;
  const named = areas.map((area) => ({ ...area, name: words.area(area) }));
  return (
    <>
      <p class="quiet">{caption}</p>
      <p class="quiet">
        <Explained words={words} of="range" /> · <Explained words={words} of="direction" /> ·{' '}
        <Explained words={words} of="coverage" />
      </p>
      <ByRegion
        things={named}
        areaOf={({ code }) => code}
        isKnown={({ score }) => score !== undefined}
        groups={groups}
        frame={frame}
      >
        {(own, region) => <RegionTable {...props} own={own} region={region} />}
      </ByRegion>
    </>
  );
}

function RegionTable({
  own,
  region,
  node,
  world,
  frame: { words },
  issue,
}: AreaTableProps & { readonly own: readonly AreaScore[]; readonly region: string }): JSX.Element {
  return (
    <table class="issues areas">
      <caption class="unseen">{region}</caption>
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
        {own.map((area) => (
          <tr key={area.code}>
            <th scope="row">
              <a href={words.to('countries', area.code)}>{area.name}</a>
            </th>
            {area.score === undefined ? (
              <td class="quiet" colSpan={3}>
                {missingSentence(area.missing, words)}{' '}
                <ContributeLink words={words} short of={{ area, issue }} />
              </td>
            ) : (
              <>
                <td class="number">
                  <a href={explainAddress(words, area.code, node)}>{words.score(area.score)}</a>{' '}
                  <ScoreRange of={area} words={words} />
                </td>
                <td class="wide">
                  <LevelLine level={area.score} range={rangeOf(area)} band={world} />
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

function rangeOf({ scoreLow: low, scoreHigh: high }: AreaScore): LevelLineProps['range'] {
  return low === undefined || high === undefined ? undefined : { low, high };
}
