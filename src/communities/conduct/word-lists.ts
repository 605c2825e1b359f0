import { readFileSync } from 'node:fs';
import { areaNamesIn } from '../../language/area-name.js';
import { languages, sourceLanguage, type Language } from '../../language/language.js';
import { peoplesFrom, type Peoples } from './peoples.js';
import { arabicVariants, PhraseTree } from './phrase-tree.js';

/** What the words of a language mean for a hint; see `words/`. */
export interface WordLists {
  readonly language: Language;
  readonly words: PhraseTree;
  /** Names of countries, tagged with their ISO 3166-1 alpha-3 codes. */
  readonly countries: PhraseTree;
  readonly peoples: Peoples;
}

const known = new Map<Language, WordLists>();

/** The lists of a language; those of the source language where it has none. */
export function wordLists(language: Language): WordLists {
  const listed = languages.includes(language) ? language : sourceLanguage;
  const lists = known.get(listed) ?? readLists(listed);
  known.set(listed, lists);
  return lists;
}

function readLists(language: Language): WordLists {
  const file = new URL(`words/${language}.json`, import.meta.url);
  const phrasesByTag = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;
  const variants = language === 'ar' ? arabicVariants : undefined;
  const words = new PhraseTree(variants);
  for (const [tag, phrases] of Object.entries(phrasesByTag)) {
    for (const phrase of phrases.split('|')) words.add(phrase, tag);
  }
  const countries = new PhraseTree(variants);
  const names = areaNamesIn(language);
  for (const { code, name } of names) {
    countries.add(name, code);
    countries.add(name.replace(/[(（,،].*$/u, ''), code);
  }
  return { language, words, countries, peoples: peoplesFrom(names) };
}
