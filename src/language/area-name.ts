import { readFileSync } from 'node:fs';
import countries from 'i18n-iso-countries';
import { sourceLanguage, type Language } from './language.js';

/** An area with its English name. */
export interface NamedArea {
  /** ISO 3166-1 alpha-3. */
  readonly code: string;
  readonly name: string;
}

type NamesByLanguage = Readonly<Record<Language, string>>;

/** Short names of the United Nations by code and language, where the list of the library has others. */
const unitedNationsNames = JSON.parse(
  readFileSync(new URL('un-area-names.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, NamesByLanguage>>;

/** What the United Nations call a country in a language; its English name where no other is known. */
export function areaName(language: Language, { code, name }: NamedArea): string {
  if (language === sourceLanguage) return name;
  return unitedNationsNames[code]?.[language] ?? countries.getName(code, language) ?? name;
}

/** All names of countries in a language, short and formal, each with its code. */
export function areaNamesIn(language: Language): readonly NamedArea[] {
  const listed = Object.entries(countries.getNames(language, { select: 'all' })).flatMap(([iso2, names]) =>
    names.map((name) => ({ code: countries.alpha2ToAlpha3(iso2) ?? iso2, name })),
  );
  const others = Object.entries(unitedNationsNames).flatMap(([code, { [language]: name }]) =>
    name === undefined ? [] : [{ code, name }],
  );
  return [...listed, ...others];
}
