import type { TrendSpecification } from '../../../src/charts/trend-specification.js';
import type { Observation, SeriesEdition } from '../../../src/observations/observation.js';
import { indicatorTrend } from '../../../src/reports/indicator-trend.js';
import { anObservation, aSeriesEdition, COMMUNITY, sourcesWith } from './some-sources.js';

async function trendOf(
  observations: readonly Observation[],
  editions?: readonly SeriesEdition[],
  code = 'UI_COV4G',
): Promise<TrendSpecification> {
  const sources = await sourcesWith(observations, editions);
  const area = sources.lookUp.area('KEN');
  const indicator = sources.lookUp.indicator(code);
  if (area === undefined || indicator === undefined)
    throw new Error('The seeds lack what this test stands on');
  return indicatorTrend(area, indicator, sources, 'en');
}

describe('indicatorTrend', () => {
  it('says that there is nothing when there are no figures', async () => {
    const trend = await trendOf([]);
    expect(trend.segments).toEqual([]);
    expect(trend.title).toContain('no figures yet');
    expect(trend.requiredPath).toBeUndefined();
  });

  it('joins the years of one edition, and repeats the last figure as long as it counts', async () => {
    const trend = await trendOf([
      anObservation({ year: 2019, value: 50 }),
      anObservation({ year: 2021, value: 60 }),
      anObservation({ year: 2024, value: 70 }),
    ]);
    expect(trend.segments).toEqual([
      {
        label: 'first edition',
        points: [
          { year: 2019, value: 50, kind: 'observed' },
          { year: 2021, value: 60, kind: 'observed' },
          { year: 2024, value: 70, kind: 'observed' },
          { year: 2025, value: 70, kind: 'carried_forward' },
          { year: 2026, value: 70, kind: 'carried_forward' },
        ],
      },
    ]);
    expect(trend.title).toContain('70');
    expect(trend.notes.join(' ')).toContain('Hollow marks');
  });

  it('stops repeating a figure that no longer counts', async () => {
    const trend = await trendOf([anObservation({ year: 2018, value: 50 })]);
    expect(trend.segments[0]?.points.at(-1)?.year).toBe(2022);
  });

  it('breaks the line between editions that may not be compared, and says why', async () => {
    const trend = await trendOf(
      [anObservation({ year: 2018 }), anObservation({ year: 2023, seriesEditionId: 2 })],
      [aSeriesEdition({ id: 1 }), aSeriesEdition({ id: 2, edition: 'second edition' })],
    );
    expect(trend.segments.map(({ label }) => label)).toEqual(['first edition', 'second edition']);
    expect(trend.notes).toContain(
      'The line breaks before 2023: edition second edition may not be compared with edition first edition.',
    );
    expect(trend.sources).toBe(2);
    expect(trend.notes.slice(0, 2)).toEqual([
      'Source: A publisher, SERIES, edition first edition.',
      'Source: A publisher, SERIES, edition second edition.',
    ]);
  });

  it('draws the agreed target and the path that leads to it from the base of the pace', async () => {
    const trend = await trendOf([
      anObservation({ year: 2021, value: 60 }),
      anObservation({ year: 2025, value: 70 }),
    ]);
    expect(trend.target).toMatchObject({ value: 98, year: 2030 });
    expect(trend.requiredPath).toMatchObject({
      from: { year: 2021, value: 60 },
      to: { year: 2030, value: 98 },
    });
  });

  it('draws no target that nobody agreed, and no path to it', async () => {
    const trend = await trendOf(
      [
        anObservation({ indicator: 'UI_FBB', year: 2021, value: 6 }),
        anObservation({ indicator: 'UI_FBB', year: 2025, value: 7 }),
      ],
      [aSeriesEdition({ id: 1, indicator: 'UI_FBB' })],
      'UI_FBB',
    );
    expect(trend.target).toBeUndefined();
    expect(trend.requiredPath).toBeUndefined();
  });

  it('draws no path once the target is met', async () => {
    const trend = await trendOf([
      anObservation({ year: 2021, value: 98.5 }),
      anObservation({ year: 2025, value: 99 }),
    ]);
    expect(trend.target).toBeDefined();
    expect(trend.requiredPath).toBeUndefined();
  });

  it('shows doubtful figures as such', async () => {
    const trend = await trendOf([
      anObservation({ year: 2023, value: 60 }),
      anObservation({ year: 2024, value: 12, status: 'doubtful' }),
    ]);
    expect(trend.segments.flatMap(({ points }) => points)).toContainEqual({
      year: 2024,
      value: 12,
      kind: 'doubtful',
    });
    expect(trend.title).toContain('2023');
    expect(trend.notes.join(' ')).toContain('doubtful');
  });

  it('names the figure of a community that stands beside a published one', async () => {
    const trend = await trendOf(
      [anObservation({ year: 2024 }), anObservation({ year: 2024, value: 55.5, seriesEditionId: 2 })],
      [
        aSeriesEdition({ id: 1 }),
        aSeriesEdition({ id: 2, community: COMMUNITY.code, source: 'Own survey', published: false }),
      ],
    );
    expect(trend.segments.flatMap(({ points }) => points.map(({ value }) => value))).not.toContain(55.5);
    expect(trend.notes.join(' ')).toContain('55.5 (2024; Own survey; Kenya IGF)');
  });

  it('divides counts by the population, as scoring does', async () => {
    const sources = await sourcesWith([], []);
    const counted = sources.lookUp.catalogue.indicators.find(({ per }) => per !== undefined);
    if (counted?.per === undefined) {
      expect(sources.lookUp.catalogue.indicators.every(({ per }) => per === undefined)).toBe(true);
      return;
    }
    const inhabitants =
      sources.lookUp.catalogue.population.find(({ area }) => area === 'KEN')?.inhabitants ?? 0;
    const trend = await trendOf(
      [anObservation({ indicator: counted.code, year: 2024, value: 1_000 })],
      [aSeriesEdition({ id: 1, indicator: counted.code })],
      counted.code,
    );
    expect(trend.segments[0]?.points[0]?.value).toBeCloseTo((1_000 / inhabitants) * counted.per, 9);
  });
});
