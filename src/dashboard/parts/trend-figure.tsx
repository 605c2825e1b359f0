import { h, type JSX } from 'preact';
import { chartSize } from '../../charts/picture-size.js';
import { trendKey } from '../../charts/trend-key.js';
import type { TrendSpecification } from '../../charts/trend-specification.js';
import { worthDrawing } from '../../charts/worth-drawing.js';
import type { Frame } from '../layout.js';
import type { Words } from '../words.js';
import { EmbedCode } from './embed-code.js';

interface TrendFigureProps {
  readonly trend: TrendSpecification;
  /** Area and node or indicator, for the same chart as a picture. */
  readonly area: string;
  readonly node: string;
  readonly words: Words;
  /** Absent where it is not to be shown elsewhere. */
  readonly frame?: Frame;
  /** How its figures are printed: scores with one decimal, values with their own digits. */
  readonly print: (value: number) => string;
}

/**
 * A chart over time: sentence, key, drawing (a picture without script), the same numbers as a table, notes. What a
 * sentence tells as well is not drawn.
 */
export function TrendFigure({ trend, area, node, words, frame, print }: TrendFigureProps): JSX.Element {
  const query = new URLSearchParams({ area, node, lang: words.language }).toString();
  const drawn = worthDrawing(trend);
  return (
    <figure class={`trend${trend.hue === undefined ? '' : ` hue-${String(trend.hue)}`}`}>
      <figcaption>
        <strong>{trend.title}</strong>
        <span class="unit">{trend.unit}</span>
        {drawn &&
          trendKey(trend).map(({ label, dash }) => (
            <span key={label} class="key">
              <svg width="30" height="8" aria-hidden="true">
                <line class="dash" x1="1" x2="29" y1="4" y2="4" stroke-dasharray={dash.join(' ')} />
              </svg>{' '}
              {label}
            </span>
          ))}
      </figcaption>
      {drawn ? (
        h(
          'iww-trend',
          null,
          <script type="application/json" dangerouslySetInnerHTML={{ __html: scriptSafe(trend) }} />,
          <noscript>
            <img
              src={`/api/v1/charts/trend.svg?${query}#chart`}
              alt={`${trend.title}. ${trend.summary}`}
              width={chartSize.width}
              height={chartSize.height}
              loading="lazy"
            />
          </noscript>,
        )
      ) : (
        <p>{trend.summary}</p>
      )}
      {drawn && <TrendTable trend={trend} words={words} print={print} />}
      <ul class="notes">
        {trend.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        {drawn && (
          <li>
            {words.t('trend.saveAs')} <a href={`/api/v1/charts/trend.svg?${query}`}>SVG</a> ·{' '}
            <a href={`/api/v1/charts/trend.png?${query}`}>PNG</a> ·{' '}
            <a href={`/api/v1/charts/trend.csv?${query}`}>CSV</a>
          </li>
        )}
        {drawn && frame !== undefined && (
          <li>
            <EmbedCode frame={frame} question={{ chart: 'trend', area, node }} title={trend.title} />
          </li>
        )}
      </ul>
    </figure>
  );
}

function TrendTable({ trend, words, print }: Omit<TrendFigureProps, 'area' | 'node'>): JSX.Element {
  const remarks = trend.segments.some(({ points }) => points.some(({ kind }) => kind !== 'observed'));
  return (
    <details>
      <summary>{words.t('trend.table')}</summary>
      <table class="years">
        <caption class="unseen">{trend.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.t('column.year')}</th>
            <th scope="col" class="number">
              {trend.unit}
            </th>
            {remarks && <th scope="col">{words.t('column.remark')}</th>}
          </tr>
        </thead>
        {trend.segments.map((segment) => (
          <tbody key={segment.label}>
            {segment.points.map(({ year, value, kind }) => (
              <tr key={year}>
                <th scope="row">{words.year(year)}</th>
                <td class="number">{print(value)}</td>
                {remarks && <td>{kind === 'observed' ? '' : words.t(`trend.${kind}`)}</td>}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </details>
  );
}

/** Data inside a script element may not close it. */
function scriptSafe(trend: TrendSpecification): string {
  return JSON.stringify(trend).replace(/</g, '\\u003c');
}
