import type { ComponentChildren } from 'preact';
import type { Catalogue, ToldKind } from '../catalogue/catalogue.js';
import { textIn } from '../catalogue/text-in.js';
import { InEnglish } from './parts/in-english.js';
import type { Words } from './words.js';

/** Says a text of the catalogue in the language of the page; in English, marked as such, where there is no other. */
export type Told = (
  kind: ToldKind,
  code: string,
  field: string,
  english: string | undefined,
) => ComponentChildren;

export function toldIn(catalogue: Pick<Catalogue, 'texts'>, words: Words): Told {
  return (kind, code, field, english) =>
    textIn(catalogue, words.language, kind, code, field) ??
    (english === undefined ? undefined : <InEnglish words={words}>{english}</InEnglish>);
}
