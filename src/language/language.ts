import { messages } from './messages.js';

/** BCP 47 code of a language the service can speak, e.g. `en`. */
export type Language = string;

/** The language every message exists in; others fall back to it, key by key. */
export const sourceLanguage: Language = 'en';

/** Languages that have messages, alphabetically. Adding `messages/fr.json` adds French. */
export const languages: readonly Language[] = [...messages.keys()].sort();

/** Digits of Arabic pages: those of the tables and codes that readers compare them with. One constant decides. */
const ARABIC_DIGITS = 'latn';

/** The language as `Intl` is asked for it: with its digits, and days as the United Nations write them in English. */
export function localeOf(language: Language): string {
  if (language === 'en') return 'en-GB';
  return language === 'ar' ? `ar-u-nu-${ARABIC_DIGITS}` : language;
}

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'dv', 'fa', 'he', 'ps', 'ur']);

/** Which way the lines of a language run: the value of `dir` on a page. */
export function direction(language: Language): 'ltr' | 'rtl' {
  return rightToLeft.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/**
 * The language that suits a reader best: the first of an Accept-Language header, by its weights, that has messages;
 * the source language otherwise.
 */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...settings] = part.trim().toLowerCase().split(';');
      const weight = settings
        .find((setting) => setting.trim().startsWith('q='))
        ?.trim()
        .slice(2);
      return { language: tag.split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
  return wishes.find(({ language }) => languages.includes(language))?.language ?? sourceLanguage;
}
