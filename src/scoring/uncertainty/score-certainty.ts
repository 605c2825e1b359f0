import type { Method } from '../../catalogue/catalogue.js';
import { withoutUndefined } from '../../platform/without-undefined.js';
import { gradeScore } from '../engine/grade.js';
import { TOLERANCE } from '../engine/terms.js';
import type { ScoreInterval } from './score-intervals.js';
import type { Grade, NodeScore } from '../score.js';

/** How sure a score is. Nothing of it where there is no score. */
export interface ScoreCertainty extends Partial<ScoreInterval> {
  readonly grade?: Grade;
  /** No interval is known yet: the grade is the worse of coverage and age. */
  readonly gradeProvisional?: boolean;
  /** The score lies outside of its own 90 % interval, which shows how much hangs on missing data. */
  readonly outsideInterval?: boolean;
}

/** The interval of a score, and its grade: the worst of coverage, age and interval. Source: scoring method 1.0, sections 5 and 7. */
export function certaintyOf(
  { score, coverage, meanAgeYears = 0 }: NodeScore,
  interval: ScoreInterval | undefined,
  { grades }: Method,
): ScoreCertainty {
  if (score === undefined) return {};
  const range = interval && interval.scoreHigh - interval.scoreLow;
  return withoutUndefined({
    ...interval,
    grade: gradeScore(coverage, meanAgeYears, grades, range),
    gradeProvisional: interval === undefined,
    outsideInterval:
      interval && (score < interval.scoreLow - TOLERANCE || score > interval.scoreHigh + TOLERANCE),
  });
}
