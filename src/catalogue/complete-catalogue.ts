import type { Catalogue, Method } from './catalogue.js';

type Earlier<T> = { readonly [K in keyof T]?: T[K] extends readonly unknown[] ? T[K] : Partial<T[K]> };

/** A stored catalogue of any time: settings that came later are missing. */
export type EarlierCatalogue = Omit<Catalogue, 'method' | 'notApplicable'> &
  Partial<Pick<Catalogue, 'notApplicable'>> & { readonly method: Earlier<Method> };

/** What held, fixed, before these settings were written down in the method. */
const BEFORE_IT_WAS_A_SETTING = {
  powers: [],
  weights: [],
  partlyWeight: 0.5,
  missing: { rule: 'renormalise', minValues: 3 },
  growth: { thresholds: 'open_sdg' },
  aggregates: { populationCoverage: 2 / 3, memberCoverage: 0.5, populationYear: 2023 },
  uncertainty: {
    seed: 20260101,
    replicates: 1000,
    auditReplicates: 10_000,
    weightNoise: 0.25,
    postNoise: 0.05,
    ageSigma: 1,
  },
} as const;

const COVERAGE_BEFORE = { commitmentIfMeasured: 1, commitmentOtherwise: 2, matchedShare: 0.5, rank: 2 / 3 };
const GRADES_BEFORE = { rangePoints: [5, 10, 20] };

/** Puts into an earlier catalogue what the code took for granted in its time, so that its scores can be computed again. */
export function completeCatalogue(earlier: EarlierCatalogue): Catalogue {
  const { method } = earlier;
  return {
    ...earlier,
    notApplicable: earlier.notApplicable ?? [],
    method: {
      ...BEFORE_IT_WAS_A_SETTING,
      ...method,
      coverage: { ...COVERAGE_BEFORE, ...method.coverage },
      grades: { ...GRADES_BEFORE, ...method.grades },
    } as Method,
  };
}
