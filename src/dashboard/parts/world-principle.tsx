import type { JSX } from 'preact';
import type { Distribution, OverviewReport } from '../../reports/report.js';
import type { Frame } from '../layout.js';
import type { Words } from '../words.js';
import { DistributionTable } from './distribution-table.js';

interface WorldPrincipleProps {
  readonly frame: Frame;
  readonly principle: OverviewReport['principles'][number];
  /** Its place among the principles, which is its colour. */
  readonly position: number;
  /** As-of year. */
  readonly year: number;
}

/** One principle for the world and each region: level, which way countries go, and how many are known. */
export function WorldPrinciple({ frame, principle, position, year }: WorldPrincipleProps): JSX.Element {
  const { words, named } = frame;
  const name = named('principle', principle);
  const world = principle.distributions.find(({ group }) => group.kind === 'world');
  return (
    <section class={`world-principle hue-${String(position)}${world?.median === undefined ? ' alone' : ''}`}>
      <div>
        <h3>
          <a href={words.to('principles', principle.code)}>{name}</a>
        </h3>
        {world?.median === undefined ? (
          <p class="without">
            {words.t('overview.noScore')}{' '}
            <a href={`${words.to('indicators')}#${principle.code}`}>{words.t('overview.noScoreLink')}</a>
          </p>
        ) : (
          <>
            <p class="score">
              <data value={world.median}>{words.score(world.median)}</data>{' '}
              <span class="of">{words.t('overview.median')}</span>
            </p>
            <p class="quiet">{movingSentence(world, words)}</p>
          </>
        )}
      </div>
      {world !== undefined && world.withScore > 0 && (
        <DistributionTable
          distributions={principle.distributions}
          name={name}
          caption={words.t('overview.caption', { year: words.year(year) })}
          directions
          frame={frame}
        />
      )}
    </section>
  );
}

function movingSentence({ withScore, improving, steady, declining }: Distribution, words: Words): string {
  const rest = withScore - improving - steady - declining;
  if (rest === withScore) return words.t('overview.noneMoving');
  return words.t('node.moving', { improving, steady, declining, rest });
}
