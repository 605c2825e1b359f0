import { loadSeeds } from '../../../../src/catalogue/load-seeds.js';
import { lookUp } from '../../../../src/catalogue/look-up.js';
import type { Catalogue } from '../../../../src/catalogue/catalogue.js';
import type { Observation, SeriesEdition } from '../../../../src/observations/observation.js';
import type { ReportSources } from '../../../../src/reports/report-sources.js';
import { buildScoreBoard } from '../../../../src/scoring/board/score-board.js';

/** What a framework's own figures say. */
export interface Seeded {
  readonly catalogue: Catalogue;
  readonly observations: readonly Observation[];
  readonly seriesEditions: ReadonlyMap<number, SeriesEdition>;
}

/** A framework with its own figures, as a new installation holds them. */
export async function seeded(directory = 'seeds'): Promise<Seeded> {
  const { catalogue, observations: files } = await loadSeeds(directory);
  const editions = catalogue.series.map(({ fromYear: _, toYear: __, series: source, ...rest }, i) => ({
    ...rest,
    id: i + 1,
    source,
    community: 'published-figures',
    published: true,
  }));
  const idOf = new Map(editions.map(({ id, indicator, edition }) => [`${indicator} ${edition}`, id]));
  return {
    catalogue,
    seriesEditions: new Map(editions.map((edition) => [edition.id, edition])),
    observations: files.flatMap(({ indicator, rows }, file) =>
      rows.map(({ area, year, value, status, edition, line }) => ({
        area,
        indicator,
        year,
        value,
        status,
        seriesEditionId: idOf.get(`${indicator} ${edition}`) ?? 0,
        submissionId: file + 1,
        rowNumber: line,
        revisionFrom: file + 1,
      })),
    ),
  };
}

/** What reports of it are made from. */
export function sourcesOf({ catalogue, observations, seriesEditions }: Seeded): ReportSources {
  return {
    lookUp: lookUp(catalogue, 1),
    board: buildScoreBoard(catalogue, { revision: 1, observations, seriesEditions }),
    seriesEditions,
    receipts: new Map(),
    communities: new Map(),
    statements: [],
    fingerprint: 'any',
  };
}

/** With one area in four scored, among them Kenya: enough to see all rules, and quicker. */
export function scoringSome(all: Seeded): Seeded {
  const areas = all.catalogue.areas.map((area, i) => ({
    ...area,
    scored: area.scored && (i % 4 === 0 || area.code === 'KEN'),
  }));
  return { ...all, catalogue: { ...all.catalogue, areas } };
}
