import type { JSX } from 'preact';
import type { Words } from '../words.js';

interface CountrySearchProps {
  readonly areas: readonly { readonly code: string; readonly name: string }[];
  readonly words: Words;
  readonly value?: string;
}

/** A field with all countries; works without script: the list of countries answers it. */
export function CountrySearch({ areas, words, value }: CountrySearchProps): JSX.Element {
  return (
    <form class="search" action={words.to('countries')} method="get" role="search">
      <label for="country">{words.t('search.label')}</label>
      <div class="row">
        <input
          id="country"
          name="name"
          type="search"
          list="countries"
          autocomplete="off"
          required
          value={value}
        />
        <button type="submit">{words.t('search.button')}</button>
      </div>
      <datalist id="countries">
        {areas.map(({ code, name }) => (
          <option key={code} value={name} />
        ))}
      </datalist>
    </form>
  );
}
