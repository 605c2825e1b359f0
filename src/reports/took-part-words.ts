import type { TookPart } from '../catalogue/took-part.js';
import type { Words } from '../language/words.js';

/** Who took part as a reader is told: "government (fewer than 5 persons) and civil society". */
export function tookPartWords(tookPart: TookPart, words: Pick<Words, 't' | 'list'>): string {
  return words.list(
    tookPart.map(({ group, persons }) => {
      const name = words.t(`communities.stakeholder.${group}`);
      if (persons === undefined) return name;
      return persons === '<5'
        ? words.t('assessment.group.few', { group: name })
        : words.t('assessment.group.persons', { group: name, persons });
    }),
  );
}
