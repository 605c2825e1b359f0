import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { sourceLanguage } from '../../../src/language/language.js';
import { messages } from '../../../src/language/messages.js';

interface Entry {
  readonly english: string;
  readonly language: string;
  readonly term: string;
  /** What every form of the term has, between bars. */
  readonly stems: string;
  /** Words that must not stand for it. */
  readonly avoid: string;
}

const { data: entries } = Papa.parse<Entry>(readFileSync('docs/glossary.csv', 'utf8'), {
  header: true,
  skipEmptyLines: true,
});
const english = messages.get(sourceLanguage) ?? new Map<string, string>();
/** Of messages that name a thing, a few may leave the word out or speak round it. */
const NAMED_BY_ITS_TERM = 0.85;

/** Small letters, without the vowel marks of Arabic. */
const folded = (text: string): string => text.toLowerCase().replace(/[\u064b-\u0652]/g, '');
const choices = (list: string): readonly string[] =>
  list
    .split('|')
    .filter((word) => word !== '')
    .map(folded);

/** Whether a message speaks of it: as a word, not in a code such as `indicator:UI_NETUSE` or `--community`. */
function speaksOf(term: string, text: string): boolean {
  const word = term.replace(/y$/, '(?:y|ie)');
  return new RegExp(`(?<![\\w:.-])${word}s?(?![\\w:.-]\\w)\\b`, 'i').test(text.replace(/\{\w+/g, '{'));
}

describe('the glossary', () => {
  it('has each term once in each language that is not English', () => {
    const others = [...messages.keys()].filter((language) => language !== sourceLanguage).sort();
    const terms = new Set(entries.map((entry) => entry.english));
    expect(entries.map((entry) => `${entry.english} ${entry.language}`)).toEqual(
      [...terms].flatMap((term) => others.map((language) => `${term} ${language}`)),
    );
  });

  it.each(entries)(
    'calls "$english" "$term" in $language',
    ({ english: of, language, term, stems, avoid }) => {
      const own = [...(messages.get(language) ?? [])];
      const about = own.filter(([key]) => speaksOf(of, english.get(key) ?? ''));
      // A word that is left as it is, is a code.
      const wanted = [...choices(stems), folded(of)];
      const without = about.filter(([, text]) => !wanted.some((stem) => folded(text).includes(stem)));
      expect(choices(stems).some((stem) => folded(term).includes(stem))).toBe(true);
      expect(about.length).toBeGreaterThan(0);
      if (without.length > about.length * (1 - NAMED_BY_ITS_TERM)) expect(without).toEqual([]);
      const avoided = own.filter(([, text]) => choices(avoid).some((word) => folded(text).includes(word)));
      expect(avoided).toEqual([]);
    },
  );
});
