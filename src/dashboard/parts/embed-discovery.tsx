import type { JSX } from 'preact';
import type { ChartQuestion } from '../../reports/charts/chart-question.js';
import { embedPath } from '../../reports/charts/embed.js';
import { frameMoment } from '../frame-moment.js';
import type { Frame } from '../layout.js';

interface EmbedDiscoveryProps {
  readonly frame: Frame;
  /** The chart that stands for the page. */
  readonly question: ChartQuestion;
  readonly title: string;
}

/** Tells programs that a chart of this page can be shown elsewhere. Source: oEmbed 1.0, section 4. */
export function EmbedDiscovery({ frame, question, title }: EmbedDiscoveryProps): JSX.Element | null {
  const { words, base } = frame;
  if (base === undefined) return null;
  const url = base + embedPath({ question, language: words.language, moment: frameMoment(frame) });
  const address = (format: string): string =>
    `${base}/api/v1/oembed?${new URLSearchParams({ url, format }).toString()}`;
  return (
    <>
      <link rel="alternate" type="application/json+oembed" href={address('json')} title={title} />
      <link rel="alternate" type="text/xml+oembed" href={address('xml')} title={title} />
    </>
  );
}
