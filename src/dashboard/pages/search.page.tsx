import type { JSX } from 'preact';
import type { SearchHit } from '../../reports/search/search-entry.js';
import { Layout, type Frame } from '../layout.js';
import { SearchForm } from '../parts/search-form.js';
import { SearchResults } from '../parts/search-results.js';
import { mainSections } from '../sections.js';
import type { Words } from '../words.js';

/** So many characters of a question are read, and so many results told. */
export const LONGEST_QUESTION = 200;
export const MOST_FOUND = 50;

/** Questions that show what can be asked. */
const EXAMPLES = ['Kenya', '4G', '11(a)', 'UI_NETUSE'];

interface SearchPageProps {
  readonly frame: Frame;
  /** Absent: nothing was asked yet. */
  readonly question?: string;
  readonly hits: readonly SearchHit[];
}

/** What a name or code means, by kind; ways to go on where nothing was found. */
export function SearchPage({ frame, question, hits }: SearchPageProps): JSX.Element {
  const { words, assets } = frame;
  const title =
    question === undefined ? words.t('search.title') : words.t('search.of', { query: apart(question) });
  return (
    <Layout
      frame={frame}
      title={title}
      section="search"
      head={<script type="module" src={assets['search.js']} />}
      {...(question !== undefined && { api: `search?${apiQuery(question, words)}`, csv: false })}
    >
      <h1>{words.t('search.title')}</h1>
      <SearchForm words={words} question={question} most={LONGEST_QUESTION} />
      {question === undefined ? (
        <Examples words={words} />
      ) : (
        <>
          <h2 id="found">{foundSentence(question, hits.length, words)}</h2>
          <SearchResults hits={hits} words={words} />
        </>
      )}
      {hits.length === 0 && (
        <>
          {question !== undefined && <p>{words.t('search.noneHint')}</p>}
          <h2>{words.t('search.browse')}</h2>
          <ul class="plain">
            {mainSections
              .filter((section) => section !== 'contribute' && section !== 'compare')
              .map((section) => (
                <li key={section}>
                  <a href={words.to(section)}>{words.t(`nav.${section}`)}</a>
                </li>
              ))}
          </ul>
        </>
      )}
    </Layout>
  );
}

function Examples({ words }: { readonly words: Words }): JSX.Element {
  return (
    <>
      <h2>{words.t('search.examples')}</h2>
      <ul class="row plain examples">
        {EXAMPLES.map((example) => (
          <li key={example}>
            <a href={`${words.to('search')}?${new URLSearchParams({ q: example }).toString()}`}>
              <bdi>{example}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function foundSentence(question: string, count: number, words: Words): string {
  const query = apart(question);
  if (count === 0) return words.t('search.none', { query });
  return words.t(count < MOST_FOUND ? 'search.count' : 'search.many', { count, query });
}

/** Between the signs of Unicode that keep its direction from changing that of the sentence around. */
function apart(question: string): string {
  return `\u2068${question}\u2069`;
}

function apiQuery(question: string, { language }: Words): string {
  return new URLSearchParams({ q: question, lang: language, limit: String(MOST_FOUND) }).toString();
}
