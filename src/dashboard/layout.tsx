import type { JSX } from 'preact';
import type { LayoutProps } from './frame.js';
import { MomentBanner } from './parts/moment-banner.js';
import { PageAlternates } from './parts/page-alternates.js';
import { PageFooter } from './parts/page-footer.js';
import { PageHeader } from './parts/page-header.js';
import { StatusShapes } from './parts/status.js';
import { VisitorNavigation } from './parts/visitor-navigation.js';

export type { Frame } from './frame.js';

/** The one frame of all pages: head, way to the content, navigation, footer. */
export function Layout(props: LayoutProps): JSX.Element {
  const { frame, title, section, follows = false, feed, head, children } = props;
  const { words, assets } = frame;
  return (
    <html lang={words.language} dir={words.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title === words.t('site.name') ? title : `${title} – ${words.t('site.name')}`}</title>
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={assets['style.css']} />
        <link rel="icon" type="image/svg+xml" href={assets['icon.svg']} />
        {frame.isPublic === true && <PageAlternates frame={frame} />}
        {feed !== undefined && (
          <link rel="alternate" type="application/atom+xml" href={feed} title={words.t('feed.link')} />
        )}
        {head}
        {follows && <script type="module" src={assets['progress.js']} />}
      </head>
      <body>
        <a class="skip" href="#main">
          {words.t('site.skip')}
        </a>
        <StatusShapes />
        <PageHeader frame={frame} section={section} />
        {frame.visitor !== undefined && <VisitorNavigation words={words} visitor={frame.visitor} />}
        <main id="main">
          {frame.moment !== undefined && <MomentBanner moment={frame.moment} words={words} />}
          {children}
        </main>
        <PageFooter {...props} />
      </body>
    </html>
  );
}
