import { STAKEHOLDER_GROUPS, type StakeholderGroup } from '../../catalogue/stakeholder-group.js';
import type { Participation, ParticipationGap } from './participation.js';
import type { Words } from '../../language/words.js';

export function groupName(group: string, words: Words): string {
  return words.t(`communities.stakeholder.${group}`);
}

/**
 * How many communities contributed, and which groups.
 * @param isHere whether one country is looked at, which then is not counted
 */
export function participationSentences(
  participation: Participation,
  isHere: boolean,
  words: Words,
): readonly string[] {
  const { communities, kinds, countries, contributions } = participation;
  return [
    words.t(isHere ? 'participation.sentenceHere' : 'participation.sentence', {
      communities,
      kinds: kinds.length,
      countries,
    }),
    ...(contributions === 0 ? [] : groupSentences(participation, words)),
  ];
}

/** Which of the groups took part, and, where some did, which did not. */
function groupSentences({ groups, breadth }: Participation, words: Words): readonly string[] {
  const named = (some: readonly StakeholderGroup[]): string =>
    words.list(some.map((group) => groupName(group, words)));
  const present = STAKEHOLDER_GROUPS.filter((group) => groups[group] > 0);
  const missing = STAKEHOLDER_GROUPS.filter((group) => groups[group] === 0);
  return [
    words.t('participation.breadth', { breadth, groups: named(present) }),
    ...(breadth > 0 && missing.length > 0
      ? [words.t('participation.missing', { groups: named(missing) })]
      : []),
  ];
}

export function balanceSentence({ balance }: Participation, words: Words): string {
  return balance === undefined
    ? words.t('participation.balanceUnknown')
    : words.t('participation.balance', {
        share: words.percent(balance),
        all: words.percent(1),
        none: words.percent(0),
      });
}

/** Nothing where no number is told, or nobody took part. */
export function personsSentence({ persons }: Participation, words: Words): string | undefined {
  if (persons === undefined || persons.rounded + persons.small === 0) return undefined;
  const { rounded, small } = persons;
  return rounded === 0
    ? words.t('participation.fewPersons', { small })
    : words.t('participation.persons', { rounded, small });
}

/** @param issue its name as the reader knows it */
export function gapSentence({ group, areas }: ParticipationGap, issue: string, words: Words): string {
  const count = areas.length;
  return group === undefined
    ? words.t('participation.nobodyOn', { issue, count })
    : words.t('participation.gap', { group, issue, count });
}
