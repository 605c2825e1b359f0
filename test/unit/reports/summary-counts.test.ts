import { summaryCounts } from '../../../src/reports/summary-counts.js';
import { anObservation, aSeriesEdition, seedCatalogue, sourcesWith } from './some-sources.js';

describe('summaryCounts', () => {
  it('counts everything that may be scored as lacking when nothing is known', async () => {
    const { board } = await sourcesWith([]);
    const { indicators } = await seedCatalogue();
    const scored = indicators.filter(
      (indicator) => indicator.scored && indicator.derivedScoresAllowed,
    ).length;
    expect(summaryCounts(board, 'KEN', indicators)).toEqual({
      withTarget: 0,
      metOrOnTrack: 0,
      needAcceleration: 0,
      movingAway: 0,
      missed: 0,
      notAssessable: 0,
      withoutTarget: 0,
      improving: 0,
      declining: 0,
      lackData: scored,
    });
  });

  it('counts each indicator once, by status with an agreed target and by direction without', async () => {
    const editions = ['UI_COV4G', 'UI_NETUSE', 'UI_FBB', 'WO_IPV6'].map((indicator, i) =>
      aSeriesEdition({ id: i + 1, indicator }),
    );
    const series = (indicator: string, seriesEditionId: number, then: number, now: number) => [
      anObservation({ indicator, seriesEditionId, year: 2021, value: then }),
      anObservation({ indicator, seriesEditionId, year: 2025, value: now }),
    ];
    const { board } = await sourcesWith(
      [
        ...series('UI_COV4G', 1, 60, 90),
        ...series('UI_NETUSE', 2, 60, 50),
        ...series('UI_FBB', 3, 10, 20),
        ...series('WO_IPV6', 4, 30, 10),
      ],
      editions,
    );
    const { indicators } = await seedCatalogue();
    const counts = summaryCounts(board, 'KEN', indicators);
    expect(counts).toMatchObject({
      withTarget: 2,
      metOrOnTrack: 1,
      movingAway: 1,
      needAcceleration: 0,
      withoutTarget: 2,
      improving: 1,
      declining: 1,
    });
    const scored = indicators.filter(
      (indicator) => indicator.scored && indicator.derivedScoresAllowed,
    ).length;
    expect(counts.withTarget + counts.withoutTarget + counts.lackData).toBe(scored);
  });
});
