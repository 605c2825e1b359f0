import type { ExplanationReport } from '../../../src/reports/explanation.js';
import { explanationReport } from '../../../src/reports/explanation-report.js';
import { explanationTable } from '../../../src/reports/explanation-table.js';
import type { FoundNode } from '../../../src/reports/find-node.js';
import { explanationContext } from '../../../src/scoring/explanation/explanation-context.js';
import type { Observation } from '../../../src/observations/observation.js';
import type { BoardIntervals } from '../../../src/scoring/uncertainty/score-intervals.js';
import { anObservation, aSeriesEdition, COMMUNITY, sourcesWith } from './some-sources.js';

const EDITIONS = [
  aSeriesEdition({ id: 1 }),
  aSeriesEdition({ id: 2, indicator: 'UI_NETUSE' }),
  aSeriesEdition({ id: 3, indicator: 'UI_PRICE_1GB', community: COMMUNITY.code, published: false }),
  aSeriesEdition({ id: 4, indicator: 'WO_SHUTDOWN_COUNT' }),
];
delete (EDITIONS[2] as { organisation?: string }).organisation;

async function explain(
  node: FoundNode,
  observations: readonly Observation[],
  intervals?: BoardIntervals,
): Promise<ExplanationReport> {
  const plain = await sourcesWith(observations, EDITIONS);
  const sources = intervals === undefined ? plain : { ...plain, intervals };
  const area = sources.lookUp.area('KEN');
  if (area === undefined) throw new Error('The seeds lack Kenya');
  const context = explanationContext(sources.board, sources.lookUp.catalogue, sources.seriesEditions);
  return explanationReport({ area, node, year: sources.board.asOfYear, language: 'en' }, context, sources);
}

const FIGURES = [
  anObservation({ year: 2025, value: 80 }),
  anObservation({ indicator: 'UI_NETUSE', seriesEditionId: 2, year: 2026, value: 51.1 }),
  anObservation({ indicator: 'UI_PRICE_1GB', seriesEditionId: 3, year: 2026, value: 5, status: 'estimated' }),
];
const P2: FoundNode = { kind: 'principle', code: 'P2' };

describe('the explanation of an indicator', () => {
  it('fills the numbers into its formula and says what its flags mean', async () => {
    const { score, indicators, sentences } = await explain({ kind: 'indicator', code: 'UI_COV4G' }, FIGURES);
    expect(score).toBe(80);
    expect(indicators[0]?.formula).toBe('100 × (80 − 0) / (100 − 0) = 80.');
    expect(indicators[0]?.sentences).toContain(
      'The figure is of an earlier year and is still recent enough to count.',
    );
    expect(sentences[1]).toBe('It stands on 80% of population in 2025; the figure is one year old.');
  });

  it('tells logarithms, and a level that is held at a goalpost', async () => {
    const price = await explain({ kind: 'indicator', code: 'UI_PRICE_1GB' }, FIGURES);
    expect(price.indicators[0]?.formula).toMatch(/^100 × \(ln 5 − ln 20\) \/ \(ln 2 − ln 20\) = 60\.206\.$/);
    expect(price.shareFromCommunities).toBe(1);
    const cheap = [anObservation({ indicator: 'UI_PRICE_1GB', seriesEditionId: 3, year: 2026, value: 1 })];
    const held = await explain({ kind: 'indicator', code: 'UI_PRICE_1GB' }, cheap);
    expect(held.indicators[0]?.formula).toMatch(/ Held between 0 and 100: 100\.$/);
  });

  it('tells the pace with its terms', async () => {
    const earlier = anObservation({ year: 2021, value: 60 });
    const { indicators } = await explain({ kind: 'indicator', code: 'UI_COV4G' }, [...FIGURES, earlier]);
    expect(indicators[0]?.paceFormula).toMatch(/^\(80 − 60\) \/ \(2025 − 2021\) = 5 points a year\./);
    expect(indicators[0]?.baseFigure).toMatchObject({ year: 2021, value: 60 });
  });

  it('says why there is no level', async () => {
    const { score, missing, sentences, weights, madeWith } = await explain(
      { kind: 'indicator', code: 'UI_COV4G' },
      [],
    );
    expect([score, missing]).toEqual([undefined, 'NO_DATA']);
    expect(sentences).toEqual([
      'Kenya, Population covered by at least 4G: no score as of 2026. There are no current figures.',
    ]);
    expect(weights).toMatchObject([{ actual: 0 }]);
    expect(madeWith.datasetHash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('the explanation of a node', () => {
  it('shows its grade by part, the nature of its figures, and its range where that is known', async () => {
    const intervals: BoardIntervals = {
      revision: 1,
      catalogueVersion: 1,
      seed: 7,
      replicates: 1000,
      of: (_area, _kind, code) =>
        code === 'P2' ? { scoreLow: 10, scoreMedian: 20, scoreHigh: 29 } : undefined,
    };
    const plain = await explain(P2, FIGURES);
    expect(plain.interval).toBeUndefined();
    expect(plain.grade).toMatchObject({ byAge: 'A' });
    expect(plain.grade?.byRange).toBeUndefined();
    expect(Object.keys(plain.natureShares).sort()).toEqual(['estimated', 'normal']);
    const total = Object.values(plain.natureShares).reduce((sum, share) => sum + share, 0);
    expect(total).toBeCloseTo(1, 12);
    const ranged = await explain(P2, FIGURES, intervals);
    expect(ranged.interval).toEqual({
      ...{ low: 10, median: 20, high: 29, outside: true },
      ...{ revision: 1, seed: 7, replicates: 1000 },
    });
    expect(ranged.grade).toMatchObject({ byRange: 'C' });
  });

  it('hashes what it stands on: another figure, another hash; another order, the same', async () => {
    const hashOf = async (figures: readonly Observation[]): Promise<string> =>
      (await explain(P2, figures)).madeWith.datasetHash;
    const hash = await hashOf(FIGURES);
    expect(await hashOf(FIGURES.toReversed())).toBe(hash);
    expect(await hashOf([anObservation({ year: 2025, value: 81 }), ...FIGURES.slice(1)])).not.toBe(hash);
    const unrelated = anObservation({ indicator: 'WO_SHUTDOWN_COUNT', seriesEditionId: 4, value: 1 });
    expect(await hashOf([...FIGURES, unrelated])).toBe(hash);
  });

  it('says in a table how much each indicator contributes', async () => {
    const report = await explain(P2, FIGURES);
    const { rows } = explanationTable(report);
    expect(rows.map(({ indicator }) => indicator)).toEqual(report.weights.map(({ indicator }) => indicator));
    const points = rows.reduce((sum, row) => sum + Number(row.points ?? 0), 0);
    expect(points).toBeCloseTo(report.score ?? NaN, 9);
  });
});
