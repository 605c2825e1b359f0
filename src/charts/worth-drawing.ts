import type { TrendSpecification } from './trend-specification.js';

/** Whether a picture says more than a sentence: marks of two years at least, or one beside a target. */
export function worthDrawing({ segments, target }: TrendSpecification): boolean {
  const years = new Set(segments.flatMap(({ points }) => points.map(({ year }) => year)));
  return years.size > 1 || (years.size === 1 && target !== undefined);
}
