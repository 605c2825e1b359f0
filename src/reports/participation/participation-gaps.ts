import type { Issue } from '../../catalogue/catalogue.js';
import { STAKEHOLDER_GROUPS } from '../../catalogue/stakeholder-group.js';
import type { ParticipationGap } from './participation.js';
import type { TakingPart } from './taking-part.js';

/**
 * Who is missing where: on each issue the countries on which nobody contributed, then, for each group, those on which
 * others did and it did not.
 * @param areas the countries that are looked at
 * @param contributions all on these countries
 * @param touches whether an indicator belongs to an issue
 */
export function participationGaps(
  issues: readonly Issue[],
  areas: readonly string[],
  contributions: readonly TakingPart[],
  touches: (indicator: string, issue: string) => boolean,
): readonly ParticipationGap[] {
  return issues.flatMap(({ code: issue, name: issueName }) => {
    const onIssue = contributions.filter(({ indicator }) => touches(indicator, issue));
    const of = (some: readonly TakingPart[]): ReadonlySet<string> => new Set(some.map(({ area }) => area));
    const somebody = of(onIssue);
    const gaps: readonly ParticipationGap[] = [
      { issue, issueName, areas: areas.filter((area) => !somebody.has(area)) },
      ...STAKEHOLDER_GROUPS.map((group) => {
        const present = of(onIssue.filter(({ groups }) => groups.includes(group)));
        return {
          issue,
          issueName,
          group,
          areas: areas.filter((area) => somebody.has(area) && !present.has(area)),
        };
      }),
    ];
    return gaps.filter((gap) => gap.areas.length > 0);
  });
}
