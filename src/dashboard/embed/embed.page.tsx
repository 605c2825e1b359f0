import type { JSX } from 'preact';
import type { ChartSpecification } from '../../charts/chart-specification.js';
import type { ChartQuestion } from '../../reports/charts/chart-question.js';
import type { Frame } from '../layout.js';
import { ChartPicture } from '../parts/chart-picture.js';
import { ChartTable } from '../parts/chart-table.js';
import { EmbedDiscovery } from '../parts/embed-discovery.js';
import { MomentBanner } from '../parts/moment-banner.js';

interface EmbedPageProps {
  readonly frame: Frame;
  readonly question: ChartQuestion;
  readonly chart: ChartSpecification;
  /** Where more is told. */
  readonly page: string;
}

/** One chart for a frame on another site: the picture, the same as a table, where it comes from. No script. */
export function EmbedPage({ frame, question, chart, page }: EmbedPageProps): JSX.Element {
  const { words, assets, moment, operator } = frame;
  return (
    <html lang={words.language} dir={words.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>{chart.title}</title>
        <link rel="stylesheet" href={assets['style.css']} />
        <link rel="icon" type="image/svg+xml" href={assets['icon.svg']} />
        <EmbedDiscovery frame={frame} question={question} title={chart.title} />
      </head>
      <body class="embedded">
        <main id="main">
          {moment !== undefined && <MomentBanner moment={moment} words={words} />}
          <h1 class="unseen">{chart.title}</h1>
          <figure class="picture">
            <ChartPicture question={question} chart={chart} words={words} />
            <details>
              <summary>{words.t('trend.table')}</summary>
              <ChartTable chart={chart} words={words} id="table" />
            </details>
          </figure>
          <p class="quiet">
            <a href={page} target="_blank" rel="noopener">
              {words.t('embed.source', { site: words.t('site.name') })}
            </a>
            {operator.name !== undefined && (
              <>
                {' · '}
                {words.t('footer.operator')} <bdi>{operator.name}</bdi>
              </>
            )}
          </p>
        </main>
      </body>
    </html>
  );
}
