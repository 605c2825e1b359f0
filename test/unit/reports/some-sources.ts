import type { Catalogue } from '../../../src/catalogue/catalogue.js';
import { loadCatalogue } from '../../../src/catalogue/load-seeds.js';
import { lookUp } from '../../../src/catalogue/look-up.js';
import type { Community } from '../../../src/communities/community.js';
import type { Observation, SeriesEdition } from '../../../src/observations/observation.js';
import type { ReportSources } from '../../../src/reports/report-sources.js';
import { buildScoreBoard } from '../../../src/scoring/board/score-board.js';

let catalogue: Promise<Catalogue> | undefined;

/** What the seeds of this repository say, read once. */
export function seedCatalogue(): Promise<Catalogue> {
  return (catalogue ??= loadCatalogue('seeds'));
}

/** A figure of Kenya in edition 1, unless said otherwise. */
export function anObservation(of: Partial<Observation> = {}): Observation {
  return {
    area: 'KEN',
    indicator: 'UI_COV4G',
    year: 2023,
    value: 60,
    status: 'normal',
    seriesEditionId: 1,
    submissionId: 1,
    rowNumber: 2,
    revisionFrom: 1,
    ...of,
  };
}

export function aSeriesEdition(of: Partial<SeriesEdition> & Pick<SeriesEdition, 'id'>): SeriesEdition {
  return {
    indicator: 'UI_COV4G',
    community: 'published-figures',
    source: 'SERIES',
    edition: 'first edition',
    organisation: 'A publisher',
    published: true,
    ...of,
  };
}

export const COMMUNITY: Community = {
  id: 1,
  code: 'kenya-igf',
  name: 'Kenya IGF',
  kind: 'national',
  areas: ['KEN'],
  hidden: false,
  languages: [],
  meetings: [],
};

/** The seed catalogue with these figures and no others. */
export async function sourcesWith(
  observations: readonly Observation[],
  editions: readonly SeriesEdition[] = [aSeriesEdition({ id: 1 })],
): Promise<ReportSources> {
  const seeds = await seedCatalogue();
  const seriesEditions = new Map(editions.map((edition) => [edition.id, edition]));
  return {
    lookUp: lookUp(seeds, 1),
    board: buildScoreBoard(seeds, { revision: 1, observations, seriesEditions }),
    seriesEditions,
    statements: [],
    receipts: new Map(
      observations.map(({ submissionId }) => [submissionId, `receipt-${String(submissionId)}`]),
    ),
    communities: new Map([[COMMUNITY.code, COMMUNITY]]),
    fingerprint: 'any',
  };
}
