export interface PopulationYear {
  readonly year: number;
  readonly inhabitants: number;
}

export interface PopulationChoice {
  readonly inhabitants: number;
  /** The year is earlier than any known figure, so the edition's fixed population stands in: flag POP_FIXED. */
  readonly fixed: boolean;
}

/**
 * The population a count of `year` is divided by: that year's, else the nearest earlier, else the edition's fixed
 * one, which is the latest known up to `editionYear`. Undefined when nobody is known to live there.
 * Source: scoring method 1.0, section 1, `per`.
 */
export function choosePopulation(
  figures: readonly PopulationYear[],
  year: number,
  editionYear: number,
): PopulationChoice | undefined {
  const known = figures.filter(({ inhabitants }) => inhabitants > 0 && Number.isFinite(inhabitants));
  const ofYear = latestUpTo(known, year);
  if (ofYear !== undefined) return { inhabitants: ofYear.inhabitants, fixed: false };
  const fixed = latestUpTo(known, editionYear);
  return fixed && { inhabitants: fixed.inhabitants, fixed: true };
}

/** A count expressed per so many inhabitants. Always finite: what would overflow is held at the largest number. */
export function perPopulation(count: number, per: number, inhabitants: number): number {
  const rate = (count / inhabitants) * per;
  return Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, rate));
}

function latestUpTo(figures: readonly PopulationYear[], year: number): PopulationYear | undefined {
  return figures.reduce<PopulationYear | undefined>(
    (best, figure) =>
      figure.year <= year && (best === undefined || figure.year >= best.year) ? figure : best,
    undefined,
  );
}
