import type { JSX } from 'preact';
import type { CountryPeers } from '../../reports/country-peers.js';
import type { Frame } from '../layout.js';
import { Explained } from './explained.js';
import { LevelLine } from './level-line.js';

interface LevelsKeyProps {
  readonly frame: Frame;
  readonly country: string;
  /** As-of year. */
  readonly year: number;
  readonly peers: CountryPeers;
}

/** What the marks on the lines of a country mean. */
export function LevelsKey({ frame, country, year, peers }: LevelsKeyProps): JSX.Element {
  const { words, named } = frame;
  const group = peers.group === undefined ? words.t('levels.world') : named('group', { ...peers.group });
  return (
    <>
      <ul class="levels-key">
        <li>
          <LevelLine level={50} />
          <span>
            <Explained words={words} of="level" /> · {country}, {words.year(year)}
          </span>
        </li>
        <li>
          <LevelLine level={50} range={{ low: 12, high: 88 }} />
          <span>
            <Explained words={words} of="range" />
          </span>
        </li>
        <li>
          <LevelLine band={{ low: 12, middle: 60, high: 88 }} />
          <span>
            <Explained words={words} of="middleHalf" /> · {group}
          </span>
        </li>
        <li>
          <LevelLine ticks={[50]} />
          <span>
            <Explained words={words} of="median" /> ·{' '}
            {words.t('levels.ticks', { also: peers.areas.length === 0 ? 'world' : 'countries' })}
          </span>
        </li>
      </ul>
      <p class="quiet">
        {words.t('levels.beside')} <Explained words={words} of="direction" /> ·{' '}
        <Explained words={words} of="coverage" /> · <Explained words={words} of="age" /> ·{' '}
        <Explained words={words} of="grade" />
      </p>
    </>
  );
}
