import type { JSX } from 'preact';
import type { ComparedNode } from '../../reports/compare/compare-report.js';
import type { Frame } from '../layout.js';
import { spreadOut } from '../spread-out.js';

/** So many lines stand in one chart, countries first. */
const MOST_LINES = 5;

/** In units of the view: a point is about a CSS pixel. Time runs from left to right in every language. */
const VIEW = { width: 400, height: 210, left: 26, right: 268, top: 10, bottom: 184 };
const LABEL_HEIGHT = 14;
const LONGEST_LABEL = 20;
/** Of the lines in the order chosen: colour is not what tells them apart. */
const DASHES = ['none', '8 4', '2 3', '10 3 2 3', '14 4'];

interface CompareLinesProps {
  readonly node: ComparedNode;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly frame: Frame;
}

interface Line {
  readonly name: string;
  readonly runs: readonly (readonly { readonly year: number; readonly score: number }[])[];
  readonly end: number;
  readonly endYear: number;
}

/** Countries as lines over the years, each named at its end; a group as its median of today, a thin straight line. */
export function CompareLines({ node, firstYear, lastYear, frame }: CompareLinesProps): JSX.Element {
  const { words, named } = frame;
  const lines = node.areas
    .flatMap((area): readonly Line[] => {
      const last = area.history.at(-1)?.at(-1);
      return last === undefined
        ? []
        : [{ name: words.area(area), runs: area.history, end: last.score, endYear: last.year }];
    })
    .slice(0, MOST_LINES);
  const medians = node.groups
    .flatMap(({ group, median }) =>
      median === undefined ? [] : [{ name: named('group', group), end: median, endYear: lastYear }],
    )
    .slice(0, MOST_LINES - lines.length);
  const drawn = [...lines, ...medians];
  if (drawn.length === 0) return <p class="without">{words.t('compare.nobody')}</p>;
  const x = (year: number): number =>
    VIEW.left + ((year - firstYear) / (lastYear - firstYear)) * (VIEW.right - VIEW.left);
  const y = (score: number): number => VIEW.bottom - (score / 100) * (VIEW.bottom - VIEW.top);
  const places = spreadOut(
    drawn.map(({ end }) => y(end)),
    { gap: LABEL_HEIGHT, low: VIEW.top, high: VIEW.bottom },
  );
  const names = words.list(drawn.map(({ name }) => name));
  const figures = words.list(
    drawn.map(({ name, end }) => words.t('compare.figure', { name, score: words.score(end) })),
  );
  const left = node.areas.length + node.groups.length - drawn.length;
  return (
    <figure class="compare-lines">
      <figcaption>
        <strong>{words.t('compare.finding', { figures, year: words.year(lastYear) })}</strong>
        {left > 0 && <span class="unit">{words.t('compare.drawnFirst', { count: drawn.length })}</span>}
      </figcaption>
      <svg
        viewBox={`0 0 ${String(VIEW.width)} ${String(VIEW.height)}`}
        direction="ltr"
        role="img"
        aria-label={words.t('compare.chart', {
          names,
          first: words.year(firstYear),
          last: words.year(lastYear),
        })}
      >
        {[0, 25, 50, 75, 100].map((score) => (
          <g key={score}>
            <line class="grid" x1={VIEW.left} x2={VIEW.right} y1={y(score)} y2={y(score)} />
            <text class="tick" x={VIEW.left - 5} y={y(score) + 4} text-anchor="end">
              {words.value(score)}
            </text>
          </g>
        ))}
        {[firstYear, lastYear].map((year) => (
          <text
            key={year}
            class="tick"
            x={x(year)}
            y={VIEW.height - 8}
            text-anchor={year === firstYear ? 'start' : 'end'}
          >
            {words.year(year)}
          </text>
        ))}
        {medians.map(({ name, end }) => (
          <line key={name} class="still" x1={VIEW.left} x2={VIEW.right} y1={y(end)} y2={y(end)} />
        ))}
        {lines.map(({ name, runs }, position) =>
          runs.map((run) => (
            <polyline
              key={`${name} ${String(run[0]?.year)}`}
              class="course"
              stroke-dasharray={DASHES[position]}
              points={run.map(({ year, score }) => `${at(x(year))},${at(y(score))}`).join(' ')}
            />
          )),
        )}
        {drawn.map(({ name, end, endYear }, position) => (
          <g key={name}>
            {position < lines.length && <circle class="dot" cx={at(x(endYear))} cy={at(y(end))} r="4" />}
            <polyline
              class="lead"
              points={`${at(x(endYear) + 5)},${at(y(end))} ${String(VIEW.right + 5)},${at(y(end))} ${String(VIEW.right + 12)},${at(places[position] ?? 0)}`}
            />
            <text x={VIEW.right + 15} y={at((places[position] ?? 0) + 4)}>
              {shortened(name)}
            </text>
          </g>
        ))}
      </svg>
      <ByYear lines={lines} frame={frame} />
    </figure>
  );
}

/** The same numbers as a table, the latest year first. */
function ByYear({
  lines,
  frame: { words },
}: {
  readonly lines: readonly Line[];
  readonly frame: Frame;
}): JSX.Element | null {
  const years = [...new Set(lines.flatMap(({ runs }) => runs.flat().map(({ year }) => year)))].sort(
    (one, other) => other - one,
  );
  if (years.length === 0) return null;
  return (
    <details>
      <summary>{words.t('compare.byYear')}</summary>
      <div class="sheet" tabIndex={0} role="region" aria-label={words.t('compare.byYear')}>
        <table class="years">
          <caption class="unseen">{words.t('compare.byYear')}</caption>
          <thead>
            <tr>
              <th scope="col">{words.t('column.year')}</th>
              {lines.map(({ name }) => (
                <th key={name} scope="col" class="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {years.map((year) => (
              <tr key={year}>
                <th scope="row">{words.year(year)}</th>
                {lines.map(({ name, runs }) => {
                  const point = runs.flat().findLast((one) => one.year === year);
                  return (
                    <td key={name} class="number">
                      {point === undefined ? words.t('level.none') : words.score(point.score)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** A tenth of a pixel is as fine as anybody sees. */
function at(place: number): string {
  return String(Math.round(place * 10) / 10);
}

/** The whole name stands in the caption and the table. */
function shortened(name: string): string {
  const letters = Array.from(name);
  return letters.length <= LONGEST_LABEL ? name : `${letters.slice(0, LONGEST_LABEL - 1).join('')}…`;
}
