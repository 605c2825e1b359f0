import type { JSX } from 'preact';
import type { Frame } from '../layout.js';
import type { PagePicture } from '../page-pictures.js';
import { PictureFigure } from './picture-figure.js';

interface PagePicturesProps {
  readonly frame: Frame;
  readonly pictures: readonly PagePicture[];
}

/** The table first; what it shows as pictures is one step away. */
export function PagePictures({ frame, pictures }: PagePicturesProps): JSX.Element {
  return (
    <details class="pictures">
      <summary>{frame.words.t('embed.pictures')}</summary>
      {pictures.map(({ question, chart }) => (
        <PictureFigure key={question.chart} frame={frame} question={question} chart={chart} />
      ))}
    </details>
  );
}
