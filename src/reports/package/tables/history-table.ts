import type { ReportSources } from '../../report-sources.js';
import { inTurns } from '../in-turns.js';
import { integer, key, number, REQUIRED, text, type PackageTable } from '../package-table.js';

/** Scores of the principles in every year, in runs that are comparable with themselves. */
export async function historyTable({ board, lookUp: { catalogue } }: ReportSources): Promise<PackageTable> {
  return {
    name: 'history',
    title: 'Scores of the principles since the first year',
    description:
      'What each principle stood at in each year, by the method and figures of this release. Scores of different runs may not be compared: they stand on other indicators or editions.',
    fields: [
      key('area', 'areas.code', 'Country or area'),
      key('principle', 'principles.code', 'The principle'),
      integer('year', 'Year as of which it is scored', REQUIRED),
      number('score', 'Score; every digit', { required: true, unit: 'points, 0 to 100' }),
      integer('run', 'Number of the comparable run, counted from 1', REQUIRED),
      text('broken_because', 'Why this run began', {
        enum: ['INDICATORS_CHANGED', 'EDITION_CHANGED', 'GAP'],
      }),
    ],
    primaryKey: ['area', 'principle', 'year'],
    rows: await inTurns(board.areas, (area) =>
      catalogue.principles.flatMap(({ code }) =>
        board.nodeHistory(area, 'principle', code).flatMap(({ points, brokenBecause }, run) =>
          points.map(({ year, score }) => ({
            area,
            principle: code,
            year,
            score,
            run: run + 1,
            broken_because: brokenBecause,
          })),
        ),
      ),
    ),
  };
}
