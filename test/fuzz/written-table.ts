import type { Area } from '../../src/catalogue/catalogue.js';
import { encodeText } from '../support/encode-text.js';
import type { Random } from './random.js';

/** A figure before it is written into a file. */
export interface Truth {
  readonly area: Area;
  readonly indicator: string;
  readonly year: number;
  readonly value: number;
}

export interface WrittenTable {
  readonly content: Buffer;
  readonly indicator?: string;
  /** How it was written. */
  readonly made: string;
}

type Cells = readonly (readonly string[])[];

const HEADERS = {
  en: ['country', 'indicator', 'year', 'value', 'source'],
  fr: ['pays', 'indicateur', 'année', 'valeur', 'source'],
  es: ['país', 'indicador', 'año', 'valor', 'fuente'],
  ru: ['страна', 'показатель', 'год', 'значение', 'источник'],
  ar: ['البلد', 'المؤشر', 'السنة', 'القيمة', 'المصدر'],
  zh: ['国家', '指标', '年份', '数值', '来源'],
} as const;
const LANGUAGES = ['en', 'fr', 'es', 'ru', 'ar', 'zh'] as const;
type Language = (typeof LANGUAGES)[number];

/** Writes numbers as one country does, from first to last. */
const NUMBER_STYLES: readonly ((value: number) => string)[] = [
  (value) => String(value),
  (value) => String(value).replace('.', ','),
  (value) => grouped(value, ',', '.'),
  (value) => grouped(value, '.', ','),
  (value) => grouped(value, ' ', ','),
  (value) => grouped(value, '\u00a0', ','),
  (value) => grouped(value, "'", '.'),
  (value) => value.toExponential(),
  (value) => value.toFixed(3),
  (value) => value.toFixed(3).replace('.', ','),
  (value) =>
    String(value)
      .replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
      .replace('.', '٫'),
];

const POINTS_BETWEEN_THOUSANDS = 3;

function grouped(value: number, group: string, decimal: string): string {
  const [whole = '', decimals] = String(value).split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return decimals === undefined ? groups : `${groups}${decimal}${decimals}`;
}

const YEAR_STYLES: readonly ((year: number) => string)[] = [
  String,
  String,
  (year) => `${String(year)}.0`,
  (year) => `${String(year)}-${String((year + 1) % 100).padStart(2, '0')}`,
  (year) => `${String(year)}-12-31`,
  (year) => `31.12.${String(year)}`,
  (year) => `FY${String(year)}`,
];

/** Writes figures down in one of the many ways in which people do. */
export function writtenTable(truths: readonly Truth[], random: Random): WrittenTable {
  const language = random.oneOf(LANGUAGES);
  const names = random.oneOf(AREA_STYLES);
  const numberStyle = random.below(NUMBER_STYLES.length);
  const yearStyle = random.below(YEAR_STYLES.length);
  const layout = random.oneOf(Object.keys(LAYOUTS) as (keyof typeof LAYOUTS)[]);
  const shuffled = random.isOnceIn(2) ? truths : truths.toSorted(() => (random.isOnceIn(2) ? 1 : -1));
  const table = LAYOUTS[layout](shuffled, {
    headers: HEADERS[language],
    area: (area) => names(area, language),
    year: YEAR_STYLES[yearStyle] ?? String,
    value: NUMBER_STYLES[numberStyle] ?? String,
  });
  const framed = framedTable(table, random);
  // Points between thousands beside commas between cells: nobody writes that, and it is read with points before decimals.
  const delimiter = random.oneOf(
    numberStyle === POINTS_BETWEEN_THOUSANDS ? [';', '\t', '|'] : [',', ';', '\t', '|'],
  );
  const newline = random.oneOf(['\n', '\r\n', '\r']);
  const quoteAll = random.isOnceIn(4);
  const text =
    framed
      .map((cells) => cells.map((cell) => quoted(cell, delimiter, quoteAll)).join(delimiter))
      .join(newline) + newline;
  const encoding = random.oneOf(ENCODINGS[language]);
  const made = [
    layout,
    language,
    names.name,
    `numbers ${String(numberStyle)}`,
    `years ${String(yearStyle)}`,
    JSON.stringify(delimiter),
    encoding,
  ].join(', ');
  const content = encoded(text, encoding);
  return layout === 'long' || layout === 'sdmx'
    ? { content, made }
    : { content, made, indicator: truths[0]?.indicator ?? '' };
}

const AREA_STYLES: readonly ((area: Area, language: Language) => string)[] = [
  function alpha3({ code }) {
    return code;
  },
  function alpha2({ iso2 }) {
    return iso2;
  },
  function m49({ m49 }) {
    return m49;
  },
  function name({ name }) {
    return name;
  },
  function localName({ iso2 }, language) {
    return new Intl.DisplayNames([language], { type: 'region' }).of(iso2) ?? iso2;
  },
];

