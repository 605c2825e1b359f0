import { sourceLanguage, type Language } from '../language/language.js';
import type { Catalogue, Framework, ToldKind } from './catalogue.js';

/** The translation of a text of the catalogue; `undefined` where the language has none and in the source language. */
export function textIn(
  { texts }: Pick<Catalogue, 'texts'>,
  language: Language,
  kind: ToldKind,
  code: string,
  field: string,
): string | undefined {
  return language === sourceLanguage ? undefined : texts?.[language]?.[kind]?.[code]?.[field];
}

/** A unit in a language; as the catalogue writes it where that language has no other. */
export function unitIn(catalogue: Pick<Catalogue, 'texts'>, language: Language, unit: string): string {
  return textIn(catalogue, language, 'unit', unit, 'name') ?? unit;
}

/** A text that stands in many places, such as the terms of a publisher, in a language; itself where it has no other. */
export function phraseIn(catalogue: Pick<Catalogue, 'texts'>, language: Language, phrase: string): string {
  return textIn(catalogue, language, 'phrase', phrase, 'name') ?? phrase;
}

/** What is measured, told in a language as far as that has the words. */
export function frameworkIn(
  catalogue: Pick<Catalogue, 'texts' | 'framework'>,
  language: Language,
): Framework {
  const { framework } = catalogue;
  const told = (field: 'name' | 'description' | 'source'): string =>
    textIn(catalogue, language, 'framework', framework.code, field) ?? framework[field];
  return { ...framework, name: told('name'), description: told('description'), source: told('source') };
}
