import { hasWords } from '../../communities/statement.js';
import type { Observation } from '../../observations/observation.js';
import type { ReportSources } from '../report-sources.js';
import type { PackageTable } from './package-table.js';
import { readScoreTerms } from './score-terms.js';
import { agendaTables } from './tables/agenda-tables.js';
import { areaTables } from './tables/area-tables.js';
import { communitiesTable, statementsTable } from './tables/community-tables.js';
import { compactTables } from './tables/compact-tables.js';
import { frameworkTables } from './tables/framework-tables.js';
import { historyTable } from './tables/history-table.js';
import { notIncludedTable } from './tables/not-included-table.js';
import { observationsTable } from './tables/observations-table.js';
import { participationPackageTable } from './tables/participation-table.js';
import { scoresTable } from './tables/scores-table.js';
import { seriesTables } from './tables/series-tables.js';
import { mayPass, type TermsOf } from './terms.js';

/**
 * Every table of the package, one after the other, so that none is kept for longer than it is needed.
 * @param observations all figures in force
 * @param files see `PackageAbout`
 */
export async function* packageTables(
  sources: ReportSources,
  observations: readonly Observation[],
  termsOf: TermsOf,
  files: ReadonlyMap<number, string>,
): AsyncGenerator<PackageTable> {
  const { lookUp, seriesEditions, statements } = sources;
  const { catalogue } = lookUp;
  const figures = new Map<number, number>();
  for (const { seriesEditionId: id } of observations) figures.set(id, (figures.get(id) ?? 0) + 1);
  const passed = observations.filter(({ seriesEditionId }) => mayPass(termsOf(seriesEditionId)));
  const said = statements.filter(hasWords);
  const senders = new Set([
    ...[...seriesEditions.values()].map(({ community }) => community),
    ...said.flatMap(({ by }) => by.community ?? []),
  ]);
  yield observationsTable(passed, files);
  yield await scoresTable(sources, readScoreTerms(sources, termsOf), termsOf);
  yield await historyTable(sources);
  yield* frameworkTables(catalogue);
  yield* agendaTables(catalogue);
  yield* compactTables(catalogue);
  yield* areaTables(catalogue);
  yield* seriesTables(catalogue, seriesEditions, termsOf, figures);
  yield notIncludedTable(lookUp, seriesEditions, termsOf, figures);
  yield communitiesTable(sources.communities, senders);
  yield statementsTable(said);
  yield participationPackageTable(sources);
}
