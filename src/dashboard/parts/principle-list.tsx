import type { JSX } from 'preact';
import type { CountryPeers, PeersOnNode } from '../../reports/country-peers.js';
import type { CountryReport, NodeLine } from '../../reports/report.js';
import { explainAddress } from '../explain-address.js';
import type { Frame } from '../layout.js';
import { besideLabel, LevelBeside } from './level-beside.js';
import { NodeFacts, NodeWithout } from './node-facts.js';
import { ScoreRange } from './score-range.js';

interface PrincipleListProps {
  readonly report: CountryReport;
  readonly peers: CountryPeers;
  readonly frame: Frame;
}

/** The principles of a country: level beside its peers, direction, coverage, age, grade; each opens to its explanation. */
export function PrincipleList({ report, peers, frame }: PrincipleListProps): JSX.Element {
  const { words, named } = frame;
  const { area } = report;
  return (
    <ol class="principles">
      {report.principles.map((principle, position) => {
        const address = explainAddress(words, area.code, principle.code);
        return (
          <li key={principle.code} class={`hue-${String(position)}`}>
            <h3>
              <a href={address}>{named('principle', principle)}</a>
            </h3>
            {principle.score === undefined ? (
              <NodeWithout node={principle} area={area} frame={frame} />
            ) : (
              <PrincipleScore
                score={principle.score}
                principle={principle}
                on={peers.on('principle', principle.code)}
                peers={peers}
                address={address}
                frame={frame}
              />
            )}
            <p class="ways">
              <a href={address}>{words.t('country.howMade')}</a>{' '}
              <a href={`#${principle.code}`}>{words.t('country.itsIndicators')}</a>
            </p>
          </li>
        );
      })}
    </ol>
  );
}

function PrincipleScore({
  score,
  principle,
  on,
  peers,
  address,
  frame,
}: Pick<PrincipleListProps, 'peers' | 'frame'> & {
  readonly score: number;
  readonly principle: NodeLine;
  readonly on: PeersOnNode;
  readonly address: string;
}): JSX.Element {
  const { words } = frame;
  return (
    <>
      <p class="score">
        <a href={address}>
          <data value={score}>{words.score(score)}</data>
        </a>{' '}
        <span class="of">{words.t('node.of100')}</span> <ScoreRange of={principle} words={words} />
      </p>
      <LevelBeside node={principle} score={score} on={on} label={besideLabel(score, on, peers, frame)} />
      {on.areas.length > 0 && (
        <ul class="singles">
          {on.areas.map((one) => (
            <li key={one.code}>
              {words.area(one)}{' '}
              {one.score === undefined ? (
                words.t('level.none')
              ) : (
                <a href={explainAddress(words, one.code, principle.code)}>{words.score(one.score)}</a>
              )}
            </li>
          ))}
        </ul>
      )}
      <NodeFacts node={principle} words={words} />
    </>
  );
}
