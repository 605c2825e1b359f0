import { sourceLanguage, type Language } from '../language/language.js';
import type { Catalogue, NamedKind } from './catalogue.js';

/**
 * The name of a thing of the catalogue in a language; where that language has none, the one in the source language.
 * @throws RangeError when the catalogue has no such thing
 */
export function nameIn(catalogue: Catalogue, language: Language, kind: NamedKind, code: string): string {
  const translated = language === sourceLanguage ? undefined : catalogue.names?.[language]?.[kind]?.[code];
  const name = translated ?? sourceName(catalogue, kind, code);
  if (name === undefined) throw new RangeError(`The catalogue has no ${kind} ${code}`);
  return name;
}

function sourceName(catalogue: Catalogue, kind: NamedKind, code: string): string | undefined {
  switch (kind) {
    case 'principle':
      return catalogue.principles.find((one) => one.code === code)?.name;
    case 'goal':
      return catalogue.goals.find((one) => one.code === code)?.name;
    case 'objective':
      return catalogue.objectives.find((one) => one.code === code)?.name;
    case 'commitment':
      return catalogue.commitments.find((one) => one.id === code)?.title;
    case 'issue':
      return catalogue.issues.find((one) => one.code === code)?.name;
    case 'indicator':
      return catalogue.indicators.find((one) => one.code === code)?.name;
    case 'group':
      return catalogue.groups.find((one) => one.code === code)?.name;
  }
}
