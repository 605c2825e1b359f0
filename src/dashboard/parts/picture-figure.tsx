import type { JSX } from 'preact';
import type { ChartSpecification } from '../../charts/chart-specification.js';
import type { ChartQuestion } from '../../reports/charts/chart-question.js';
import { chartParameters } from '../../reports/charts/embed.js';
import type { Frame } from '../layout.js';
import { ChartPicture } from './chart-picture.js';
import { EmbedCode } from './embed-code.js';

interface PictureFigureProps {
  readonly frame: Frame;
  readonly question: ChartQuestion;
  readonly chart: ChartSpecification;
}

/** A chart as a picture, with what to save and what to copy. */
export function PictureFigure({ frame, question, chart }: PictureFigureProps): JSX.Element {
  const { words } = frame;
  const parameters = chartParameters(question);
  parameters.set('lang', words.language);
  const address = (form: string): string =>
    `/api/v1/charts/${question.chart}.${form}?${parameters.toString()}`;
  return (
    <figure class="picture">
      <ChartPicture question={question} chart={chart} words={words} />
      <ul class="notes">
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
