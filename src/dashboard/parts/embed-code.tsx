import type { JSX } from 'preact';
import type { ChartQuestion } from '../../reports/charts/chart-question.js';
import { frameCode } from '../../reports/charts/embed.js';
import type { Frame } from '../layout.js';
import { frameMoment } from '../frame-moment.js';

interface EmbedCodeProps {
  readonly frame: Frame;
  readonly question: ChartQuestion;
  readonly title: string;
}

/** What to copy to show a chart on another site. */
export function EmbedCode({ frame, question, title }: EmbedCodeProps): JSX.Element | null {
  const { words, base } = frame;
  if (base === undefined) return null;
  const code = frameCode({ question, language: words.language, moment: frameMoment(frame) }, title, base);
  return (
    <details class="embed">
      <summary>{words.t('embed.open')}</summary>
      <p>{words.t('embed.how')}</p>
      <pre dir="ltr">
        <code>{code}</code>
      </pre>
    </details>
  );
}
