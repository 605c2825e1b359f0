import type { JSX } from 'preact';
import type { SearchHit } from '../../reports/search/search-entry.js';
import type { Words } from '../words.js';

interface SearchResultsProps {
  readonly hits: readonly SearchHit[];
  readonly words: Words;
}

/** What was found, by kind, the kind of the best result first. */
export function SearchResults({ hits, words }: SearchResultsProps): JSX.Element {
  const kinds = [...new Set(hits.map(({ kind }) => kind))];
  return (
    <>
      {kinds.map((kind) => (
        <section class="found" key={kind}>
          <h3>{words.t(`search.kind.${kind}`)}</h3>
          <ul class="plain">
            {hits
              .filter((hit) => hit.kind === kind)
              .map((hit) => (
                <li key={hit.code}>
                  <a href={hit.address}>
                    <bdi>{hit.name}</bdi>
                  </a>
                  <Matched hit={hit} words={words} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** By which other name, of which language, or by which code. */
function Matched({
  hit: { matched },
  words,
}: {
  readonly hit: SearchHit;
  readonly words: Words;
}): JSX.Element | null {
  if (matched === undefined) return null;
  const { text, language } = matched;
  const names = new Intl.DisplayNames([words.language], { type: 'language' });
  const other = language === undefined || language === words.language ? undefined : names.of(language);
  return (
    <span class="matched">
      {' '}
      {words.t('search.foundBy')} <bdi lang={other && language}>{text}</bdi>
      {other !== undefined && ` (${other})`}
    </span>
  );
}
