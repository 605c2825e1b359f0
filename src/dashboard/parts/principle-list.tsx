import type { JSX } from 'preact';
import type { CountryReport, Distribution } from '../../reports/report.js';
import type { Words } from '../words.js';
import { bandOf } from '../../reports/band-of.js';
import { levelLabel } from '../../reports/level-label.js';
import { LevelLine } from './level-line.js';
import { NodeFacts, NodeWithout } from './node-facts.js';
import { ScoreRange } from './score-range.js';

interface PrincipleListProps {
  readonly report: CountryReport;
  /** Where the world stands, by principle. */
  readonly world: ReadonlyMap<string, Distribution>;
  readonly words: Words;
}

/** The principles of a country: level beside the world's middle half, direction, coverage, age, grade. */
export function PrincipleList({ report, world, words }: PrincipleListProps): JSX.Element {
  return (
    <ol class="principles">
      {report.principles.map((principle, position) => (
        <li key={principle.code} class={`hue-${String(position)}`}>
          <h3>
            <a href={`#${principle.code}`}>{principle.name}</a>
          </h3>
          {principle.score === undefined ? (
            <NodeWithout node={principle} words={words} />
          ) : (
            <>
              <p class="score">
                <data value={principle.score}>{words.score(principle.score)}</data>{' '}
                <span class="of">{words.t('node.of100')}</span> <ScoreRange of={principle} words={words} />
              </p>
              <LevelLine
                level={principle.score}
                band={bandOf(world.get(principle.code))}
                label={levelLabel(principle.score, bandOf(world.get(principle.code)), words)}
              />
              <NodeFacts node={principle} words={words} />
            </>
          )}
        </li>
      ))}
    </ol>
  );
}
