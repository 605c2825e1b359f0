import excel, { type Worksheet } from 'exceljs';
import type { Catalogue } from '../../../src/catalogue/catalogue.js';
import { lookUp } from '../../../src/catalogue/look-up.js';
import type { TracedObservation } from '../../../src/observations/observation-filter.js';
import { translate } from '../../../src/language/translate.js';
import { coverage } from '../../../src/reports/coverage.js';
import { templateCsv } from '../../../src/reports/template-cells.js';
import { TEMPLATE_LANGUAGES } from '../../../src/reports/template-columns.js';
import { templateWorkbook } from '../../../src/reports/template-workbook.js';
import { NO_ANSWERS } from '../../../src/submissions/checking/answers.js';
import { CheckFindings, checkRows } from '../../../src/submissions/checking/check-rows.js';
import { fileRows } from '../../../src/submissions/checking/row-source.js';
import { bytesInMemory } from '../../support/bytes-in-memory.js';
import { smallCatalogue, smallVocabulary } from '../submissions/small-vocabulary.js';

const codes = lookUp({
  ...smallCatalogue,
  method: { ...smallCatalogue.method, firstYear: 2000, maxFreshnessYears: 10 },
  notApplicable: [],
  indicators: smallCatalogue.indicators.map((indicator) => ({ ...indicator, issues: ['ACCESS'] })),
  issues: [{ code: 'ACCESS', name: 'Access' }],
} as unknown as Catalogue);
const kenya = codes.area('KEN');
if (kenya === undefined) throw new Error('The catalogue lacks Kenya');

const known = [2022, 2023].map(
  (year) =>
    ({
      ...{
        area: 'KEN',
        indicator: 'NETUSE',
        year,
        value: 28.75,
        id: `KEN-${String(year)}`,
        communityName: 'ITU',
      },
      series: {
        organisation: 'ITU',
        source: 'ICT indicators',
        community: 'published-figures',
        published: true,
      },
    }) as unknown as TracedObservation,
);
const kenyan = coverage(kenya, codes.issue('ACCESS'), codes, known, []);

async function check(content: Buffer | string) {
  const findings = new CheckFindings();
  const vocabulary = smallVocabulary();
  const source = await fileRows(bytesInMemory(content), vocabulary, NO_ANSWERS);
  const figures: string[] = [];
  for await (const batch of checkRows(source, vocabulary, { rows: 1_000 }, findings)) {
    figures.push(
      ...batch.map(({ area, indicator, year, value, status }) =>
        [area, indicator, year, value, status].map(String).join(' '),
      ),
    );
  }
  return { figures, problems: findings.log.kept, repairs: findings.repairs.repairs.map(({ code }) => code) };
}

/** As somebody fills it: an old year and a new one, a level, and a line of their own below. */
const FILLED = ['KEN NETUSE 2024 61.5 estimated', 'KEN POLICY 2025 3 normal', 'ALB SERVERS 2023 1234 normal'];

async function open(bytes: Buffer): Promise<Worksheet> {
  const workbook = new excel.Workbook();
  await workbook.xlsx.load(bytes as never);
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error('A template without a sheet');
  return sheet;
}

function fill(sheet: Worksheet): void {
  sheet.getCell('D3').value = 61.5;
  sheet.getCell('E3').value = 'Survey';
  sheet.getCell('H3').value = 'estimated';
  sheet.getCell('C5').value = 2025;
  sheet.getCell('D5').value = 3;
  sheet.getCell('E5').value = 'Review';
  sheet.getCell('I5').value = 'https://example.org/law';
  sheet.getCell('J5').value = 'civil society (12); government';
  ['ALB', 'SERVERS', 2023, 1234, 'Survey'].forEach((value, at) => {
    sheet.getCell(6, at + 1).value = value;
  });
}

describe.each(TEMPLATE_LANGUAGES)('a template in %s', (language) => {
  it('reads back without a problem as it was given out, all its lines passed over', async () => {
    for (const file of [templateCsv(kenyan, language), await templateWorkbook(kenyan, language)]) {
      const { figures, problems, repairs } = await check(file);
      expect([figures, problems]).toEqual([[], []]);
      expect(repairs).toContain('example_row');
    }
  });

  it('reads back filled as CSV, also as a spreadsheet of this language may save it', async () => {
    const lines = templateCsv(kenyan, language).split('\r\n');
    lines[2] = lines[2]?.replace('KEN,NETUSE,2024,,,,,,,', 'KEN,NETUSE,2024,61.5,Survey,,,estimated,,') ?? '';
    lines[4] =
      lines[4]?.replace(
        /^KEN,POLICY,,,,,,,,,/,
        'KEN,POLICY,2025,3,Review,,,,https://example.org/law,government,',
      ) ?? '';
    lines[5] = 'ALB,SERVERS,2023,1234,Survey,,,,,,,,,,,';
    const comma = await check(lines.join('\r\n'));
    expect([comma.problems, comma.figures]).toEqual([[], FILLED]);
    const semicolons = lines.join('\n').replaceAll(',', ';').replace('61.5', '61,5');
    const semicolon = await check(semicolons);
    expect([semicolon.problems, semicolon.figures]).toEqual([[], FILLED]);
  });

  it('reads back filled as a workbook, also when only its values were copied into another', async () => {
    const sheet = await open(await templateWorkbook(kenyan, language));
    fill(sheet);
    const filled = await check(Buffer.from(await sheet.workbook.xlsx.writeBuffer()));
    expect([filled.problems, filled.figures]).toEqual([[], FILLED]);
    const other = new excel.Workbook();
    const copy = other.addWorksheet('Sheet1');
    sheet.eachRow((row, number) => {
      row.eachCell((cell, column) => {
        copy.getCell(number + 2, column).value = cell.value;
      });
    });
    const copied = await check(Buffer.from(await other.xlsx.writeBuffer()));
    expect([copied.problems, copied.figures]).toEqual([[], FILLED]);
  });

  it('keeps to what spreadsheets take: the length of names, titles and messages', () => {
    const words = (key: string, params = {}) => translate(language, `template.${key}`, params);
    const names = ['figures', 'help', 'lists'].map((sheet) => words(`sheet.${sheet}`));
    expect(new Set(names).size).toBe(3);
    for (const name of names) expect(name).toMatch(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/);
    expect(words('invalid.title').length).toBeLessThanOrEqual(32);
    for (const error of [words('invalid.list'), words('invalid.year', { first: 1990, last: 2030 })]) {
      expect(error.length).toBeLessThanOrEqual(255);
    }
  });

  it('runs its sheets the way the language is written', async () => {
    const sheet = await open(await templateWorkbook(kenyan, language));
    expect(sheet.workbook.worksheets.map(({ views: [view] }) => view?.rightToLeft === true)).toEqual(
      Array.from({ length: 3 }, () => language === 'ar'),
    );
  });
});

