import { lookUp } from '../../../src/catalogue/look-up.js';
import { chartTable } from '../../../src/reports/charts/chart-table.js';
import { distributionChart } from '../../../src/reports/charts/distribution-chart.js';
import { embeddedOf, embedPath, frameCode } from '../../../src/reports/charts/embed.js';
import { mapChart } from '../../../src/reports/charts/map-chart.js';
import { profileChart } from '../../../src/reports/charts/profile-chart.js';
import { sparklineChart } from '../../../src/reports/charts/sparkline-chart.js';
import { statusChart } from '../../../src/reports/charts/status-chart.js';
import { countryReport } from '../../../src/reports/country-report.js';
import type { ReportSources } from '../../../src/reports/report-sources.js';
import { aTrend } from '../charts/a-trend.js';
import { anObservation, seedCatalogue, sourcesWith } from './some-sources.js';

const FOUR_G = { kind: 'indicator', code: 'UI_COV4G' } as const;
const AREAS = ['KEN', 'UGA', 'TZA', 'RWA', 'FRA', 'BRA'];

let sources: ReportSources;
beforeAll(async () => {
  sources = await sourcesWith(
    AREAS.map((area, at) => anObservation({ area, value: 50 + at * 10, year: 2025 })),
  );
});

describe('distributionChart', () => {
  it('holds every country with a level, and no other', () => {
    const { areas } = distributionChart(sources, FOUR_G, [], 'en');
    expect(areas.map(({ area }) => area).sort()).toEqual([...AREAS].sort());
    for (const { area, value } of areas)
      expect(value).toBe(sources.board.indicatorScore(area, FOUR_G.code).level);
  });

  it('says in its title where the one chosen country stands, and marks it', () => {
    const { title, areas } = distributionChart(sources, FOUR_G, ['KEN'], 'en');
    expect(title).toMatch(/: Kenya stands at [\d.]+, the middle country at [\d.]+$/);
    expect(areas.filter(({ chosen }) => chosen).map(({ area }) => area)).toEqual(['KEN']);
  });

  it('shades no middle half of fewer than five', async () => {
    const few = await sourcesWith([anObservation({ year: 2025 })]);
    const { middle, title } = distributionChart(few, FOUR_G, [], 'en');
    expect(middle).toBeUndefined();
    expect(title).toContain('one country has a level');
  });
});

describe('mapChart', () => {
  it('holds every scored country, with a level or without, and the note about boundaries', () => {
    const { areas, notes, bands } = mapChart(sources, FOUR_G, 2026, 'en');
    expect(areas.length).toBe(sources.lookUp.scoredAreas.length);
    expect(areas.filter(({ value }) => value !== undefined).length).toBe(AREAS.length);
    expect(notes.join(' ')).toContain('United Nations');
    expect([bands[0]?.from, bands.at(-1)?.to]).toEqual([0, 100]);
  });

  it('is of the year that is asked for', () => {
    expect(mapChart(sources, FOUR_G, 2015, 'en').areas.every(({ value }) => value === undefined)).toBe(true);
  });

  it('speaks other languages, with the names of countries', () => {
    const { areas, direction } = mapChart(sources, FOUR_G, 2026, 'ar');
    expect(direction).toBe('rtl');
    expect(areas.find(({ area }) => area === 'KEN')?.name).toBe('كينيا');
  });
});

describe('profileChart and statusChart', () => {
  it('have a row for each principle, with its figure or the words for none', async () => {
    const kenya = sources.lookUp.area('KEN');
    if (kenya === undefined) throw new Error('The seeds know no Kenya');
    const report = countryReport(kenya, sources);
    const { rows } = profileChart(report, sources, 'en');
    const { principles } = lookUp(await seedCatalogue()).catalogue;
    expect(rows.map(({ code }) => code)).toEqual(principles.map(({ code }) => code));
    for (const { value, printed } of rows) if (value === undefined) expect(printed).toBe('no score');
    const status = statusChart(report, sources.lookUp.catalogue, 'en');
    for (const { shares } of status.rows)
      expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(chartTable(status).rows.length).toBe(status.rows.flatMap(({ shares }) => shares).length);
  });
});

describe('sparklineChart', () => {
  it('keeps the figures of a trend, doubtful ones left out', () => {
    const { points, range } = sparklineChart(aTrend());
    expect(points.map(({ year }) => year)).toEqual([2010, 2011, 2014, 2015, 2019, 2020, 2021, 2022]);
    expect(range).toEqual({ low: 0, high: 100 });
  });
});

describe('embeddedOf', () => {
  const of = (path: string) => embeddedOf(new URL(`https://progress.example.org${path}`));

  it('reads back what embedPath wrote', () => {
    const embedded = {
      question: { chart: 'distribution', areas: ['KEN', 'FRA'], node: 'P2.1' },
      language: 'fr',
      moment: { release: '2026-1' },
    } as const;
    expect(of(embedPath(embedded))).toMatchObject(embedded);
  });

  it.each(['/en/', '/en/method', '/en/embed/pie?area=KEN', '/api/v1/charts/trend?area=KEN', '/en/countries'])(
    'knows no chart for %s',
    (path) => {
      expect(of(path)).toBeUndefined();
    },
  );

  it('writes a frame in which nothing that is shown ends an attribute', () => {
    const question = { chart: 'trend', area: 'K"><script>', node: 'P1' } as const;
    const code = frameCode({ question, language: 'en', moment: {} }, 'A "title" <b>', 'https://x.example');
    expect(code).not.toMatch(/<script|"title"|<b>/);
    expect(code.match(/"/g)?.length).toBe(12);
  });
});
