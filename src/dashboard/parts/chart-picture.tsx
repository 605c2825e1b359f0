import type { JSX } from 'preact';
import type { ChartSpecification } from '../../charts/chart-specification.js';
import { chartSize } from '../../charts/picture-size.js';
import type { ChartQuestion } from '../../reports/charts/chart-question.js';
import { chartParameters } from '../../reports/charts/embed.js';
import type { Words } from '../words.js';

interface ChartPictureProps {
  readonly question: ChartQuestion;
  readonly chart: ChartSpecification;
  readonly words: Words;
}

const NARROW = 360;

/** A chart as a picture with its words, for the width and the colours of the screen. */
export function ChartPicture({ question, chart, words }: ChartPictureProps): JSX.Element {
  const address = (more: Readonly<Record<string, string>>): string => {
    const parameters = chartParameters(question);
    for (const [name, value] of Object.entries({ ...more, lang: words.language }))
      parameters.set(name, value);
    return `/api/v1/charts/${question.chart}.svg?${parameters.toString()}`;
  };
  const narrow = { width: String(NARROW) };
  const [small, dark] = ['(max-width: 35rem)', 'screen and (prefers-color-scheme: dark)'];
  return (
    <picture>
      <source media={`${dark} and ${small}`} srcset={address({ theme: 'dark', ...narrow })} />
      <source media={dark} srcset={address({ theme: 'dark' })} />
      <source media={small} srcset={address(narrow)} />
      <img
        src={address({})}
        alt={`${chart.title}. ${chart.summary}`}
        width={chartSize.width}
        height={chartSize.height}
        loading="lazy"
      />
    </picture>
  );
}
