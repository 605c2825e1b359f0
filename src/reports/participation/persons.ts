import type { ProtectedCount } from '../../catalogue/took-part.js';
import type { StakeholderGroup } from '../../catalogue/stakeholder-group.js';

/** How many persons one row says took part, of one group. */
export interface PersonsRow {
  readonly community: string;
  readonly area: string;
  readonly year: number;
  readonly group: StakeholderGroup;
  /** Absent: not told. */
  readonly persons?: ProtectedCount;
}

/** A number of persons that tells nothing of few: a sum of multiples of five, and in how many further cases 1 to 4. */
export interface Persons {
  readonly rounded: number;
  /** Cases of fewer than five persons, none of which `rounded` holds. */
  readonly small: number;
}

/**
 * How many persons took part. Rows of one community, area, year and group are one case, counted by its greatest row:
 * the same people answer several questions. Cases are added; nothing is known here but protected counts, so that no
 * difference of two sums tells more than the cases themselves.
 * @returns nothing when no row tells a number
 */
export function personsOf(rows: readonly PersonsRow[]): Persons | undefined {
  const cases = new Map<string, ProtectedCount>();
  for (const { community, area, year, group, persons } of rows) {
    if (persons === undefined) continue;
    const key = [community, area, year, group].join(' ');
    cases.set(key, greater(cases.get(key) ?? 0, persons));
  }
  if (cases.size === 0) return undefined;
  const counts = [...cases.values()];
  return {
    rounded: counts.reduce<number>((sum, count) => sum + (count === '<5' ? 0 : count), 0),
    small: counts.filter((count) => count === '<5').length,
  };
}

function greater(one: ProtectedCount, other: ProtectedCount): ProtectedCount {
  const order = (count: ProtectedCount): number => (count === '<5' ? 1 : count);
  return order(one) < order(other) ? other : one;
}
