import type { Catalogue } from '../../catalogue/catalogue.js';

/** Answers why an indicator has no meaning in an area; undefined where it has one. */
export function indexNotApplicable({
  notApplicable,
}: Catalogue): (area: string, indicator: string) => string | undefined {
  const reasons = new Map(
    notApplicable.map(({ area, indicator, reason }) => [`${area} ${indicator}`, reason]),
  );
  if (reasons.size === 0) return () => undefined;
  return (area, indicator) => reasons.get(`${area} ${indicator}`);
}
