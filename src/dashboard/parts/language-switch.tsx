import type { JSX } from 'preact';
import { languages } from '../../language/language.js';
import { ownName } from '../../language/own-name.js';
import type { Frame } from '../frame.js';
import { inLanguage } from '../page-address.js';

/** The languages by their own names; each leads to the same page with the same question. */
export function LanguageSwitch({ frame: { words, path } }: { readonly frame: Frame }): JSX.Element {
  return (
    <nav class="languages" aria-label={words.t('nav.languages')}>
      <button type="button" class="opens" popovertarget="site-languages">
        <span class="unseen">{words.t('nav.languages')}: </span>
        {ownName(words.language)}
      </button>
      <ul id="site-languages" class="drawer" popover="auto">
        {languages.map((language) => (
          <li key={language}>
            <a
              href={inLanguage(path, language)}
              hreflang={language}
              lang={language}
              aria-current={language === words.language ? 'true' : undefined}
            >
              {ownName(language)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
