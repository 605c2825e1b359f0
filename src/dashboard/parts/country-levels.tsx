import type { JSX } from 'preact';
import type { OverviewReport } from '../../reports/report.js';
import type { Frame } from '../layout.js';
import type { Named } from '../named.js';

interface CountryLevelsProps {
  readonly frame: Pick<Frame, 'words' | 'named'>;
  readonly areas: OverviewReport['areas'];
  readonly principles: readonly Named[];
}

/** Countries by name, each with a small bar for its score on every principle: an order, not a ranking. */
export function CountryLevels({ frame, areas, principles }: CountryLevelsProps): JSX.Element {
  const { words } = frame;
  const shown = words.inOrder(areas.map((area) => ({ ...area, name: words.area(area) })));
  return (
    <ul class="country-levels">
      {shown.map((area) => (
        <li key={area.code}>
          <a href={words.to('countries', area.code)}>{area.name}</a>
          <Bars frame={frame} area={area} principles={principles} />
        </li>
      ))}
    </ul>
  );
}

/** Height of a whole bar, its width, and from one to the next, in pixels. */
const [HEIGHT, WIDTH, STEP] = [18, 8, 11];

function Bars({
  frame: { words, named },
  area,
  principles,
}: Pick<CountryLevelsProps, 'frame' | 'principles'> & {
  readonly area: OverviewReport['areas'][number];
}): JSX.Element {
  const scores = principles.map(({ code }) => area.principles.find((one) => one.code === code)?.score);
  const told = principles.map((principle, position) => {
    const score = scores[position];
    return words.t('countries.scoreOf', {
      principle: named('principle', principle),
      score: score === undefined ? 'none' : words.score(score),
    });
  });
  return (
    <svg
      class="bars"
      width={STEP * principles.length}
      height={HEIGHT}
      role="img"
      aria-label={told.join('; ')}
    >
      {scores.map((score, position) => {
        const tall = Math.max(1, Math.round(((score ?? 0) * HEIGHT) / 100));
        return (
          <rect
            key={position}
            class={score === undefined ? undefined : `hue-${String(position)}`}
            x={position * STEP}
            y={HEIGHT - tall}
            width={WIDTH}
            height={tall}
          />
        );
      })}
    </svg>
  );
}
