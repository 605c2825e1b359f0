import MiniSearch, { type CombinationOperator, type Query, type SearchResult } from 'minisearch';
import type { Language } from '../../language/language.js';
import { wordsOf } from '../../language/words.js';
import { bareText, isSpelled, wordsSought, wordsToFind } from './fold-text.js';
import { SEARCH_KINDS, type SearchEntry, type SearchHit, type SpelledName } from './search-entry.js';
import { vocabulary, type Vocabulary } from './vocabulary.js';

/** So many words of a question are looked for. */
const MOST_WORDS = 12;

/** How the whole question stands to a name, the best first. */
const RANKS = { name: 0, exact: 1, beginning: 2, words: 3 } as const;

/** One spelling of one entry, as it is indexed. */
interface Spelling {
  readonly entry: SearchEntry;
  readonly name: SpelledName;
  readonly bare: string;
}

interface Found extends Spelling {
  readonly rank: number;
  readonly score: number;
}

/** Names with all words of the question; if there are none, those with some. */
const WAYS: readonly CombinationOperator[] = ['AND', 'OR'];

/** Finds entries by their names in all languages, as `ask` is asked. */
export interface SearchIndex {
  /**
   * What a question may mean, the best first: what is so named or coded as a whole; what begins so; what holds its
   * words, or words that begin so. A word that no name holds is taken for the known ones near it.
   * @param language in which the reader is told; names in it go before others of the same rank
   */
  readonly ask: (question: string, language: Language, most: number) => readonly SearchHit[];
}

export function searchIndex(entries: readonly SearchEntry[]): SearchIndex {
  const spellings = entries.flatMap(spellingsOf);
  const names = new MiniSearch<{ readonly id: number; readonly text: string }>({
    fields: ['text'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
  });
  const documents = spellings.map((spelling, id) => ({ id, text: indexedWords(spelling).join(' ') }));
  names.addAll(documents);
  const known = vocabulary(documents.flatMap(({ text }) => text.split(' ')));

  return {
    ask: (question, language, most) => {
      const sought = wordsSought(question).slice(0, MOST_WORDS);
      if (sought.length === 0) return [];
      const bare = bareText(question);
      const found = resultsOf(names, sought, known).flatMap(({ id, score }) => {
        const spelling = spellings[Number(id)];
        return spelling === undefined
          ? []
          : {
              ...spelling,
              rank: rankOf(spelling, bare, language),
              score: score * weightOf(spelling, language),
            };
      });
      return bestOfEach(found)
        .slice(0, most)
        .map((one) => hit(one, language));
    },
  };
}

/** Each spelling of an entry once in each language; outside of any where none has it. */
function spellingsOf(entry: SearchEntry): readonly Spelling[] {
  const all = entry.spellings.map((name) => ({ entry, name, bare: bareText(name.text) }));
  const inLanguages = new Set(all.flatMap(({ name, bare }) => (name.language === undefined ? [] : [bare])));
  const wanted = all.filter(({ name, bare }) => name.language !== undefined || !inLanguages.has(bare));
  const keyed = wanted.map(
    (spelling) => [`${spelling.name.language ?? ''} ${spelling.bare}`, spelling] as const,
  );
  return [...new Map(keyed.toReversed()).values()];
}

/** The words of a name; a code is also found when it is written in one. */
function indexedWords({ name: { text, language }, bare }: Spelling): readonly string[] {
  const words = wordsToFind(text);
  return language === undefined && words.length > 1 ? [...words, bare] : words;
}

function resultsOf(names: MiniSearch, words: readonly string[], known: Vocabulary): readonly SearchResult[] {
  for (const combineWith of WAYS) {
    const queries = words.map((word, at) =>
      queryOf(word, known, combineWith === 'AND' || at === words.length - 1),
    );
    const results = names.search({ combineWith, queries });
    if (results.length > 0) return results;
  }
  return [];
}

/**
 * One word of a question: that word, or near ones where it is of no name.
 * @param mayBegin whether it may be the beginning of one; a single letter is not, too much begins so
 */
function queryOf(word: string, known: Vocabulary, mayBegin: boolean): Query {
  return known.beginsSome(word)
    ? { queries: [word], prefix: mayBegin && (word.length > 1 || !isSpelled(word)) }
    : { queries: [word, ...known.near(word)], combineWith: 'OR' };
}

/** A beginning counts in the language of the reader, who may be typing on, and of codes. */
function rankOf({ entry, name, bare }: Spelling, question: string, language: Language): number {
  if (bare === question) return bareText(entry.name(language)) === question ? RANKS.name : RANKS.exact;
  const isReaders = name.language === undefined || name.language === language;
  return isReaders && bare.startsWith(question) ? RANKS.beginning : RANKS.words;
}

/** Names of the reader's own language and codes go before those of other languages. */
function weightOf({ name }: Spelling, language: Language): number {
  return name.language === language ? 2 : name.language === undefined ? 1.5 : 1;
}

/** Each entry by the best of its spellings, in order. */
function bestOfEach(found: readonly Found[]): readonly Found[] {
  const best = new Map<SearchEntry, Found>();
  for (const one of found.toSorted(inOrder)) {
    if (!best.has(one.entry)) best.set(one.entry, one);
  }
  return [...best.values()];
}

function inOrder(one: Found, other: Found): number {
  const isRanked = Math.min(one.rank, other.rank) < RANKS.words;
  return (
    one.rank - other.rank ||
    (isRanked ? placeOf(one) - placeOf(other) : 0) ||
    other.score - one.score ||
    placeOf(one) - placeOf(other)
  );
}

function placeOf({ entry }: Found): number {
  return SEARCH_KINDS.indexOf(entry.kind);
}

function hit({ entry, name: matched, rank, bare }: Found, language: Language): SearchHit {
  const { kind, code, page, fragment } = entry;
  const name = entry.name(language);
  const address = `${wordsOf(language).to(...page)}${fragment === undefined ? '' : `#${fragment}`}`;
  const found = { kind, code, name, address, exact: rank <= RANKS.exact };
  return bare === bareText(name) ? found : { ...found, matched };
}
