import type { JSX } from 'preact';
import type { Words } from '../words.js';

/** A field to find a country; works without script: the search answers it, and leads straight to a country it names. */
export function CountrySearch({ words }: { readonly words: Words }): JSX.Element {
  return (
    <form class="search" action={words.to('search')} method="get" role="search">
      <label for="country">{words.t('search.label')}</label>
      <div class="row">
        <input id="country" name="q" type="search" autocomplete="off" required />
        <button type="submit">{words.t('nav.search')}</button>
      </div>
    </form>
  );
}
