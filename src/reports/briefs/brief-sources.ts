import type { IndicatorLine } from '../report.js';

/** Who publishes the figures, with their editions; each once, by name. */
export function briefSources(lines: readonly Pick<IndicatorLine, 'figure'>[]): readonly string[] {
  const editions = new Map<string, Set<string>>();
  for (const { figure } of lines) {
    if (figure === undefined) continue;
    const publisher = figure.organisation ?? figure.communityName;
    const known = editions.get(publisher) ?? new Set<string>();
    editions.set(publisher, known.add(figure.edition));
  }
  return [...editions]
    .map(([publisher, of]) => `${publisher} (${[...of].sort().join('; ')})`)
    .sort((one, other) => one.localeCompare(other, 'en'));
}
