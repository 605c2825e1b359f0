import type { Language } from '../../language/language.js';

/** What can be found, in the order in which results of one rank are told. */
export const SEARCH_KINDS = [
  'country',
  'issue',
  'action_line',
  'sdg_target',
  'principle',
  'goal',
  'indicator',
  'commitment',
  'objective',
  'community',
  'region',
  'term',
  'method',
  'page',
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** A name of something, and the language it is written in where it is written in one. */
export interface SpelledName {
  readonly text: string;
  readonly language?: Language | undefined;
}

/** Something that has a page. */
export interface SearchEntry {
  readonly kind: SearchKind;
  readonly code: string;
  /** What it is called on a page of a language. */
  readonly name: (language: Language) => string;
  /** All it can be found by, codes included. */
  readonly spellings: readonly SpelledName[];
  /** Parts of the address of its page below the language. */
  readonly page: readonly string[];
  /** Where on that page. */
  readonly fragment?: string;
}

/** What was found, as a reader of a language is told. */
export interface SearchHit {
  readonly kind: SearchKind;
  readonly code: string;
  readonly name: string;
  /** Path of its page. */
  readonly address: string;
  /** Whether the question is its name or code, whole. */
  readonly exact: boolean;
  /** What was found, where that is not its name in the language of the reader. */
  readonly matched?: SpelledName;
}
