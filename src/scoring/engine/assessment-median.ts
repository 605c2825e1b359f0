import { median } from './median.js';
import { compareCodes } from './power-mean.js';

/** What one party says of one year on a ladder. */
export interface Assessment {
  readonly party: string;
  readonly year: number;
  readonly value: number;
  /** Decides between two assessments of one party and year; the highest wins. */
  readonly order: number;
}

export interface CombinedAssessment<A extends Assessment> {
  readonly year: number;
  readonly value: number;
  /** The assessments it is the median of, one for each party, in the order of the parties' codes. */
  readonly members: readonly A[];
}

/**
 * Several parties' assessments as one series: the value of a year in which any of them assessed is the median of
 * each party's latest assessment up to that year that is not older than `freshnessYears`. Oldest first.
 * Source: scoring method 1.0, section 2, and settled point 4 (ladder values are combined by median).
 */
export function combineAssessments<A extends Assessment>(
  assessments: readonly A[],
  freshnessYears: number,
): readonly CombinedAssessment<A>[] {
  const years = [...new Set(assessments.map(({ year }) => year))].sort((a, b) => a - b);
  return years.flatMap((year) => {
    const latest = new Map<string, A>();
    for (const assessment of assessments) {
      if (assessment.year > year || year - assessment.year > freshnessYears) continue;
      const kept = latest.get(assessment.party);
      if (kept === undefined || isLater(assessment, kept)) latest.set(assessment.party, assessment);
    }
    const members = [...latest.values()].sort((a, b) => compareCodes(a.party, b.party));
    const value = median(members.map((member) => member.value));
    return value === undefined ? [] : [{ year, value, members }];
  });
}

function isLater(a: Assessment, b: Assessment): boolean {
  return a.year > b.year || (a.year === b.year && a.order > b.order);
}
