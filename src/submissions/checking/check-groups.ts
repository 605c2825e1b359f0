import { CONFIDENCES, type Confidence } from '../../catalogue/confidence.js';
import { STAKEHOLDER_GROUPS } from '../../catalogue/stakeholder-group.js';
import { inGroupOrder, protectCount, type GroupTookPart, type TookPart } from '../../catalogue/took-part.js';
import { nearestWord } from '../../platform/nearest-word.js';
import { suggestionParams } from '../../platform/suggestion.js';
import { confidenceOfWord } from '../reading/confidence-words.js';
import { foldCell } from '../reading/fold-cell.js';
import { FOLDED_GROUP_WORDS, groupOfWord } from '../reading/group-words.js';
import { foldWord } from '../reading/header-words.js';
import type { CellFault } from './check-cell.js';

/** More persons than this took part in nothing. */
const MOST_PERSONS = 100_000;
/** Between groups; a comma inside brackets belongs to a number. */
const BETWEEN = /[;,|؛](?![^(]*\))/u;
/** `civil society (12)`, `civil society: 12`, `civil society 12`. */
const WITH_PERSONS =
  /^(?<name>.*?[^\s:=–-])\s*(?:\((?<counted>[^()]*)\)|[:=–-]\s*(?<said>\S+)|\s(?<last><?\s?\d+))$/su;

/**
 * The stakeholder groups that took part in an assessment, as in `civil society (12); government (3)`: by their codes or
 * names in six languages, the number of persons where it is told. Of the persons only what is protected is handed on.
 */
export function checkGroups(cell: string): TookPart | CellFault {
  const parts = foldCell(asOneLine(cell))
    .text.split(BETWEEN)
    .map((part) => part.trim());
  const named = parts.filter((part) => part !== '');
  if (named.length === 0) return { fault: 'missing_groups' };
  const taken: GroupTookPart[] = [];
  for (const part of named) {
    const group = checkGroup(part);
    if ('fault' in group) return group;
    if (taken.some((one) => one.group === group.group)) {
      return { fault: 'group_named_twice', params: { group: group.group } };
    }
    taken.push(group);
  }
  return inGroupOrder(taken);
}

function checkGroup(part: string): GroupTookPart | CellFault {
  const { name = part, counted, said, last } = WITH_PERSONS.exec(part)?.groups ?? {};
  const group = groupOfWord(name);
  if (group === undefined) return unknownGroup(name);
  const persons = counted ?? said ?? last;
  if (persons === undefined) return { group };
  const count = countOf(persons);
  return count === undefined
    ? { fault: 'persons_not_a_number', params: { group, most: MOST_PERSONS } }
    : { group, persons: count };
}

/** A number of persons, or one that was protected before. Nobody is no way to take part. */
function countOf(text: string): GroupTookPart['persons'] {
  const bare = text.replace(/\s|\p{L}+$/gu, '');
  if (bare === '<5') return bare;
  if (!/^[1-9]\d{0,6}$/.test(bare)) return undefined;
  const count = protectCount(Number(bare));
  return typeof count === 'number' && count > MOST_PERSONS ? undefined : count;
}

function unknownGroup(name: string): CellFault {
  const word = nearestWord(foldWord(name), FOLDED_GROUP_WORDS);
  const known = STAKEHOLDER_GROUPS.join('; ');
  return { fault: 'unknown_group', params: { known, ...suggestionParams(word && groupOfWord(word)) } };
}

/** How sure those are who assessed; said in any of the six languages, or not at all. */
export function checkConfidence(cell: string): Confidence | undefined | CellFault {
  if (cell === '') return undefined;
  return confidenceOfWord(cell) ?? { fault: 'unknown_confidence', params: { known: CONFIDENCES.join(', ') } };
}

/** What a cell says of who took part, as it may be quoted back and kept: each number in it protected. */
export function withPersonsProtected(cell: string): string {
  return foldCell(asOneLine(cell)).text.replace(/<\s*\d+|\d+/g, (number) =>
    number.startsWith('<') ? '<5' : String(protectCount(Math.min(Number(number), 10 * MOST_PERSONS))),
  );
}

/** A group on each line of a cell. */
function asOneLine(cell: string): string {
  return cell.trim().replace(/\s*\n\s*/g, '; ');
}
