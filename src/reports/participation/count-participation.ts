import { STAKEHOLDER_GROUPS, type StakeholderGroup } from '../../catalogue/stakeholder-group.js';
import { withoutUndefined } from '../../platform/without-undefined.js';
import { evenness } from './evenness.js';
import type { Participation, RegionalReach } from './participation.js';
import { personsOf } from './persons.js';
import type { TakingPart } from './taking-part.js';

/** With fewer contributions, or countries, nothing is said of their balance. */
const FEWEST = 2;
/** The order of the directory. */
const KINDS = ['national', 'sub-regional', 'regional', 'youth', 'other'];

/** How many took part, and how broadly. */
export function countParticipation(contributions: readonly TakingPart[]): Participation {
  const counted = (group: StakeholderGroup): number =>
    contributions.filter(({ groups }) => groups.includes(group)).length;
  const amounts = STAKEHOLDER_GROUPS.map(counted);
  const kinds = new Set<string>(contributions.map(({ community }) => community.kind));
  return withoutUndefined({
    communities: new Set(contributions.map(({ community }) => community.code)).size,
    kinds: KINDS.filter((kind) => kinds.has(kind)),
    countries: countriesOf(contributions).size,
    contributions: contributions.length,
    groups: Object.fromEntries(STAKEHOLDER_GROUPS.map((group, i) => [group, amounts[i]])) as Record<
      StakeholderGroup,
      number
    >,
    untold: contributions.filter(({ groups }) => groups.length === 0).length,
    breadth: amounts.filter((amount) => amount > 0).length,
    balance: contributions.length < FEWEST ? undefined : evenness(amounts),
    persons: personsOf(contributions.flatMap(({ persons }) => persons)),
  });
}

/**
 * How far contributions reach over regions. A region's share is that of its countries with contributions, so that large
 * and small regions count alike.
 * @param regions their countries; at least two regions, none empty
 */
export function regionalReach(
  contributions: readonly TakingPart[],
  regions: readonly { readonly members: readonly string[] }[],
): RegionalReach {
  const countries = countriesOf(contributions);
  const reached = regions.map(({ members }) => members.filter((member) => countries.has(member)).length);
  const shares = regions.map(({ members }, i) => (reached[i] ?? 0) / members.length);
  return withoutUndefined({
    breadth: reached.filter((count) => count > 0).length,
    possible: regions.length,
    balance: reached.reduce((sum, count) => sum + count, 0) < FEWEST ? undefined : evenness(shares),
  });
}

function countriesOf(contributions: readonly TakingPart[]): ReadonlySet<string> {
  return new Set(contributions.map(({ area }) => area));
}
