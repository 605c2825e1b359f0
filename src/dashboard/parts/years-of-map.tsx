import type { JSX } from 'preact';
import type { MapSpecification } from '../../charts/chart-specification.js';
import type { Frame } from '../layout.js';

interface YearsOfMapProps {
  readonly frame: Frame;
  readonly chart: MapSpecification;
}

/** A form for the year of a map; a script puts a slider in the place of its list. */
export function YearsOfMap({
  frame: { words, path },
  chart: { year, span },
}: YearsOfMapProps): JSX.Element | null {
  if (span === undefined) return null;
  const years = Array.from({ length: span.last - span.first + 1 }, (_, at) => span.last - at);
  return (
    <form class="years-of-map" method="get" action="#map">
      {otherQuestions(path).map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <label for="year-of-map">{words.t('chart.map.year')}</label>
      <div class="row">
        <select id="year-of-map" name="year">
          {years.map((one) => (
            <option key={one} value={one} selected={one === year}>
              {words.year(one)}
            </option>
          ))}
        </select>
        <button type="submit">{words.t('country.show')}</button>
      </div>
    </form>
  );
}

/** What else the page was asked, but for the moment: every question of a page keeps that. */
function otherQuestions(path: string): readonly (readonly [name: string, value: string])[] {
  const asked = new URLSearchParams(path.split('?')[1] ?? '');
  return [...asked].filter(([name]) => !['year', 'release', 'asOf'].includes(name));
}
