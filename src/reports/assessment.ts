import type { Confidence } from '../catalogue/confidence.js';
import { STAKEHOLDER_GROUPS, type StakeholderGroup } from '../catalogue/stakeholder-group.js';
import type { TookPart } from '../catalogue/took-part.js';
import { observationId } from '../observations/observation-id.js';
import { withoutUndefined } from '../platform/without-undefined.js';
import type { AssessmentOfCommunity, CombinedAssessment } from '../scoring/combined-assessment.js';

/** What communities say on the ladder behind a value: how far apart they are, and who took part. */
export interface Assessment {
  readonly median: number;
  /** Levels between the highest and the lowest. */
  readonly spread: number;
  readonly disputed: boolean;
  /** One for each community, in the order of their codes. */
  readonly members: readonly AssessmentMember[];
}

export interface AssessmentMember {
  /** Id of the observation. */
  readonly observation: string;
  readonly community: string;
  readonly communityName: string;
  readonly level: number;
  readonly year: number;
  readonly confidence?: Confidence;
  /** Empty where it was not told. */
  readonly tookPart: TookPart;
}

interface NamedCommunities {
  /** By code. */
  readonly communities: ReadonlyMap<string, { readonly name: string }>;
}

export function assessmentIn(
  { median, spread, disputed, members }: CombinedAssessment,
  sources: NamedCommunities,
): Assessment {
  return { median, spread, disputed, members: members.map((member) => memberIn(member, sources)) };
}

/** All groups that took part in any of the assessments, each once. */
export function groupsIn(
  members: readonly Pick<AssessmentMember, 'tookPart'>[],
): readonly StakeholderGroup[] {
  const named = new Set(members.flatMap(({ tookPart }) => tookPart.map(({ group }) => group)));
  return STAKEHOLDER_GROUPS.filter((group) => named.has(group));
}

function memberIn(
  { community, observation }: AssessmentOfCommunity,
  { communities }: NamedCommunities,
): AssessmentMember {
  const { value, year, confidence, tookPart = [] } = observation;
  return withoutUndefined({
    observation: observationId(observation),
    community,
    communityName: communities.get(community)?.name ?? community,
    level: value,
    year,
    confidence,
    tookPart,
  });
}