describe('the workbook', () => {
  it('offers lists of indicators, statuses and levels, and keeps the header in sight', async () => {
    const sheet = await open(await templateWorkbook(kenyan, 'en'));
    const rules = (address: string) =>
      sheet.getCell(address).dataValidation as
        { readonly type: string; readonly formulae?: readonly string[] } | undefined;
    expect(rules('B3')).toMatchObject({ type: 'list', formulae: ["'Indicators'!$A$2:$A$4"] });
    expect(rules('H4')?.formulae?.[0]).toContain('estimated');
    expect([rules('D5'), rules('D3')?.type]).toEqual([
      expect.objectContaining({ type: 'list', formulae: ['"0,1,2,3,4"'] }),
      undefined,
    ]);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet.getColumn(1).width).toBeGreaterThan(10);
  });

  it('is the same file whenever it is made', async () => {
    const first = await templateWorkbook(kenyan, 'en');
    import.meta.jest.useFakeTimers({
      now: Date.UTC(2030, 0, 1),
      doNotFake: ['setImmediate', 'nextTick', 'setTimeout'],
    });
    const later = await templateWorkbook(kenyan, 'en');
    import.meta.jest.useRealTimers();
    expect(later.equals(first)).toBe(true);
  });

  it('has cells of text, never formulas', async () => {
    const [named] = kenyan.lines;
    if (named === undefined) throw new Error('No line');
    const line = { ...named, indicator: { ...named.indicator, name: '=HYPERLINK("http://example.org")' } };
    const sheet = await open(await templateWorkbook({ ...kenyan, lines: [line] }, 'en'));
    expect(sheet.getCell('L3').type).toBe(excel.ValueType.String);
    expect(templateCsv({ ...kenyan, lines: [line] }, 'en')).toContain(
      `"'=HYPERLINK(""http://example.org"")"`,
    );
  });
});

describe('what is known of a country', () => {
  it('shows the newest figure and opens the year after it', () => {
    expect(kenyan.lines[0]).toMatchObject({
      nextYear: 2024,
      known: { value: 28.75, year: 2023, source: 'ITU, ICT indicators', observation: 'KEN-2023' },
    });
    expect(kenyan.lines[1]).not.toHaveProperty('known');
  });

  it('tells why nothing is known', () => {
    const reason = 'It has no servers of its own.';
    const exempt = lookUp({
      ...codes.catalogue,
      notApplicable: [{ indicator: 'SERVERS', area: 'KEN', reason }],
    });
    const absences = (of: typeof codes) =>
      coverage(kenya, undefined, of, known, []).lines.map(({ absence }) => absence);
    expect(absences(codes)).toEqual([undefined, { why: 'no_publisher' }, { why: 'assessed' }]);
    expect(absences(exempt)[1]).toEqual({ why: 'not_applicable', reason });
  });

  it('tells of a figure that is too old to count for how many years it did', () => {
    const [line] = coverage(kenya, undefined, codes, known.slice(0, 1), []).lines;
    expect(line).toMatchObject({ known: { year: 2022 }, outdatedAfter: 3 });
    expect(kenyan.lines[0]).not.toHaveProperty('outdatedAfter');
  });

  it('tells who confirmed that nothing is newer, until something is', () => {
    const said = (year: number, community: string) => ({
      ...{ area: 'KEN', indicator: 'NETUSE', community, communityName: community, year },
      confirmedAt: new Date('2026-01-01'),
    });
    const linesBy = (...years: number[]) =>
      coverage(
        kenya,
        undefined,
        codes,
        known,
        years.map((year) => said(year, `c${String(year)}`)),
      ).lines;
    expect(linesBy(2023)[0]?.confirmed).toMatchObject({ community: 'c2023' });
    expect(linesBy(2022)[0]?.confirmed).toBeUndefined();
  });
});
