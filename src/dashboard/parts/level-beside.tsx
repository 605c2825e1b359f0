import type { JSX } from 'preact';
import type { CountryPeers, PeersOnNode } from '../../reports/country-peers.js';
import type { NodeLine } from '../../reports/report.js';
import type { Frame } from '../layout.js';
import { LevelLine } from './level-line.js';

interface LevelBesideProps {
  readonly node: Pick<NodeLine, 'scoreLow' | 'scoreHigh'>;
  readonly score: number;
  readonly on: PeersOnNode;
  readonly label: string;
}

/** A score with its range on the line, among peers: their middle half, the median of the world, single countries. */
export function LevelBeside({
  node: { scoreLow: low, scoreHigh: high },
  score,
  on: { group, world, areas },
  label,
}: LevelBesideProps): JSX.Element {
  return (
    <LevelLine
      level={score}
      range={low === undefined || high === undefined ? undefined : { low, high }}
      band={group ?? world}
      ticks={[
        ...(group !== undefined && world !== undefined ? [world.middle] : []),
        ...areas.flatMap((one) => one.score ?? []),
      ]}
      label={label}
    />
  );
}

/** The same in words, for those who do not see the line. */
export function besideLabel(
  level: number,
  on: PeersOnNode,
  peers: CountryPeers,
  { words, named }: Pick<Frame, 'words' | 'named'>,
): string {
  const score = words.score(level);
  const band = on.group ?? on.world;
  if (band === undefined) return words.t('level.alone', { score });
  return words.t('levels.label', {
    score,
    group:
      peers.group === undefined || on.group === undefined
        ? words.t('levels.world')
        : named('group', peers.group),
    low: words.score(band.low),
    middle: words.score(band.middle),
    high: words.score(band.high),
    world: on.world === undefined ? 'none' : words.score(on.world.middle),
  });
}
