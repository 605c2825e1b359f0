import { areaName, type NamedArea } from './area-name.js';
import { direction, localeOf, type Language } from './language.js';
import { printScore } from './print-score.js';
import { printExactValue, printPercent, printQuantity, printValue, printYear } from './print-value.js';
import { hasMessage, translate, type MessageParams } from './translate.js';

/** Everything a page or a brief needs to speak one language: its messages, its numbers, its addresses. */
export interface Words {
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
  /** The message of a key, filled. */
  readonly t: (key: string, params?: MessageParams) => string;
  /** Whether a key put together from a code has a message. */
  readonly has: (key: string) => boolean;
  readonly score: (score: number) => string;
  readonly value: (value: number) => string;
  /** A value with its unit. */
  readonly quantity: (value: number, unit: string) => string;
  readonly exact: (value: number) => string;
  readonly percent: (share: number) => string;
  readonly year: (year: number) => string;
  /** A day, from RFC 3339. */
  readonly day: (moment: string) => string;
  /** A day and the time of it, to the minute, UTC. */
  readonly moment: (moment: Date) => string;
  /** The name of a country. */
  readonly area: (area: NamedArea) => string;
  /** By name, as the language orders words. */
  readonly inOrder: <Thing extends { readonly name: string }>(things: readonly Thing[]) => readonly Thing[];
  /** Phrases as one enumeration: "a, b and c". */
  readonly list: (phrases: readonly string[]) => string;
  /** Address of a page of this language, e.g. `to('countries', 'KEN')`. */
  readonly to: (...parts: readonly string[]) => string;
}

const known = new Map<Language, Words>();

export function wordsOf(language: Language): Words {
  let words = known.get(language);
  if (words === undefined) {
    words = makeWords(language);
    known.set(language, words);
  }
  return words;
}

function makeWords(language: Language): Words {
  const locale = localeOf(language);
  const days = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  const moments = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  const collator = new Intl.Collator(locale);
  const enumeration = new Intl.ListFormat(language, { type: 'conjunction' });
  return {
    language,
    direction: direction(language),
    t: (key, params) => translate(language, key, params),
    has: hasMessage,
    score: (score) => printScore(score, language),
    value: (value) => printValue(value, language),
    quantity: (value, unit) => printQuantity(value, unit, language),
    exact: (value) => printExactValue(value, language),
    percent: (share) => printPercent(share, language),
    year: (year) => printYear(year, language),
    day: (moment) => days.format(new Date(moment)),
    moment: (moment) => moments.format(moment),
    area: (area) => areaName(language, area),
    inOrder: (things) => things.toSorted((one, other) => collator.compare(one.name, other.name)),
    list: (phrases) => enumeration.format(phrases),
    to: (...parts) =>
      `/${[language, ...parts.map(encodeURIComponent)].join('/')}${parts.length === 0 ? '/' : ''}`,
  };
}
