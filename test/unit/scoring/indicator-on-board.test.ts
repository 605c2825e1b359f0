import fc from 'fast-check';
import type { Catalogue, Indicator } from '../../../src/catalogue/catalogue.js';
import { buildScoreBoard } from '../../../src/scoring/board/score-board.js';
import type { IndicatorScore } from '../../../src/scoring/score.js';
import { aCatalogue, aMethod, anArea, anIndicator, aSeries, aSnapshot, type Figure } from './a-catalogue.js';

function scoreOf(
  indicator: Partial<Indicator>,
  figures: readonly Omit<Figure, 'indicator'>[],
  catalogue: Partial<Catalogue> = {},
  year?: number,
): IndicatorScore {
  const indicators = [anIndicator('ONLINE', 'open.1', indicator)];
  const snapshot = aSnapshot(figures.map((figure) => ({ indicator: 'ONLINE', ...figure })));
  return buildScoreBoard(aCatalogue({ indicators, ...catalogue }), snapshot).indicatorScore(
    'AAA',
    'ONLINE',
    year,
  );
}

const agreed = { target: 90, targetBasis: 'agreed by all', targetYear: 2030 };

describe('an indicator on the board', () => {
  it('has level, pace, status and the observations they stand on', () => {
    const score = scoreOf(agreed, [
      { year: 2021, value: 40 },
      { year: 2025, value: 60 },
    ]);
    expect(score).toMatchObject({
      level: 60,
      year: 2025,
      ageYears: 1,
      status: 'needs_acceleration',
      direction: 'improving',
      flags: ['CARRIED_FORWARD', 'METHOD_SENSITIVE'],
      growth: { status: 'on_track', baseYear: 2021, nowYear: 2025 },
      observation: { year: 2025, value: 60 },
      baseObservation: { year: 2021, value: 40 },
      pace: { observedPace: 5, baseYear: 2021 },
    });
  });

  it('has a forecast with interval, probability and a word for it, in points and in its own unit', () => {
    const line = [2021, 2022, 2023, 2024, 2025].map((year) => ({ year, value: 40 + 5 * (year - 2021) }));
    const steady = scoreOf({ ...agreed, target: 85 }, line).forecast;
    expect(steady).toMatchObject({ targetYear: 2030, n: 5, probability: 1, likelihood: 'very_likely' });
    expect(steady?.shown).toMatchObject({ points: 85, pointsLow: 85, pointsHigh: 85, value: 85 });
    const wild = line.map(({ year, value }, i) => ({ year, value: value + (i % 2 === 0 ? 4 : -4) }));
    const { shown, probability } = scoreOf(agreed, wild).forecast ?? {};
    expect(shown?.pointsLow).toBeLessThan(shown?.points ?? 0);
    expect(probability).toBeGreaterThan(0);
    expect(probability).toBeLessThan(1);
  });

  it('has weak evidence and no probability on fewer than four values, and none where no target is agreed', () => {
    const figures = [2021, 2022, 2023, 2025].map((year) => ({ year, value: year - 1980 }));
    expect(scoreOf(agreed, figures.slice(1)).forecast).toMatchObject({
      n: 3,
      probability: null,
      projectedLow: null,
    });
    const untargeted = scoreOf({}, figures).forecast;
    expect(untargeted).toMatchObject({ n: 4, probability: null });
    expect(untargeted?.projectedLow).not.toBeNull();
    expect('likelihood' in (untargeted ?? {})).toBe(false);
  });

  it('has no forecast once the target year has come, and none without a base', () => {
    const figures = [2021, 2025].map((year) => ({ year, value: year - 1980 }));
    expect('forecast' in scoreOf({ ...agreed, targetYear: 2025 }, figures)).toBe(false);
    expect('forecast' in scoreOf(agreed, figures.slice(1))).toBe(false);
  });

  it('is judged by growth too where values are on a ratio scale, and says when that changes the status', () => {
    const figures = [2021, 2025].map((year) => ({ year, value: year === 2021 ? 32 : 24 }));
    const posts = { kind: 'range', worst: 100, best: 0, scale: 'linear' } as const;
    const offline = scoreOf({ goalposts: posts, target: 5, targetBasis: 'all', targetYear: 2030 }, figures);
    expect(offline).toMatchObject({ status: 'needs_acceleration', growth: { status: 'limited' } });
    expect(offline.flags).toContain('METHOD_SENSITIVE');
    expect(
      'growth' in
        scoreOf({ goalposts: { kind: 'band', low: 1, high: 2, zeroDistance: 9 }, ...agreed }, figures),
    ).toBe(false);
    expect('growth' in scoreOf({ target: 90 }, figures)).toBe(false);
    const zero = scoreOf(agreed, [
      { year: 2021, value: 0 },
      { year: 2025, value: 60 },
    ]);
    expect(zero).toMatchObject({ growth: { status: 'not_assessable', reason: 'SIGN_OR_ZERO' } });
    expect(zero.flags).not.toContain('METHOD_SENSITIVE');
  });

  it('warns when the agreed target lies beyond the goalposts', () => {
    const figures = [{ year: 2025, value: 60 }];
    expect(scoreOf({ ...agreed, target: 110 }, figures).flags).toContain('TARGET_BEYOND_POSTS');
    expect(scoreOf({ ...agreed, target: -1 }, figures).flags).toContain('TARGET_BEYOND_POSTS');
    expect(scoreOf({ ...agreed, target: 100 }, figures).flags).not.toContain('TARGET_BEYOND_POSTS');
  });

  it('is shown and counts nowhere where it has no meaning', () => {
    const notApplicable = [{ indicator: 'ONLINE', area: 'AAA', reason: 'It has no coast.' }];
    const score = scoreOf(agreed, [{ year: 2025, value: 60 }], { notApplicable });
    expect(score).toMatchObject({ missing: 'NOT_APPLICABLE', value: 60, year: 2025, flags: [] });
    expect([score.level, score.status, score.pace]).toEqual([undefined, undefined, undefined]);
  });

  it('has a direction and no status where the target was agreed by nobody', () => {
    const figures = [
      { year: 2021, value: 40 },
      { year: 2025, value: 60 },
    ];
    const score = scoreOf({ target: 90 }, figures);
    expect(score.direction).toBe('improving');
    expect('status' in score).toBe(false);
    expect(score.pace).toMatchObject({ observedPace: 5, requiredPace: null, reason: 'NO_AGREED_TARGET' });
  });

  it('looks five years back for its base, and at the fixed year late in the period', () => {
    const figures = [2019, 2021, 2024, 2029].map((year) => ({ year, value: year - 1990 }));
    expect(scoreOf(agreed, figures, {}, 2024).pace?.baseYear).toBe(2019);
    expect(scoreOf(agreed, figures, { method: aMethod({ asOfYear: 2029 }) }).pace?.baseYear).toBe(2024);
  });

  it('is stale beyond its freshness, which is never more than the method allows', () => {
    const figures = [{ year: 2020, value: 60 }];
    expect(scoreOf({ freshnessYears: 6 }, figures)).toMatchObject({
      missing: 'STALE',
      year: 2020,
      value: 60,
    });
    expect(scoreOf({ freshnessYears: 6, ...agreed }, figures)).toMatchObject({
      status: 'not_assessable',
      statusReason: 'STALE',
    });
    expect(scoreOf({ freshnessYears: 5 }, figures, {}, 2025)).toMatchObject({ level: 60 });
    expect('pace' in scoreOf({}, figures)).toBe(false);
  });

  it('tells nothing reported from nothing usable', () => {
    expect(scoreOf({}, []).missing).toBe('NO_DATA');
    expect(scoreOf({}, [{ year: 2025, value: 1 }], {}, 2024).missing).toBe('NO_DATA');
    const doubtful = scoreOf({}, [{ year: 2025, value: 1, status: 'doubtful' }]);
    expect(doubtful).toMatchObject({ missing: 'NO_VALUE', alternatives: [{ year: 2025 }] });
  });

  it('is shown and never scored where it is not meant to be, or its licence forbids it', () => {
    const figures = [{ year: 2025, value: 60 }];
    const shown = { value: 60, year: 2025 };
    expect(scoreOf({ scored: false }, figures)).toMatchObject({ ...shown, missing: 'NOT_SCORED' });
    const forbidden = scoreOf({ derivedScoresAllowed: false, scored: false }, figures);
    expect(forbidden).toMatchObject({ ...shown, missing: 'LICENCE' });
    expect([forbidden.level, forbidden.raw, forbidden.pace]).toEqual([undefined, undefined, undefined]);
  });

  it('uses published series in the order of the catalogue, and shows the others beside it', () => {
    const series = [aSeries('ONLINE', 'first', 'E'), aSeries('ONLINE', 'second', 'E')];
    const figures = [
      { year: 2026, value: 10, source: 'second' },
      { year: 2024, value: 20, source: 'first' },
    ];
    expect(scoreOf({}, figures, { series })).toMatchObject({ level: 20, alternatives: [{ value: 10 }] });
    expect(scoreOf({}, figures, { series: series.toReversed() })).toMatchObject({ level: 10 });
    expect(scoreOf({ freshnessYears: 1 }, figures, { series })).toMatchObject({ level: 10 });
  });

  it('uses a community figure only where no published one is current and sure, and says so', () => {
    const own = { year: 2026, value: 10, community: 'NRI', source: 'survey', edition: 'survey' };
    const published = { year: 2024, value: 20 };
    expect(scoreOf({}, [own, published])).toMatchObject({ level: 20, flags: ['CARRIED_FORWARD'] });
    expect(scoreOf({ freshnessYears: 1 }, [own, published])).toMatchObject({
      level: 10,
      flags: ['COMPARABILITY_BREAK', 'COMMUNITY_SOURCE'],
    });
    expect(scoreOf({}, [own, { ...published, status: 'doubtful' }])).toMatchObject({ level: 10 });
  });

  it('takes no pace across editions unless the catalogue declares them comparable', () => {
    const figures = [
      { year: 2021, value: 40, edition: 'old' },
      { year: 2026, value: 60, edition: 'new' },
    ];
    expect(scoreOf(agreed, figures)).toMatchObject({
      level: 60,
      statusReason: 'SINGLE_OBSERVATION',
      flags: ['COMPARABILITY_BREAK'],
    });
    const declared = [{ indicator: 'ONLINE', editionA: 'new', editionB: 'old', reason: 'same method' }];
    expect(scoreOf(agreed, figures, { comparableEditions: declared }).pace?.observedPace).toBe(4);
  });

  it('takes the newest edition of a series for a year that several editions cover', () => {
    const series = [aSeries('ONLINE', 'S', 'old'), aSeries('ONLINE', 'S', 'new')];
    const figures = [
      { year: 2025, value: 58, edition: 'new' },
      { year: 2025, value: 60, edition: 'old' },
    ];
    expect(scoreOf({}, figures, { series })).toMatchObject({ level: 58, alternatives: [{ value: 60 }] });
  });

  it('compares no figure of a community with a published one, whatever it calls its edition', () => {
    const comparableEditions = [
      { indicator: 'ONLINE', editionA: 'new', editionB: 'old', reason: 'same method' },
    ];
    const score = scoreOf(
      agreed,
      [
        { year: 2021, value: 40, edition: 'old', community: 'NRI' },
        { year: 2026, value: 60, edition: 'new' },
      ],
      { comparableEditions },
    );
    expect(score).toMatchObject({ statusReason: 'SINGLE_OBSERVATION', flags: ['COMPARABILITY_BREAK'] });
  });

  it('prefers the listed edition to one that is no longer listed, and a later one to both', () => {
    const series = [aSeries('ONLINE', 'S', 'revised')];
    const figures = [
      { year: 2025, value: 10, edition: 'retired' },
      { year: 2024, value: 20, edition: 'revised' },
    ];
    expect(scoreOf({}, figures, { series })).toMatchObject({ level: 20, alternatives: [{ value: 10 }] });
    const later = { year: 2024, value: 30, edition: 'not listed yet' };
    expect(scoreOf({}, [...figures, later], { series })).toMatchObject({ level: 30 });
    expect(scoreOf({ freshnessYears: 1 }, figures, { series })).toMatchObject({ level: 10 });
  });

  it('divides counts by population before the goalposts', () => {
    const counts = { per: 1000, goalposts: { kind: 'range', worst: 0, best: 10, scale: 'linear' } } as const;
    const population = [{ area: 'AAA', year: 2020, inhabitants: 2000, edition: 'P' }];
    const figures = [{ year: 2025, value: 5 }];
    expect(scoreOf(counts, figures, { population })).toMatchObject({
      value: 2.5,
      level: 25,
      observation: { value: 5 },
    });
    expect(scoreOf(counts, [{ year: 2018, value: 5 }], { population }, 2019).flags).toContain('POP_FIXED');
    expect(scoreOf(counts, figures).missing).toBe('NO_POPULATION');
    const future = [{ area: 'AAA', year: 2031, inhabitants: 2000, edition: 'projected' }];
    const projected = [...figures, { year: 2031, value: 5 }];
    expect(scoreOf(counts, projected, { population: future }).missing).toBe('NO_POPULATION');
  });

  it('averages years where one event must not decide', () => {
    const averaged = { averageYears: 3 };
    const figures = [
      { year: 2024, value: 30 },
      { year: 2025, value: 60 },
    ];
    expect(scoreOf(averaged, figures)).toMatchObject({ value: 45, level: 45, observation: { value: 60 } });
    expect(scoreOf(averaged, figures.slice(1)).missing).toBe('NO_VALUE');
  });

  it('shows a later figure of the same edition that cannot be averaged beside the stale mean', () => {
    const figures = [2018, 2019, 2026].map((year) => ({ year, value: 30 }));
    const score = scoreOf({ averageYears: 3 }, figures);
    expect(score).toMatchObject({ missing: 'STALE', year: 2019 });
    expect(score.alternatives.map(({ year }) => year)).toEqual([2026]);
  });

  it('combines several communities on a ladder by their median', () => {
    const ladder = { goalposts: { kind: 'rubric', worst: 0, best: 4, scale: 'linear' } } as const;
    const figures = [
      { year: 2025, value: 1, community: 'A' },
      { year: 2026, value: 4, community: 'B' },
      { year: 2026, value: 3, community: 'C' },
    ];
    const score = scoreOf(ladder, figures);
    expect(score).toMatchObject({ value: 3, level: 75 });
    expect(score.flags).toContain('MEDIAN_OF_COMMUNITIES');
    expect(score.alternatives).toHaveLength(2);
    expect(scoreOf(ladder, figures.slice(0, 1))).toMatchObject({ value: 1, flags: ['CARRIED_FORWARD'] });
  });

  it('tells how far the communities are apart, and from when on that is disputed', () => {
    const ladder = { goalposts: { kind: 'rubric', worst: 0, best: 4, scale: 'linear' } } as const;
    const levels = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 7 });
    const limit = fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined });
    fc.assert(
      fc.property(levels, limit, (values, disputedFrom) => {
        const figures = values.map((value, i) => ({
          year: 2026,
          value,
          community: String.fromCharCode(65 + i),
        }));
        const limits = disputedFrom === undefined ? {} : { disputedFrom };
        const { value, flags, assessment } = scoreOf(ladder, figures, limits);
        const sorted = values.toSorted();
        const apart = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0);
        const isDisputed = disputedFrom !== undefined && apart >= disputedFrom;
        expect(assessment).toMatchObject({ median: value, spread: apart, disputed: isDisputed });
        expect(
          assessment?.members.map(({ community, observation }) => [community, observation.value]),
        ).toEqual(figures.map((figure) => [figure.community, figure.value]));
        expect(flags.includes('DISPUTED')).toBe(isDisputed);
        expect(value).toBeGreaterThanOrEqual(sorted[0] ?? 0);
        expect(value).toBeLessThanOrEqual(sorted.at(-1) ?? 0);
      }),
      { numRuns: 200 },
    );
  });

  it('leaves doubtful assessments and those of other kinds of indicators out of it', () => {
    const ladder = { goalposts: { kind: 'rubric', worst: 0, best: 4, scale: 'linear' } } as const;
    const figures = [
      { year: 2026, value: 3, community: 'A' },
      { year: 2026, value: 0, community: 'B', status: 'doubtful' as const },
    ];
    expect(scoreOf(ladder, figures, { disputedFrom: 2 }).assessment).toMatchObject({
      spread: 0,
      disputed: false,
    });
    expect(scoreOf({}, figures.slice(0, 1)).assessment).toBeUndefined();
  });

  it('takes the latest median of a ladder, also where an earlier assessment was published', () => {
    const ladder = { goalposts: { kind: 'rubric', worst: 0, best: 4, scale: 'linear' } } as const;
    const figures = [
      { year: 2024, value: 2 },
      { year: 2026, value: 4, community: 'A' },
    ];
    expect(scoreOf(ladder, figures)).toMatchObject({ value: 3, year: 2026, level: 75 });
  });

  it('is not live for less than half of the scored areas', () => {
    const areas = [anArea('AAA'), anArea('BBB'), anArea('CCC'), anArea('DDD', { scored: false })];
    const live = (...withFigure: string[]) => {
      const figures = withFigure.map((area) => ({ indicator: 'ONLINE', area, year: 2025, value: 5 }));
      return buildScoreBoard(aCatalogue({ areas }), aSnapshot(figures)).liveIndicators.has('ONLINE');
    };
    expect(live('AAA', 'BBB')).toBe(true);
    expect(live('AAA', 'DDD')).toBe(false);
  });

  it('is live at exactly the share of areas that is asked for', () => {
    const areas = Array.from({ length: 100 }, (_, i) => anArea(`A${String(i)}`));
    const figures = areas
      .slice(0, 55)
      .map(({ code }) => ({ indicator: 'ONLINE', area: code, year: 2025, value: 5 }));
    const method = aMethod({ coverage: { ...aMethod().coverage, liveShare: 0.55 } });
    const board = buildScoreBoard(aCatalogue({ areas, method }), aSnapshot(figures));
    expect([...board.liveIndicators]).toEqual(['ONLINE']);
  });
});
