import type { TrendSpecification } from '../../../src/charts/trend-specification.js';
import type { Observation, SeriesEdition } from '../../../src/observations/observation.js';
import { nodeTrend } from '../../../src/reports/node-trend.js';
import { anObservation, aSeriesEdition, sourcesWith } from './some-sources.js';

async function goalTrend(
  observations: readonly Observation[],
  editions?: readonly SeriesEdition[],
): Promise<TrendSpecification> {
  const sources = await sourcesWith(observations, editions);
  const area = sources.lookUp.area('KEN');
  if (area === undefined) throw new Error('The seeds lack Kenya');
  return nodeTrend(area, { kind: 'goal', code: 'P2.3' }, sources, 'en');
}

const TWO = [aSeriesEdition({ id: 1 }), aSeriesEdition({ id: 2, indicator: 'UI_FBB' })];
const broadband = (year: number, value: number): Observation =>
  anObservation({ indicator: 'UI_FBB', seriesEditionId: 2, year, value });

describe('nodeTrend', () => {
  it('says that there is no score when there is none', async () => {
    const trend = await goalTrend([]);
    expect(trend).toMatchObject({ segments: [], yRange: { low: 0, high: 100 }, hue: 1 });
    expect(trend.title).toContain('no score yet');
  });

  it('marks the years in which the score rests on figures of earlier years', async () => {
    const trend = await goalTrend([anObservation({ year: 2024, value: 80 }), broadband(2024, 24)], TWO);
    expect(trend.segments[0]?.points.map(({ year, kind }) => [year, kind])).toEqual([
      [2024, 'observed'],
      [2025, 'carried_forward'],
      [2026, 'carried_forward'],
    ]);
    expect(trend.segments[0]?.points[0]?.value).toBeCloseTo((80 + 50) / 2, 9);
  });

  it('draws the required path in score points, from the base to where the targets lead', async () => {
    const trend = await goalTrend(
      [
        anObservation({ year: 2021, value: 60 }),
        anObservation({ year: 2025, value: 80 }),
        broadband(2021, 12),
        broadband(2025, 24),
      ],
      TWO,
    );
    expect(trend.requiredPath?.from.year).toBe(2021);
    expect(trend.requiredPath?.from.value).toBeCloseTo((60 + 25) / 2, 9);
    expect(trend.requiredPath?.to.value).toBeCloseTo((98 + 100) / 2, 9);
    expect(trend.requiredPath?.label).toBe('Path required since 2021');
  });

  it('draws no path when an indicator has no comparable history, and says which', async () => {
    const trend = await goalTrend(
      [
        anObservation({ year: 2021, value: 60 }),
        anObservation({ year: 2025, value: 80 }),
        broadband(2025, 24),
      ],
      TWO,
    );
    expect(trend.requiredPath).toBeUndefined();
    expect(trend.target).toBeUndefined();
    expect(trend.notes.join(' ')).toContain('Fixed-broadband subscriptions');
  });

  it('says why the line breaks and what it stands on since', async () => {
    const trend = await goalTrend(
      [
        anObservation({ year: 2021, value: 60 }),
        anObservation({ year: 2023, value: 80 }),
        broadband(2023, 24),
      ],
      TWO,
    );
    expect(trend.notes.join(' ')).toMatch(
      /The line breaks before 2023: from then on the score stands on other indicators/,
    );
    expect(trend.notes.join(' ')).toMatch(
      /Since 2023 it stands on: .*UI_COV4G|Since 2023 it stands on: .*4G/,
    );
  });
});
