import type { JSX } from 'preact';
import type { ChartSpecification } from '../../charts/chart-specification.js';
import { embedPath } from '../../reports/charts/embed.js';
import type { ChartQuestion } from '../../reports/charts/chart-question.js';
import { chartAddress } from '../chart-address.js';
import { chartRowAddresses } from '../chart-row-addresses.js';
import { frameMoment } from '../frame-moment.js';
import type { Frame } from '../layout.js';
import { ChartDrawing } from './chart-drawing.js';
import { ChartKey } from './chart-key.js';
import { ChartNotes } from './chart-notes.js';
import { ChartTable } from './chart-table.js';
import { EmbedCode } from './embed-code.js';
import { YearsOfMap } from './years-of-map.js';

interface ChartFigureProps {
  readonly frame: Frame;
  /** Which chart it is, for the same as a picture, as data and elsewhere. */
  readonly question: ChartQuestion;
  readonly chart: ChartSpecification;
  /** How the values of a trend are printed. */
  readonly print?: (value: number) => string;
}

/**
 * A chart: what is seen as a sentence, unit, key, drawing (a picture without script), the same numbers as a table, notes,
 * what to save and what to copy. A map can be turned to another year.
 */
export function ChartFigure({ frame, question, chart, print }: ChartFigureProps): JSX.Element {
  const { words } = frame;
  const hue = 'hue' in chart ? ` hue-${String(chart.hue)}` : '';
  const address = (form: 'svg' | 'png' | 'csv'): string =>
    chartAddress(question, form, { lang: words.language });
  return (
    <figure class={`chart chart-${chart.kind}${hue}`} id={chart.kind === 'map' ? 'map' : undefined}>
      <figcaption>
        <strong>{chart.title}</strong>
        <span class="unit">{chart.unit}</span>
        <ChartKey chart={chart} />
        {chart.kind === 'map' && <YearsOfMap frame={frame} chart={chart} />}
      </figcaption>
      <ChartDrawing frame={frame} question={question} chart={chart} />
      <Twin frame={frame} question={question} chart={chart} print={print} />
      <ul class="notes">
        <ChartNotes chart={chart} words={words} />
        <li>
          {words.t('trend.saveAs')} <a href={address('svg')}>SVG</a> · <a href={address('png')}>PNG</a> ·{' '}
          <a href={address('csv')}>CSV</a>
        </li>
        <li>
          <EmbedCode frame={frame} question={question} title={chart.title} />
        </li>
      </ul>
    </figure>
  );
}

/** The table is one click away; one of all countries stands on a page of its own, from where a script brings it. */
function Twin({
  frame,
  question,
  chart,
  print,
}: Omit<ChartFigureProps, 'print'> & { readonly print: ChartFigureProps['print'] }): JSX.Element {
  const { words } = frame;
  const isLong = chart.kind === 'map' || chart.kind === 'distribution';
  const elsewhere = embedPath({ question, language: words.language, moment: frameMoment(frame) });
  return (
    <details data-twin>
      <summary>{words.t('trend.table')}</summary>
      {isLong ? (
        <p data-elsewhere>
          <a href={`${elsewhere}#table`}>{words.t('chart.table.open', { title: chart.title })}</a>
        </p>
      ) : (
        <ChartTable
          chart={chart}
          words={words}
          print={print}
          addresses={chartRowAddresses(question, chart, words)}
        />
      )}
    </details>
  );
}
