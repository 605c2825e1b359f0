import { countryBrief, type CountryBrief } from '../../../../src/reports/briefs/country-brief.js';
import { countryReport } from '../../../../src/reports/country-report.js';
import type { ReportSources } from '../../../../src/reports/report-sources.js';
import { anObservation, aSeriesEdition, sourcesWith } from '../some-sources.js';

let sources: ReportSources;

beforeAll(async () => {
  const years = [2016, 2018, 2020, 2022, 2024];
  sources = await sourcesWith(
    [
      ...years.map((year) => anObservation({ year, value: 2 * (year - 1990) })),
      anObservation({ indicator: 'UI_NETUSE', year: 2024, value: 35.25, seriesEditionId: 2 }),
    ],
    [aSeriesEdition({ id: 1 }), aSeriesEdition({ id: 2, indicator: 'UI_NETUSE', organisation: 'Another' })],
  );
});

function briefOf(of: ReportSources, language = 'en'): CountryBrief {
  const area = of.lookUp.area('KEN');
  if (area === undefined) throw new Error('There is no Kenya');
  return countryBrief(countryReport(area, of), area, of, language, 'https://progress.example.org');
}

/** Where numbers stand that were not printed. */
function numbersIn(value: unknown, path: string): readonly string[] {
  if (typeof value === 'number') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    numbersIn(part, Number(key) >= 0 ? path : `${path}.${key}`),
  );
}

describe('the data of a brief about a country', () => {
  it('hold every number printed, but those that say where to draw', () => {
    const { charts, ...rest } = briefOf(sources);
    const places = numbersIn({ ...rest, charts: charts.map(({ specification: _, ...chart }) => chart) }, '');
    expect([...new Set(places)].filter((path) => !/\.line\.|\.dash$/.test(path))).toEqual([]);
  });

  it('say why where there is no score', () => {
    const [first] = briefOf(sources).principles;
    expect(first?.score).toBeUndefined();
    expect(first?.without).toMatch(/^No score yet\. .+ Data coverage: \d+%\.$/);
  });

  it('draw indicators with a history of four years at least', () => {
    const titles = briefOf(sources).charts.map(({ title }) => title);
    expect(titles).toEqual(['Population covered by at least 4G: 68% of population (2024)']);
  });

  it('tell figures beside commitments, with unit and year, and what has none', () => {
    const objectives = briefOf(sources, 'fr').objectives;
    const evidence = objectives.flatMap(({ known }) => known.flatMap((one) => one.evidence)).join('; ');
    expect(evidence).toMatch(/35,25\s%/);
    expect(objectives.reduce((sum, { without }) => sum + without.length, 0)).toBeGreaterThan(40);
  });

  it('name who publishes the figures, once each', () => {
    expect(briefOf(sources).sources).toEqual(['A publisher (first edition)', 'Another (first edition)']);
  });

  it('carry the data revision while they are of no release', () => {
    const { stamp, address, date } = briefOf(sources);
    expect({ stamp, address, date }).toEqual({
      stamp: 'Unreleased, data revision 1',
      address: 'https://progress.example.org/en/countries/KEN',
      date: undefined,
    });
  });

  it('carry the release and its day, and never the introduction of an initiative', () => {
    const brief = briefOf(
      { ...sources, nri: undefined, release: { id: '2026-1', date: '2026-11-30' } },
      'fr',
    );
    expect(brief).toMatchObject({
      stamp: 'Publication 2026-1',
      address: 'https://progress.example.org/fr/countries/KEN?release=2026-1',
      date: { year: 2026, month: 11, day: 30 },
      cards: [],
    });
  });
});
