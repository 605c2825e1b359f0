import { h, type JSX } from 'preact';
import type { ChartSpecification } from '../../charts/chart-specification.js';
import { chartHeight, chartSize } from '../../charts/picture-size.js';
import type { ChartQuestion } from '../../reports/charts/chart-question.js';
import { chartAddress } from '../chart-address.js';
import type { Frame } from '../layout.js';

interface ChartDrawingProps {
  readonly frame: Frame;
  readonly question: ChartQuestion;
  readonly chart: ChartSpecification;
}

/** Width of the picture for narrow screens, CSS pixels. */
const NARROW = 360;

/**
 * What a script draws when it comes into view: a trend from the figures inside, which may be drawn otherwise than alone;
 * others from the API. Brings the script with it. Without script a picture, without its words.
 */
export function ChartDrawing({ frame, question, chart }: ChartDrawingProps): JSX.Element {
  const { words, assets } = frame;
  const lang = words.language;
  const picture = (more: Readonly<Record<string, string>> = {}): string =>
    `${chartAddress(question, 'svg', { ...more, lang })}#chart`;
  const height = chartHeight(chart);
  const narrow = { width: NARROW, height: chartHeight(chart, NARROW) };
  const [small, dark] = ['(max-width: 35rem)', 'screen and (prefers-color-scheme: dark)'];
  const width = { width: String(NARROW) };
  return (
    <>
      <script type="module" src={assets['chart.js']} />
      {h(
        'iww-chart',
        {
          kind: chart.kind,
          'data-hue': 'hue' in chart ? chart.hue : undefined,
          ...(chart.kind !== 'trend' && { src: chartAddress(question, 'json', { lang }) }),
          ...(chart.kind === 'map' && { 'data-world': assets['world.json'] }),
          ...('areas' in chart && { 'data-places': words.to('countries', '*') }),
        },
        chart.kind === 'trend' && (
          <script type="application/json" dangerouslySetInnerHTML={{ __html: scriptSafe(chart) }} />
        ),
        <div class="drawing">
          <noscript>
            <picture>
              <source
                media={`${dark} and ${small}`}
                srcset={picture({ theme: 'dark', ...width })}
                {...narrow}
              />
              <source
                media={dark}
                srcset={picture({ theme: 'dark' })}
                width={chartSize.width}
                height={height}
              />
              <source media={small} srcset={picture(width)} {...narrow} />
              <img
                src={picture()}
                alt={`${chart.title}. ${chart.summary}`}
                width={chartSize.width}
                height={height}
                loading="lazy"
              />
            </picture>
          </noscript>
        </div>,
      )}
    </>
  );
}

/** Data inside a script element may not close it. */
function scriptSafe(chart: ChartSpecification): string {
  return JSON.stringify(chart).replace(/</g, '\\u003c');
}
