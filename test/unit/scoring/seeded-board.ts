import type { Catalogue } from '../../../src/catalogue/catalogue.js';
import { loadSeeds } from '../../../src/catalogue/load-seeds.js';
import type { Observation, SeriesEdition } from '../../../src/observations/observation.js';
import { buildScoreBoard } from '../../../src/scoring/board/score-board.js';
import type { ScoreBoard } from '../../../src/scoring/score.js';

/** The seeds of this repository and the board of their own figures. @param change what the catalogue is changed to */
export async function seededBoard(
  change: (catalogue: Catalogue) => Catalogue = (catalogue) => catalogue,
): Promise<{ readonly catalogue: Catalogue; readonly board: ScoreBoard }> {
  const seeds = await loadSeeds('seeds');
  const catalogue = change(seeds.catalogue);
  const editions = catalogue.series.map(({ indicator, series, edition, organisation }, i): SeriesEdition => ({
    id: i + 1,
    indicator,
    community: 'published-figures',
    source: series,
    edition,
    organisation,
    published: true,
  }));
  const idOf = new Map(editions.map(({ id, indicator, edition }) => [`${indicator} ${edition}`, id]));
  const observations = seeds.observations.flatMap(({ indicator, rows }) =>
    rows.map(({ area, year, value, status, edition, line }): Observation => ({
      area,
      indicator,
      year,
      value,
      status,
      seriesEditionId: idOf.get(`${indicator} ${edition}`) ?? 0,
      submissionId: 1,
      rowNumber: line,
      revisionFrom: 1,
    })),
  );
  const seriesEditions = new Map(editions.map((edition) => [edition.id, edition]));
  return { catalogue, board: buildScoreBoard(catalogue, { revision: 1, observations, seriesEditions }) };
}
