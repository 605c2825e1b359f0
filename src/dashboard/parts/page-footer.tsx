import type { JSX } from 'preact';
import { sourceLanguage } from '../../language/language.js';
import type { LayoutProps } from '../frame.js';
import { serviceSections } from '../sections.js';
import { OperatorLine } from './operator-line.js';

/** What the service is, the page as data, and what the figures may be used for. */
export function PageFooter({ frame, section, api, csv = true }: LayoutProps): JSX.Element {
  const { words, method, revision, operator } = frame;
  return (
    <footer>
      <nav aria-label={words.t('footer.service')}>
        <ul>
          {serviceSections.map((name) => (
            <li key={name}>
              <a href={words.to(name)} aria-current={name === section ? 'true' : undefined}>
                {words.t(`footer.link.${name}`)}
              </a>
            </li>
          ))}
          <li>
            <a href="/api/docs">{words.t('footer.api')}</a>
          </li>
          <li>
            <a href="/api/v1/feeds/releases.atom">{words.t('footer.feed')}</a>
          </li>
        </ul>
      </nav>
      {api !== undefined && (
        <p>
          {words.t('footer.data')} <a href={`/api/v1/${api}`}>JSON</a>
          {csv && (
            <>
              {' · '}
              <a href={`/api/v1/${api}.csv`}>CSV</a>
            </>
          )}
        </p>
      )}
      <p>
        {words.t('footer.edition', {
          edition: method.edition,
          method: method.version,
          revision: String(revision),
        })}
      </p>
      <p>{words.t('footer.terms')}</p>
      <OperatorLine operator={operator} words={words} />
      {words.language !== sourceLanguage && <p>{words.t('footer.draft')}</p>}
    </footer>
  );
}
