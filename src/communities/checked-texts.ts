import { languages } from '../language/language.js';
import type { ProblemPart } from '../platform/problem.js';
import type { Texts } from './nri-card.js';

/** Texts by language as somebody sent them: whatever they are. */
export type SentTexts = Readonly<Record<string, unknown>>;

/** Texts trimmed, without the empty ones, in the order of the languages; line ends are line feeds. */
export function trimmedTexts(texts: SentTexts): Texts {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const text = texts[language];
      const trimmed = typeof text === 'string' ? text.replace(/\r\n?/g, '\n').trim() : '';
      return trimmed === '' ? [] : [[language, trimmed]];
    }),
  );
}

/** What is wrong with texts by language: a language that is not spoken here, no text, a text that is too long. */
export function textFaults(texts: SentTexts, pointer: string, most: number): readonly ProblemPart[] {
  return Object.entries(texts).flatMap(([language, text]) => {
    const place = `${pointer}/${language}`;
    if (!languages.includes(language)) {
      return [
        { code: 'text_language', pointer: place, value: language, params: { allowed: languages.join(', ') } },
      ];
    }
    if (typeof text !== 'string') return [{ code: 'text_missing', pointer: place }];
    if (!isPrintable(text)) return [{ code: 'text_unprintable', pointer: place }];
    const length = lengthOf(text);
    return length > most ? [{ code: 'text_long', pointer: place, params: { most, length } }] : [];
  });
}

/** Whether a text can be kept and shown: no control characters but tab and line ends, no halves of characters. */
export function isPrintable(text: string): boolean {
  return /^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u.test(text);
}

/** Characters as people count them, by code point, a line end as one. */
export function lengthOf(text: string): number {
  return Array.from(text.replace(/\r\n?/g, '\n').trim()).length;
}
