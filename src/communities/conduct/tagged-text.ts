import type { Language } from '../../language/language.js';
import { countryOfPeople } from './peoples.js';
import { PhraseTree } from './phrase-tree.js';
import { wordLists } from './word-lists.js';
import { wordTokens, type WordToken } from './word-tokens.js';

/** A text in words, each with what it means for a hint. */
export interface TaggedText {
  readonly text: string;
  readonly language: Language;
  readonly tokens: readonly WordToken[];
  readonly hasLink: boolean;
  /** Whether a phrase with this tag begins at a token. */
  is(at: number, tag: string): boolean;
  /** The first token after the phrase that begins here; the next token where none does. */
  after(at: number): number;
  /** The country whose name begins at a token, and where the name ends. */
  country(at: number): { readonly code: string; readonly to: number } | undefined;
  /** The country whose people an adjective names, as far as it is made from the name: "tchadien". */
  people(at: number): string | undefined;
  /** Whether a token is part of a name that the sender may write. */
  isOwnName(at: number): boolean;
  sameSentence(one: number, other: number): boolean;
}

export function tagText(text: string, language: Language, ownNames: readonly string[] = []): TaggedText {
  const { words, countries, peoples } = wordLists(language);
  const { tokens, hasLink } = wordTokens(text);
  const matches = words.matches(tokens);
  const named = countries.matches(tokens);
  const own = ownNameTokens(tokens, ownNames);
  return {
    text,
    language,
    tokens,
    hasLink,
    is: (at, tag) => matches[at]?.tags.has(tag) === true,
    after: (at) => matches[at]?.to ?? at + 1,
    country: (at) => {
      const match = named[at];
      const [code] = match?.tags ?? [];
      return match === undefined || code === undefined ? undefined : { code, to: match.to };
    },
    people: (at) => countryOfPeople(tokens[at]?.folded ?? '', peoples),
    isOwnName: (at) => own.has(at),
    sameSentence: (one, other) =>
      tokens[one] !== undefined && tokens[one].sentence === tokens[other]?.sentence,
  };
}

function ownNameTokens(tokens: readonly WordToken[], names: readonly string[]): ReadonlySet<number> {
  if (names.length === 0) return new Set();
  const tree = new PhraseTree();
  for (const name of names) tree.add(name, 'own');
  return new Set(
    tree.matches(tokens).flatMap((match) => {
      if (match === undefined) return [];
      return Array.from({ length: match.to - match.from }, (_, index) => match.from + index);
    }),
  );
}
