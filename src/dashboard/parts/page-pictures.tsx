import type { JSX } from 'preact';
import type { Frame } from '../layout.js';
import type { PagePicture } from '../page-pictures.js';
import { ChartFigure } from './chart-figure.js';

interface PagePicturesProps {
  readonly frame: Frame;
  readonly pictures: readonly PagePicture[];
}

/** The table first; what it shows as pictures is one step away, and open where a year was asked for. */
export function PagePictures({ frame, pictures }: PagePicturesProps): JSX.Element {
  return (
    <details class="pictures" open={pictures.some(({ question }) => question.year !== undefined)}>
      <summary>{frame.words.t('chart.ofThese')}</summary>
      {pictures.map(({ question, chart }) => (
        <ChartFigure key={question.chart} frame={frame} question={question} chart={chart} />
      ))}
    </details>
  );
}
