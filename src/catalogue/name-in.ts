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
  return THINGS[kind](catalogue).find((one) => one.code === code)?.name;
}

type Things = readonly { readonly code: string; readonly name: string }[];

const THINGS: Readonly<Record<NamedKind, (catalogue: Catalogue) => Things>> = {
  principle: ({ principles }) => principles,
  goal: ({ goals }) => goals,
  objective: ({ objectives }) => objectives,
  commitment: ({ commitments }) => commitments.map(({ id, title }) => ({ code: id, name: title })),
  issue: ({ issues }) => issues,
  action_line: ({ actionLines = [] }) => actionLines,
  sdg_target: ({ sdgTargets = [] }) => sdgTargets,
  sdg_goal: ({ sdgTargets = [] }) => sdgTargets.map(({ goal, goalName }) => ({ code: goal, name: goalName })),
  indicator: ({ indicators }) => indicators,
  group: ({ groups }) => groups,
};
