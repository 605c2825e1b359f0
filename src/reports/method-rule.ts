import type { Method } from '../catalogue/catalogue.js';
import type { Given } from './given.js';

/** What a rule answers, in the words of the pages. */
export type Answer =
  number | string | boolean | null | undefined | readonly Answer[] | { readonly [name: string]: Answer };

/** A rule of the method as its examples use it: the engine's own functions, with the pages' words around them. */
export type MethodRule = (given: Given, method: Method) => Readonly<Record<string, Answer>>;
