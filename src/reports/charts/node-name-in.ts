import type { LookUp } from '../../catalogue/look-up.js';
import { nameIn } from '../../catalogue/name-in.js';
import { frameworkIn } from '../../catalogue/text-in.js';
import type { Language } from '../../language/language.js';
import type { FoundNode } from '../find-node.js';

/** The name of a node or indicator in a language. */
export function nodeNameIn({ catalogue }: LookUp, language: Language, { kind, code }: FoundNode): string {
  return kind === 'framework'
    ? frameworkIn(catalogue, language).name
    : nameIn(catalogue, language, kind, code);
}