interface Style {
  readonly headers: readonly string[];
  readonly area: (area: Area) => string;
  readonly year: (year: number) => string;
  readonly value: (value: number) => string;
}

const LAYOUTS = {
  long: (truths: readonly Truth[], { headers, area, year, value }: Style): Cells => [
    headers,
    ...truths.map((truth) => [area(truth.area), truth.indicator, year(truth.year), value(truth.value), 's']),
  ],
  years: (truths: readonly Truth[], { headers, area, year, value }: Style): Cells => {
    const years = [...new Set(truths.map((truth) => truth.year))].sort();
    const rows = groupsOf(truths, (truth) => truth.area.code);
    return [
      [headers[0] ?? '', headers[4] ?? '', ...years.map(year)],
      ...Array.from(rows.values(), (row) => [
        area((row[0] as Truth).area),
        's',
        ...years.map(
          (each) => row.filter((truth) => truth.year === each).map((truth) => value(truth.value))[0] ?? '',
        ),
      ]),
    ];
  },
  areas: (truths: readonly Truth[], { headers, area, year, value }: Style): Cells => {
    const areas = [...new Set(truths.map((truth) => truth.area))];
    const rows = groupsOf(truths, (truth) => truth.year);
    return [
      [headers[2] ?? '', ...areas.map(area)],
      ...Array.from(rows, ([each, row]) => [
        year(each),
        ...areas.map(
          (column) =>
            row.filter((truth) => truth.area === column).map((truth) => value(truth.value))[0] ?? '',
        ),
      ]),
    ];
  },
  owid: (truths: readonly Truth[], { area, value }: Style): Cells => [
    ['Entity', 'Code', 'Year', 'Some title'],
    ...truths.map((truth) => [area(truth.area), truth.area.code, String(truth.year), value(truth.value)]),
  ],
  sdmx: (truths: readonly Truth[], { value }: Style): Cells => [
    ['DATAFLOW', 'REF_AREA', 'INDICATOR', 'SEX', 'TIME_PERIOD', 'OBS_VALUE', 'OBS_STATUS'],
    ...truths.flatMap((truth) =>
      ['_T', 'F'].map((sex) => [
        'A:B(1.0)',
        truth.area.code,
        truth.indicator,
        sex,
        String(truth.year),
        value(sex === 'F' ? truth.value / 2 : truth.value),
        'A',
      ]),
    ),
  ],
} as const;

function groupsOf<Key>(truths: readonly Truth[], keyOf: (truth: Truth) => Key): Map<Key, Truth[]> {
  const groups = new Map<Key, Truth[]>();
  for (const truth of truths) groups.set(keyOf(truth), [...(groups.get(keyOf(truth)) ?? []), truth]);
  return groups;
}

/** What people write about a table. */
function framedTable(table: Cells, random: Random): Cells {
  const blank: readonly string[] = [''];
  let framed = table;
  if (random.isOnceIn(4)) framed = [['Figures of our survey'], blank, ...framed];
  if (random.isOnceIn(4)) framed = [...framed, blank, ['Note: as of today'], ['Source: the office']];
  if (random.isOnceIn(5)) framed = framed.flatMap((row) => (random.isOnceIn(3) ? [row, blank] : [row]));
  if (random.isOnceIn(6)) framed = framed.map((row) => ['', ...row]);
  if (random.isOnceIn(6)) framed = framed.map((row) => [...row, '', '']);
  return framed;
}

function quoted(cell: string, delimiter: string, always: boolean): string {
  return always || /["\r\n]/.test(cell) || cell.includes(delimiter)
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;
}

const UNICODE = ['utf-8', 'utf-8', 'utf-8 with a mark', 'utf-16le with a mark', 'utf-16le', 'utf-16be'];
const ENCODINGS: Readonly<Record<Language, readonly string[]>> = {
  en: UNICODE,
  fr: [...UNICODE, 'windows-1252', 'macintosh', 'ibm850'],
  es: [...UNICODE, 'windows-1252', 'iso-8859-15'],
  ru: [...UNICODE, 'windows-1251', 'koi8-r', 'ibm866'],
  ar: [...UNICODE, 'windows-1256'],
  zh: [...UNICODE, 'gb18030'],
};

function encoded(text: string, encoding: string): Buffer {
  const [name = '', mark] = encoding.split(' with ');
  try {
    return encodeText(mark === undefined ? text : `\ufeff${text}`, name);
  } catch {
    return Buffer.from(text); // a name has a letter that the encoding lacks
  }
}
