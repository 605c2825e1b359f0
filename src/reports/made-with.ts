import type { Catalogue } from '../catalogue/catalogue.js';
import { contentHash } from '../catalogue/content-hash.js';
import { buildId } from '../platform/build-id.js';
import type { IndicatorExplanation, MadeWith } from './explanation.js';
import type { ReportSources } from './report-sources.js';

/** What an explanation was computed with. @param fills regional means that stand in for levels, by place */
export function madeWith(
  indicators: readonly IndicatorExplanation[],
  fills: readonly { readonly path: string; readonly fill: number }[],
  { lookUp, board }: ReportSources,
): MadeWith {
  const { method } = lookUp.catalogue;
  return {
    build: buildId,
    methodVersion: method.version,
    catalogueVersion: lookUp.version,
    configHash: configHash(lookUp.catalogue),
    dataRevision: board.revision,
    datasetHash: contentHash({ figures: figuresOf(indicators), fills }),
    seed: method.uncertainty.seed,
  };
}

/** Figures by id with value, status and the population they are divided by, in order of ids. */
function figuresOf(indicators: readonly IndicatorExplanation[]): readonly unknown[] {
  return indicators
    .flatMap(({ years }) =>
      years.flatMap(({ figures, inhabitants }) =>
        figures.map(
          ({ observation, value, status }) => [observation, value, status, inhabitants ?? null] as const,
        ),
      ),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

const hashes = new WeakMap<Catalogue, string>();

/** SHA-256 of the method's settings and of the hash that the catalogue is kept under; the same content, the same hash. */
export function configHash(catalogue: Catalogue): string {
  const known = hashes.get(catalogue);
  if (known !== undefined) return known;
  const hash = contentHash({ method: catalogue.method, catalogue: contentHash(catalogue) });
  hashes.set(catalogue, hash);
  return hash;
}
