import type { CombinedAssessment } from '../combined-assessment.js';
import { spread } from '../engine/spread.js';
import type { SeriesValue } from './indicator-series.js';

/**
 * What communities say that assess on the ladder: the median, how far apart they are, and whether that is disputed.
 * @param disputedFrom levels apart from which they are; absent: they never are
 */
export function assessmentOf(
  { value, assessments = [] }: SeriesValue,
  disputedFrom: number | undefined,
): CombinedAssessment | undefined {
  const apart = spread(assessments.map(({ observation }) => observation.value));
  if (apart === undefined) return undefined;
  const disputed = disputedFrom !== undefined && apart >= disputedFrom;
  return { median: value, spread: apart, disputed, members: assessments };
}
