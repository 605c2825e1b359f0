import SearchableMap from 'minisearch/SearchableMap';
import { isSpelled } from './fold-text.js';

/** Words that are known, to tell which of a question are not, and which ones near these may be meant. */
export interface Vocabulary {
  readonly beginsSome: (word: string) => boolean;
  /** Known words that differ by a slip of the pen: by one letter, long ones by two, but not by the first. */
  readonly near: (word: string) => readonly string[];
}

/** @param words folded as in fold-text.ts */
export function vocabulary(words: Iterable<string>): Vocabulary {
  // By first letter: this alone makes looking for near words twenty times as quick.
  const rests = new Map<string, SearchableMap<true>>();
  for (const word of words) {
    const [first, rest] = [word.slice(0, 1), word.slice(1)];
    const known = rests.get(first) ?? new SearchableMap<true>();
    rests.set(first, known.set(rest, true));
  }
  const restsOf = (word: string): SearchableMap<true> =>
    rests.get(word.slice(0, 1)) ?? new SearchableMap<true>();
  return {
    beginsSome: (word) => restsOf(word).atPrefix(word.slice(1)).keys().next().done !== true,
    near: (word) => {
      const most = slips(word);
      if (most === 0) return [];
      return [...restsOf(word).fuzzyGet(word.slice(1), most).keys()].map((rest) => word.slice(0, 1) + rest);
    },
  };
}

/** Slips allowed in a word. */
function slips(word: string): number {
  if (!isSpelled(word) || /\p{N}/u.test(word) || word.length < 4 || word.length > LONGEST) return 0;
  return word.length < 8 ? 1 : 2;
}

/** Longer words are not looked for by what is near them. */
const LONGEST = 40;
