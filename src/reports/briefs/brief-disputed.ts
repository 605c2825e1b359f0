import { nameIn } from '../../catalogue/name-in.js';
import type { Words } from '../../language/words.js';
import { groupsIn } from '../assessment.js';
import type { CountryReport } from '../report.js';
import type { ReportSources } from '../report-sources.js';

/** A sentence for each indicator that communities assess too far apart: how many did, how far, and who took part. */
export function disputedLines(
  { indicators }: Pick<CountryReport, 'indicators'>,
  { lookUp: { catalogue } }: ReportSources,
  words: Words,
): readonly string[] {
  return indicators.flatMap(({ indicator, assessment }) => {
    if (assessment?.disputed !== true) return [];
    const { members, spread } = assessment;
    const groups = groupsIn(members).map((group) => words.t(`communities.stakeholder.${group}`));
    return words.t('brief.disputed.line', {
      indicator: nameIn(catalogue, words.language, 'indicator', indicator),
      communities: members.length,
      spread,
      told: groups.length === 0 ? 'no' : 'yes',
      groups: words.list(groups),
    });
  });
}
