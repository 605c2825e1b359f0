import { withoutUndefined } from '../../platform/without-undefined.js';
import { countStatuses, type Aggregate, type AggregateCoverage } from '../engine/region.js';
import type { Direction, Status } from '../engine/terms.js';

export function coverageOf({ coverage }: { readonly coverage: AggregateCoverage }) {
  return { populationCoverage: coverage.population, memberCoverage: coverage.countries };
}

export function spreadOf({ scores }: Aggregate) {
  const { median, lowest, highest } = scores ?? {};
  return withoutUndefined({ median, lowest, highest });
}

export function countEach<Each extends Status | Direction>(
  all: readonly (Each | undefined)[],
): Readonly<Partial<Record<Each, number>>> {
  const told = countStatuses(all.filter((each) => each !== undefined));
  return Object.fromEntries(told) as Partial<Record<Each, number>>;
}
