import type { NamedArea } from '../../language/area-name.js';
import { foldWord } from './word-tokens.js';

/** Letters that an adjective shares with the name it is made from, at least, and may have beyond it. */
const STEM = 4;
const LONGEST_ENDING = 6;

/** Names of countries by their first letters. */
export type Peoples = ReadonlyMap<string, readonly NamedArea[]>;

export function peoplesFrom(names: readonly NamedArea[]): Peoples {
  const peoples = new Map<string, NamedArea[]>();
  for (const { code, name } of names) {
    const folded = foldWord(name).replace(/^ال/u, '');
    if (folded.length < STEM || /\P{L}/u.test(folded)) continue;
    const stem = folded.slice(0, STEM);
    peoples.set(stem, [...(peoples.get(stem) ?? []), { code, name: folded }]);
  }
  return peoples;
}

/** The country whose name has most of its first letters in common with an adjective: "tchadien" is of Chad. */
export function countryOfPeople(folded: string, peoples: Peoples): string | undefined {
  const word = folded.replace(/^ال/u, '');
  const sharedWith = ({ name }: NamedArea): number => {
    let shared = 0;
    while (shared < name.length && name[shared] === word[shared]) shared += 1;
    return shared;
  };
  return (peoples.get(word.slice(0, STEM)) ?? [])
    .filter(({ name }) => Math.abs(word.length - name.length) <= LONGEST_ENDING)
    .toSorted((one, other) => sharedWith(other) - sharedWith(one))[0]?.code;
}
