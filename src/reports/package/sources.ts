import type { Catalogue } from '../../catalogue/catalogue.js';
import type { Observation, SeriesEdition } from '../../observations/observation.js';
import type { DescribedSource } from './descriptor.js';

/** Publishers and communities whose figures the release stands on, and those of the population; in order of titles. */
export function describedSources(
  { populationSeries = [] }: Catalogue,
  editions: ReadonlyMap<number, SeriesEdition>,
  observations: readonly Observation[],
): readonly DescribedSource[] {
  const used = new Set(observations.map(({ seriesEditionId }) => seriesEditionId));
  const all = [
    ...[...editions.values()].filter(({ id }) => used.has(id)),
    ...populationSeries.map(({ series, ...rest }) => ({ source: series, ...rest })),
  ];
  const titled = new Map<string, DescribedSource>();
  for (const { organisation, source, edition, url } of all) {
    const title = [organisation, source, edition]
      .filter((part) => part !== undefined && part !== '')
      .join(', ');
    titled.set(title, url !== undefined && /^https?:\/\//.test(url) ? { title, path: url } : { title });
  }
  return [...titled.values()].sort((a, b) => (a.title < b.title ? -1 : 1));
}
