import fc from 'fast-check';
import countries from 'i18n-iso-countries';
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Area, AreaAlias } from '../../../../src/catalogue/catalogue.js';
import { lookUp } from '../../../../src/catalogue/look-up.js';
import { areaName } from '../../../../src/language/area-name.js';
import { areaReader } from '../../../../src/submissions/reading/area-reader.js';
import { AreaSurvey } from '../../../../src/submissions/reading/area-survey.js';
import { AREA_VARIANTS } from '../../../../src/submissions/reading/area-variants.js';
import { smallCatalogue } from '../small-vocabulary.js';

type Row = Readonly<Record<string, string>>;

const tableOf = (name: string): readonly Row[] =>
  Papa.parse<Row>(readFileSync(`seeds/${name}.csv`, 'utf8').trim(), { header: true }).data;

const areas: readonly Area[] = tableOf('areas').map((row) => ({
  code: row['iso3'] ?? '',
  iso2: row['iso2'] ?? '',
  m49: row['m49'] ?? '',
  name: row['name'] ?? '',
  status: 'member',
  scored: row['scored'] === 'yes',
}));
const areaAliases: readonly AreaAlias[] = tableOf('area-aliases').map(
  ({ alias = '', area = '', reason = '' }) => (area === '' ? { alias, reason } : { alias, area, reason }),
);
const reader = areaReader(lookUp({ ...smallCatalogue, areas, areaAliases }));

function outcomeOf(reading: ReturnType<typeof reader.read>): string {
  return 'fault' in reading ? reading.fault : 'skipped' in reading ? 'skipped' : reading.value;
}

const read = (cell: string) => outcomeOf(reader.read(cell));

function readColumn(...cells: readonly string[]): readonly string[] {
  const survey = new AreaSurvey();
  for (const cell of cells) survey.see(cell);
  const format = survey.decide(reader);
  return cells.map((cell) => outcomeOf(reader.read(cell, format)));
}

/** Names that the lists give to one area but that mean two. */
const SHARED = new Set(
  'Congo|Saint Martin|St. Martin|Saint-Martin|San Martín|Сен-Мартен|سان مارتن|سانت مارتن'.split('|'),
);

