import countries from 'i18n-iso-countries';
import { sourceLanguage, type Language } from './language.js';

/** An area with its English name. */
export interface NamedArea {
  /** ISO 3166-1 alpha-3. */
  readonly code: string;
  readonly name: string;
}

/** What a country is called in a language; its English name where no other is known. */
export function areaName(language: Language, { code, name }: NamedArea): string {
  return language === sourceLanguage ? name : (countries.getName(code, language) ?? name);
}
