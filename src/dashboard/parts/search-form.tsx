import { h, type JSX } from 'preact';
import type { Words } from '../words.js';

interface SearchFormProps {
  readonly words: Words;
  readonly question: string | undefined;
  /** Characters that are read. */
  readonly most: number;
}

/** One field for everything; the script of the page shows what is found while somebody types. */
export function SearchForm({ words, question, most }: SearchFormProps): JSX.Element {
  return h(
    'iww-search',
    {
      'data-list': words.t('search.list'),
      'data-listed': words.t('search.listed', { count: '{count}' }),
      'data-nothing': words.t('search.nothing'),
      'data-failed': words.t('search.failed'),
    },
    <form class="search" role="search" aria-label={words.t('search.title')} action={words.to('search')}>
      <label for="q">{words.t('search.field')}</label>
      <div class="row">
        <input
          id="q"
          name="q"
          type="search"
          required
          dir="auto"
          maxLength={most}
          value={question}
          aria-describedby="q-hint"
        />
        <button type="submit">{words.t('search.find')}</button>
      </div>
      <p class="remark" id="q-hint">
        {words.t('search.hint')}
      </p>
    </form>,
  );
}