describe('every area', () => {
  it('understands each country by its name on the pages of every language, but for the one that means two', () => {
    const misread = ['ar', 'es', 'fr', 'ru', 'zh'].flatMap((language) =>
      areas
        .filter(({ code, scored }) => scored && code !== 'COG')
        .filter((area) => read(areaName(language, area)) !== area.code)
        .map((area) => `${language} ${area.code} ${areaName(language, area)}`),
    );
    expect(misread).toEqual([]);
  });

  it('has a name in its own script for every country in Arabic, Chinese and Russian', () => {
    const latin = ['ar', 'ru', 'zh'].flatMap((language) =>
      areas.map((area) => areaName(language, area)).filter((name) => /[a-z]/i.test(name)),
    );
    expect(latin).toEqual([]);
  });

  it('is read from its codes, with and without leading zeros', () => {
    for (const { code, iso2, m49 } of areas) {
      const cells = [
        code,
        code.toLowerCase(),
        iso2,
        iso2.toLowerCase(),
        m49,
        String(Number(m49)),
        ` ${code}\u00a0`,
      ];
      expect([code, ...cells.map(read)]).toEqual([code, ...cells.map(() => code)]);
    }
  });

  it.each(['en', 'fr', 'es', 'ru', 'ar', 'zh'])('is read from its names in %s', (language) => {
    const wrong: unknown[] = [];
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const { code, iso2 } of areas) {
      const listed = countries.getNames(language, { select: 'all' })[iso2] ?? [];
      for (const name of [...listed, names.of(iso2) ?? code]) {
        if (SHARED.has(name)) continue;
        for (const cell of [name, name.toUpperCase(), name.normalize('NFD'), `${name}*`]) {
          if (read(cell) !== code) wrong.push([code, cell, read(cell)]);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('is read from its name in the catalogue, but for the one that means two', () => {
    const wrong = areas.filter(({ code, name }) => read(name) !== code).map(({ name }) => name);
    expect(wrong).toEqual(['Congo']);
  });

  it('is read from each of its variants, of which none means another area', () => {
    const wrong: unknown[] = [];
    for (const [code, names] of Object.entries(AREA_VARIANTS)) {
      for (const name of names.split('|')) if (read(name) !== code) wrong.push([code, name, read(name)]);
    }
    expect(wrong).toEqual([]);
  });
});

describe('a name', () => {
  it.each([
    ['Ivory Coast', 'CIV'],
    ["Cote d'Ivoire", 'CIV'],
    ['CÔTE D’IVOIRE', 'CIV'],
    ['South Korea', 'KOR'],
    ['Korea, Rep.', 'KOR'],
    ["Korea, Dem. People's Rep.", 'PRK'],
    ["Democratic People's Republic of Korea", 'PRK'],
    ['Congo, Dem. Rep.', 'COD'],
    ['Congo, Rep.', 'COG'],
    ['Congo (Kinshasa)', 'COD'],
    ['Congo - Brazzaville', 'COG'],
    ['Democratic Republic of Congo', 'COD'],
    ['Turkey', 'TUR'],
    ['TURKIYE', 'TUR'],
    ['Cape Verde', 'CPV'],
    ['Swaziland', 'SWZ'],
    ['Burma', 'MMR'],
    ['The Gambia', 'GMB'],
    ['Gambia, The', 'GMB'],
    ['Bahamas, The', 'BHS'],
    ['Macedonia, FYR', 'MKD'],
    ['Czech Republic', 'CZE'],
    ['Slovak Republic', 'SVK'],
    ['Kyrgyz Republic', 'KGZ'],
    ['Lao PDR', 'LAO'],
    ['Micronesia, Fed. Sts.', 'FSM'],
    ['Micronesia (country)', 'FSM'],
    ['St. Kitts and Nevis', 'KNA'],
    ['Saint Kitts & Nevis', 'KNA'],
    ['St Lucia', 'LCA'],
    ['Venezuela, RB', 'VEN'],
    ['Iran, Islamic Rep.', 'IRN'],
    ['Egypt, Arab Rep.', 'EGY'],
    ['Yemen, Rep.', 'YEM'],
    ['West Bank and Gaza', 'PSE'],
    ['Hong Kong SAR, China', 'HKG'],
    ['Hong Kong, China', 'HKG'],
    ['Virgin Islands (U.S.)', 'VIR'],
    ['U.S.A.', 'USA'],
    ['UK', 'GBR'],
    ['EL', 'GRC'],
    ['OWID_KOS', 'skipped'],
    ['République de Corée', 'KOR'],
    ['Tanzanie, République-Unie de', 'TZA'],
    ['EE. UU.', 'USA'],
    ['Соединённые Штаты Америки', 'USA'],
    ['о-ва Кука', 'COK'],
    ['الإمارات العربية المتحدة', 'ARE'],
    ['الامارات العربية المتحده', 'ARE'],
    ['刚果（金）', 'COD'],
    ['united_states', 'USA'],
    ["Afghanistan (l')", 'AFG'],
    ['Bahamas (les)', 'BHS'],
    ['Brasil (el)', 'BRA'],
    ['Bhután', 'BTN'],
    ['Nueva Zelandia', 'NZL'],
    ['Trinidad y Tabago', 'TTO'],
    ['Тимор-Лешти', 'TLS'],
    ['Южная Африка', 'ZAF'],
    ['Центральноафриканская Республика', 'CAF'],
    ['Виргинские острова Соединенных Штатов', 'VIR'],
    ['بنن', 'BEN'],
    ['شيلي', 'CHL'],
    ['غينيا - بيساو', 'GNB'],
    ['إيران (جمهورية - الإسلامية)', 'IRN'],
    ['زمبابوي', 'ZWE'],
    ['大韩民国', 'KOR'],
    ['文莱达鲁萨兰国', 'BRN'],
    ['Республика Кения', 'KEN'],
    ['Republic of Kenya', 'KEN'],
    ['the Kingdom of Spain', 'ESP'],
    ["la République islamique d'Afghanistan", 'AFG'],
    ['Южная часть Африки', 'skipped'],
    ['Afrique de l’Est', 'unknown_area'],
    ['拉丁美洲和加勒比', 'skipped'],
    ['Guinea', 'GIN'],
    ['Guinea Bissau', 'GNB'],
    ['Niger', 'NER'],
    ['Samoa', 'WSM'],
    ['Dominica', 'DMA'],
    ['Sudan', 'SDN'],
    ['Georgia', 'GEO'],
    ['004', 'AFG'],
    ['4', 'AFG'],
    ['4.0', 'AFG'],
    ['="004"', 'AFG'],
    ['٤', 'AFG'],
    ['France1', 'FRA'],
    ['Cyprus 1)', 'CYP'],
    ['Cyprus²', 'CYP'],
    ['Serbia and Montenegro', 'skipped'],
    ['Kosovo', 'skipped'],
    ['South Asia (IDA & IBRD)', 'skipped'],
    ['East Asia & Pacific (excluding high income)', 'skipped'],
    ['Least developed countries: UN classification', 'skipped'],
    ['World', 'skipped'],
    ['Monde', 'skipped'],
    ['Sub-Saharan Africa', 'skipped'],
    ['European Union - 27 countries (from 2020)', 'skipped'],
    ['1', 'skipped'],
    ['057', 'skipped'],
  ])('%p is %s', (cell, area) => expect(read(cell)).toBe(area));

  it.each(['Congo', 'Korea', 'Virgin Islands', 'Saint Martin', 'Corée', '刚果'])(
    '%p is refused with its choices',
    (cell) => {
      expect(reader.read(cell)).toMatchObject({
        fault: 'area_ambiguous',
        params: { choices: expect.any(String) },
      });
    },
  );

  it('takes no time when it is hostile', () => {
    expect(read(`${'*'.repeat(198)}1`)).toBe('unknown_area');
    expect(read(`${'(1)'.repeat(60)}x`)).toBe('unknown_area');
  });

  it('names the choices', () => {
    expect(reader.read('Congo')).toMatchObject({
      params: { choices: 'Congo (COG), Democratic Republic of the Congo (COD)' },
    });
  });

  it.each([
    ['Republic of China', 'no', ''],
    ['State of Georgia', 'no', ''],
    ['Germny', 'yes', 'Germany'],
    ['Cameroom', 'yes', 'Cameroon'],
    ['Allemange', 'yes', 'Germany'],
    ['KEM', 'yes', 'Kenya'],
    ['Atlantis', 'no', ''],
    ['Northern Ireland', 'no', ''],
    ['South Yemen', 'no', ''],
  ])('%p is unknown; suggested: %s %s', (cell, suggested, suggestion) => {
    expect(reader.read(cell)).toMatchObject({
      fault: 'unknown_area',
      params: { suggested, suggestion: expect.any(String) },
    });
    if (suggested === 'yes' && cell !== 'KEM')
      expect(reader.read(cell)).toMatchObject({ params: { suggestion } });
  });

  it('is listed as a repair when it is not the name in the catalogue', () => {
    expect(reader.read('Kenya')).toEqual({ value: 'KEN', repairs: [] });
    expect(reader.read('ken')).toEqual({ value: 'KEN', repairs: [] });
    expect(reader.read('Ivory Coast')).toEqual({ value: 'CIV', repairs: ['area_by_name'] });
    expect(reader.read('Kenya*')).toEqual({ value: 'KEN', repairs: ['footnote_mark_dropped'] });
  });

  it('may contradict the code beside it', () => {
    expect(reader.contradict('KEN', 'Kenya')).toBe(false);
    expect(reader.contradict('COG', 'Congo')).toBe(false);
    expect(reader.contradict('GM', 'Germany')).toBe(true);
    expect(reader.contradict('KEN', 'World')).toBe(true);
    expect(reader.contradict('KEN', 'somewhere')).toBe(false);
  });
});

describe('a column of areas', () => {
  it('tells which of two is meant when it names the other in full', () => {
    expect(readColumn('Congo', 'Democratic Republic of the Congo')).toEqual(['COG', 'COD']);
    expect(readColumn('Korea', 'North Korea')).toEqual(['KOR', 'PRK']);
    expect(readColumn('Congo', 'Kenya')).toEqual(['area_ambiguous', 'KEN']);
    expect(readColumn('Virgin Islands', 'British Virgin Islands')).toEqual(['area_ambiguous', 'VGB']);
  });

  it('takes "NA" for Namibia among codes of two letters, and for nothing among names', () => {
    expect(readColumn('NA', 'KE', 'FR')).toEqual(['NAM', 'KEN', 'FRA']);
    expect(readColumn('NA', 'Kenya', 'France')).toEqual(['missing_country', 'KEN', 'FRA']);
  });

  it('takes Micronesia for the region among regions, else for the country', () => {
    expect(readColumn('Micronesia', 'Polynesia')).toEqual(['skipped', 'skipped']);
    expect(readColumn('Micronesia', 'Palau')).toEqual(['FSM', 'PLW']);
  });

  it('refuses all codes of a list whose codes mean other areas', () => {
    const correlatesOfWar =
      '2 20 31 40 41 42 51 52 53 70 90 91 92 93 94 95 100 101 110 130 135 140 150 200'.split(' ');
    expect(new Set(readColumn(...correlatesOfWar))).toEqual(new Set(['area_codes_of_another_list']));
    const fips = [
      'GM',
      'UK',
      'FR',
      'SP',
      'PO',
      'EI',
      'SW',
      'EZ',
      'LO',
      'AU',
      'SZ',
      'RP',
      'TU',
      'VM',
      'JA',
      'KS',
    ];
    expect(new Set(readColumn(...fips))).toEqual(new Set(['area_codes_of_another_list']));
  });

  it('reads publishers with aggregates among codes', () => {
    expect(readColumn('DE', 'FR', 'IT', 'EL', 'EU27_2020', 'XK')).toEqual([
      'DEU',
      'FRA',
      'ITA',
      'GRC',
      'skipped',
      'skipped',
    ]);
    expect(readColumn('1', '4', '8', '12', '199', '404')).toEqual([
      'skipped',
      'AFG',
      'ALB',
      'DZA',
      'unknown_area',
      'KEN',
    ]);
  });

  it('is an area, is passed over or has a reason, whatever its cells', () => {
    const piece = fc.constantFrom(
      'Congo',
      'NA',
      'the ',
      'Republic',
      ' of ',
      '(',
      ')',
      '*',
      '1',
      '0',
      "'",
      'Korea',
      '，',
      'é',
    );
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(piece).map((pieces) => pieces.join('')),
    );
    const codes = new Set(areas.map(({ code }) => code));
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 5 }), (cells) => {
        for (const outcome of readColumn(...cells)) {
          expect(
            codes.has(outcome) || outcome === 'skipped' || /^(unknown|missing|area)_/.test(outcome),
          ).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
