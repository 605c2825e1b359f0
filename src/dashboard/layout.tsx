import type { ComponentChildren, JSX } from 'preact';
import type { Framework, Method, NamedKind } from '../catalogue/catalogue.js';
import { sourceLanguage } from '../language/language.js';
import type { Assets } from './assets.js';
import { MomentBanner, type MomentBannerProps } from './parts/moment-banner.js';
import { StatusShapes } from './parts/status.js';
import { VisitorNavigation } from './parts/visitor-navigation.js';
import type { Visitor } from './visitor.js';
import type { Words } from './words.js';

/** What stands around every page. */
export interface Frame {
  readonly words: Words;
  readonly assets: Assets;
  /** What a thing of the catalogue is called in the language of the page; its own name where no other is known. */
  readonly named: (kind: NamedKind, thing: { readonly code: string; readonly name: string }) => string;
  /** What is measured. */
  readonly framework: Framework;
  /** By which rules: what pages say of a rule is read from here. */
  readonly method: Method;
  /** Data revision the page was made from. */
  readonly revision: number;
  /** Which state it is of, where that is not the present one. */
  readonly moment?: MomentBannerProps['moment'];
  /** Where readers reach this installation, for addresses that are used elsewhere. */
  readonly base?: string;
  /** Who is signed in, on pages that are theirs. */
  readonly visitor?: Visitor;
}

export interface LayoutProps {
  readonly frame: Frame;
  readonly title: string;
  /** Path below the language of the section it belongs to, for the navigation. */
  readonly section?: Section;
  /** Whether it draws charts, and so needs a script. */
  readonly charts?: boolean;
  /** Whether a script on it tells how far something is that goes on. */
  readonly follows?: boolean;
  /** The same content as data, below /api/v1. */
  readonly api?: string;
  /** Whether that also comes as CSV; it does unless said otherwise. */
  readonly csv?: boolean;
  /** Path of the Atom feed about the same. */
  readonly feed?: string;
  /** What is told in its head beside that, such as a `DataRecord`. */
  readonly head?: ComponentChildren;
  readonly children: ComponentChildren;
}

const sections = [
  'countries',
  'issues',
  'indicators',
  'commitments',
  'communities',
  'method',
  'contribute',
] as const;
type Section = (typeof sections)[number];

/** The one frame of all pages: head, way to the content, navigation, footer. */
export function Layout(props: LayoutProps): JSX.Element {
  const { frame, title, section, charts = false, follows = false, feed, head, children } = props;
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
        {feed !== undefined && (
          <link rel="alternate" type="application/atom+xml" href={feed} title={words.t('feed.link')} />
        )}
        {head}
        {charts && <script type="module" src={assets['trend.js']} />}
        {follows && <script type="module" src={assets['progress.js']} />}
      </head>
      <body>
        <a class="skip" href="#main">
          {words.t('site.skip')}
        </a>
        <StatusShapes />
        <header class="top">
          <a class="brand" href={words.to()}>
            {words.t('site.name')}
          </a>
          <nav aria-label={words.t('site.navigation')}>
            <ul>
              {sections.map((name) => (
                <li key={name}>
                  <a href={words.to(name)} aria-current={name === section ? 'true' : undefined}>
                    {words.t(`nav.${name}`)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </header>
        {frame.visitor !== undefined && <VisitorNavigation words={words} visitor={frame.visitor} />}
        <main id="main">
          {frame.moment !== undefined && <MomentBanner moment={frame.moment} words={words} />}
          {children}
        </main>
        <Footer {...props} />
      </body>
    </html>
  );
}

function Footer({ frame: { words, method, revision }, api, csv = true }: LayoutProps): JSX.Element {
  return (
    <footer>
      <p>
        {words.t('footer.edition', {
          edition: method.edition,
          method: method.version,
          revision: String(revision),
        })}
      </p>
      {api !== undefined && (
        <p>
          {words.t('footer.data')} <a href={`/api/v1/${api}`}>JSON</a> ·{' '}
          {csv && (
            <>
              <a href={`/api/v1/${api}.csv`}>CSV</a> ·{' '}
            </>
          )}
          <a href="/api/docs">{words.t('footer.api')}</a>
        </p>
      )}
      <p>
        <a href={words.to('releases')}>{words.t('releases.title')}</a>
      </p>
      <p>{words.t('footer.terms')}</p>
      <p>{words.t('footer.independent')}</p>
      {words.language !== sourceLanguage && <p>{words.t('footer.draft')}</p>}
    </footer>
  );
}
