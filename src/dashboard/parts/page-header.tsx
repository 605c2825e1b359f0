import type { JSX } from 'preact';
import type { Frame } from '../frame.js';
import { mainSections, type Section } from '../sections.js';
import { LanguageSwitch } from './language-switch.js';

/** Name, languages, sections, search. Narrow screens open the languages and the sections by a button, without script. */
export function PageHeader({
  frame,
  section,
}: {
  readonly frame: Frame;
  readonly section: Section | undefined;
}): JSX.Element {
  const { words } = frame;
  return (
    <header class="top">
      <a class="brand" href={words.to()}>
        {words.t('site.name')}
      </a>
      <LanguageSwitch frame={frame} />
      <nav class="sections" aria-label={words.t('site.navigation')}>
        <button type="button" class="opens" popovertarget="site-sections">
          {words.t('nav.menu')}
        </button>
        <div id="site-sections" class="drawer" popover="auto">
          <ul>
            {mainSections.map((name) => (
              <li key={name}>
                <a href={words.to(name)} aria-current={name === section ? 'true' : undefined}>
                  {words.t(`nav.${name}`)}
                </a>
              </li>
            ))}
          </ul>
          <form role="search" aria-label={words.t('nav.searchFor')} class="find" action={words.to('search')}>
            <label class="unseen" for="site-find">
              {words.t('nav.searchFor')}
            </label>
            <input id="site-find" type="search" name="q" placeholder={words.t('nav.searchFor')} />
            <button type="submit" class="quietly">
              {words.t('nav.search')}
            </button>
          </form>
        </div>
      </nav>
    </header>
  );
}
