import { STAKEHOLDER_GROUPS, type StakeholderGroup } from './stakeholder-group.js';

/** How many persons, without telling few of them apart: none, fewer than five, or a multiple of five. */
export type ProtectedCount = number | '<5';

/** A stakeholder group that took part in an assessment. */
export interface GroupTookPart {
  readonly group: StakeholderGroup;
  /** Absent: not told. */
  readonly persons?: ProtectedCount;
}

/** Who took part in an assessment: each group once, in the order of `STAKEHOLDER_GROUPS`. */
export type TookPart = readonly GroupTookPart[];

const FEW = 5;

/**
 * A number of persons as it may be kept and shown: 0 stays, 1 to 4 are "<5", all others the nearest multiple of five.
 * What was protected once stays as it is.
 * @throws RangeError when it is no whole number from 0
 */
export function protectCount(persons: number): ProtectedCount {
  if (!Number.isSafeInteger(persons) || persons < 0)
    throw new RangeError(`${String(persons)} is no number of persons`);
  if (persons === 0) return 0;
  return persons < FEW ? '<5' : FEW * Math.round(persons / FEW);
}

/** As it is kept, and written in files: `government (<5); civil_society (15); technical_community`. */
export function printTookPart(tookPart: TookPart): string {
  return tookPart
    .map(({ group, persons }) => (persons === undefined ? group : `${group} (${String(persons)})`))
    .join('; ');
}

/** The groups alone, as a list of codes: `government civil_society`. */
export function printGroups(tookPart: TookPart): string {
  return tookPart.map(({ group }) => group).join(' ');
}

/**
 * Who took part, as `printTookPart` wrote it.
 * @throws RangeError when it is not its writing
 */
export function parseTookPart(text: string): TookPart {
  return text.split('; ').map((part) => {
    const [, name = '', count] = /^([a-z_]+)(?: \((<5|\d+)\))?$/.exec(part) ?? [];
    const group = STAKEHOLDER_GROUPS.find((known) => known === name);
    if (group === undefined) throw new RangeError(`"${part}" does not say who took part`);
    return count === undefined ? { group } : { group, persons: count === '<5' ? count : Number(count) };
  });
}

/** The same groups in the order of `STAKEHOLDER_GROUPS`. */
export function inGroupOrder(tookPart: TookPart): TookPart {
  return STAKEHOLDER_GROUPS.flatMap((group) => tookPart.find((part) => part.group === group) ?? []);
}
