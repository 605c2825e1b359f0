import excel from 'exceljs';
import { problemFile } from '../../../src/reports/problem-file.js';
import { readAnswers, type AnswerTexts } from '../../../src/submissions/checking/answers.js';
import { CheckFindings, checkRows } from '../../../src/submissions/checking/check-rows.js';
import { fileRows, listedRows, type ListedRow } from '../../../src/submissions/checking/row-source.js';
import { bytesInMemory } from '../../support/bytes-in-memory.js';
import { smallVocabulary } from '../submissions/small-vocabulary.js';

async function check(content: string | Buffer | readonly ListedRow[], answers: AnswerTexts = {}) {
  const findings = new CheckFindings();
  const vocabulary = smallVocabulary();
  const said = readAnswers(answers);
  const source =
    typeof content === 'string' || Buffer.isBuffer(content)
      ? await fileRows(bytesInMemory(content), vocabulary, said)
      : listedRows(content, vocabulary, said);
  const figures: string[] = [];
  for await (const batch of checkRows(source, vocabulary, { rows: 10_000 }, findings)) {
    figures.push(
      ...batch.map(
        ({ area, indicator, year, value }) => `${area} ${indicator} ${String(year)} ${String(value)}`,
      ),
    );
  }
  const problems = findings.log.kept;
  const file = problemFile({ failedRows: findings.failedRows.all, problems, counts: findings.counts }, 'en');
  return { figures, file, problems, codes: problems.map(({ code }) => code), findings };
}

const HEADER = 'country,indicator,year,value,source';

describe('a file of rows that were not taken', () => {
  it('has the reasons and hints first, then the cells as they were sent, safe from formulas', async () => {
    const { file } = await check(
      `${HEADER},note\nKEN,NETUSE,2020,61.5,Survey,\nKEM,NETUSE,2020,61.5,Survey,=1+2\nKEN,NETUSE,2099,6O.5,Survey,\n`,
    );
    const [header, first, second, ...others] = file.split('\r\n');
    expect(header).toBe(
      `\ufeffWhat is wrong (reason_not_taken),What a right value looks like (what_is_right),` +
        `read_as?decimal=.,${HEADER},note`,
    );
    expect(first).toMatch(
      /^"?Row 3, column A \(country\): “KEM” is no country .*Did you mean KEN\?.*,,KEM,NETUSE,2020,61\.5,Survey,'=1\+2$/,
    );
    expect(second).toMatch(
      /Row 4, column D \(value\): .* Row 4, column C \(year\): .*,,KEN,NETUSE,2099,6O\.5,Survey,$/,
    );
    expect(others).toEqual(['']);
  });

  it('is told the same when it comes back as it is, with rows and letters of the file in hand', async () => {
    const { file, codes } = await check(
      `${HEADER}\nKEM,NETUSE,2020,61.5,Survey\nKEN,NETUZE,2020,1,Survey\nKEN,NETUSE,2099,1,Survey\nKEN,NETUSE,2020,1,\n`,
    );
    const again = await check(file);
    expect(again.codes).toEqual(codes);
    expect(again.problems[0]).toMatchObject({ row: 2, column: { letter: 'D', name: 'country' } });
    expect(again.figures).toEqual([]);
    expect((await check(again.file)).codes).toEqual(codes);
  });

  it('is read as the whole file was once it is mended, also where the few rows could not tell', async () => {
    const { figures, file } = await check(
      'pays;indicateur;année;valeur;source\nALB;SERVERS;2019;61,5;E\nKEM;SERVERS;2020;1.234;E\nKEM;SERVERS;2021;1,234;E\n',
    );
    expect(figures).toEqual(['ALB SERVERS 2019 61.5']);
    expect(file).toContain(';read_as?decimal=,;pays;');
    const mended = await check(file.replaceAll('KEM', 'KEN'));
    expect(mended.figures).toEqual(['KEN SERVERS 2020 1234', 'KEN SERVERS 2021 1.234']);
    expect(mended.codes).toEqual([]);
  });

  it('takes numbers of a workbook for what they are, whatever the decimal sign was in the text they came from', async () => {
    const { file } = await check(
      'country;indicator;year;value;source\nALB;SERVERS;2019;61,5;E\nKEM;SERVERS;2020;1.234;E\nKEM;SERVERS;2021;7;E\n',
    );
    const workbook = new excel.Workbook();
    const sheet = workbook.addWorksheet('problems');
    for (const line of file.trim().split('\r\n')) {
      sheet.addRow(
        line
          .replaceAll('KEM', 'KEN')
          .split(';')
          .map((cell) => (cell === '7' ? 61.234 : cell)),
      );
    }
    const { figures } = await check(Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(figures).toEqual(['KEN SERVERS 2020 1234', 'KEN SERVERS 2021 61.234']);
  });

  it('keeps what the sender said of the file', async () => {
    const text = 'country;Land;2019;2020\nKEM;x;1,5;2,5\nKEN;x;1,5;2,5\n';
    const answers = { indicator: 'SERVERS', source: 'Survey, "2024"', mapping: 'B:none', scale: '1000' };
    const { file } = await check(text, answers);
    const mended = await check(file.replace(';KEM;', ';ALB;'));
    expect(mended.codes).toEqual([]);
    expect(mended.figures).toEqual(['ALB SERVERS 2019 1500', 'ALB SERVERS 2020 2500']);
    expect((await check(file, { scale: '1' })).codes).toEqual(['unknown_area']);
  });

  it('does not give the indicator that the sender named to rows that name another', async () => {
    const text = `${HEADER}\nKEN,NETUSE,2020,1,S\nKEN,OTHER,2020,2,S\nKEN,,2021,200,S\n`;
    const { file, codes } = await check(text, { indicator: 'NETUSE' });
    expect(codes).toEqual(['unknown_indicator', 'outside_hard_limits']);
    expect((await check(file)).figures).toEqual([]);
  });

  it('keeps rows back that would be taken, and wrongly, without the others of their file', async () => {
    const { file, codes } = await check(
      `${HEADER}\nKEN,NETUSE,2020,1,S\nKEN,NETUSE,2020,2,S\nKEN,NETUSE,2021,1,234,S\nKEN,NETUSE,2022,3,"Su"r,vey\nKEN,NETUSE,2023,4,S\n`,
    );
    expect(codes).toEqual(['duplicate_in_file', 'too_many_cells', 'broken_quotes']);
    const padded = file
      .split('\r\n')
      .map((line) => (line === '' ? '' : `${line},,`))
      .join('\r\n');
    for (const sent of [file, padded]) {
      const again = await check(sent);
      expect([again.figures, again.codes]).toEqual([[], ['not_settled', 'not_settled', 'not_settled']]);
      expect((await check(again.file)).codes).toEqual(again.codes);
    }
    const settled = file.replace(',Take this text away once the row is right.,', ',,');
    expect((await check(settled)).figures).toEqual(['KEN NETUSE 2020 2']);
  });

  it('has whole rows of a wide table, without the lines above it', async () => {
    const { figures, file } = await check(
      'Data Source,World Development Indicators\n\nLast Updated Date,2024-01-01\n\n' +
        'Country Name,Country Code,Indicator Name,Indicator Code,2019,2020,2021\n' +
        'Kenya,KEN,Individuals using the Internet,IT.NET.USER.ZS,20.5,x1,22.5\n' +
        'Albania,ALB,Individuals using the Internet,IT.NET.USER.ZS,60.5,61.5,62.5\n',
    );
    expect(figures).toHaveLength(5);
    expect(file.trimEnd().split('\r\n')).toHaveLength(2);
    const again = await check(file);
    expect(again.codes).toEqual(['unknown_flag']);
    expect(again.problems[0]).toMatchObject({ row: 2, column: { letter: 'I', name: '2020' } });
    expect((await check(file.replace(',x1,', ',21.5,'))).figures).toEqual([
      'KEN NETUSE 2019 20.5',
      'KEN NETUSE 2020 21.5',
      'KEN NETUSE 2021 22.5',
    ]);
  });

  it('has rows of a list as a table', async () => {
    const { file } = await check([
      { country: 'KEM', indicator: 'NETUSE', year: 2020, value: 61.234, source: 'S' },
      { country: 'KEN', indicator: 'NETUSE', year: 2021, value: 1, source: 'S' },
    ]);
    expect((await check(file.replace(',KEM,', ',KEN,'))).figures).toEqual(['KEN NETUSE 2020 61.234']);
  });

  it('says how many rows there are beyond the thousand it has, and only has rows with a reason', async () => {
    const rows = Array.from({ length: 1_500 }, (_, at) => `KEM,NETUSE,${String(2000 + (at % 20))},x1,S`);
    const { file } = await check([HEADER, ...rows].join('\n'));
    const lines = file.trimEnd().split('\r\n');
    expect(lines.at(-1)).toMatch(
      /^"?These are the first 500 rows that could not be taken whole\. In all, 1,500 figures were not taken\./,
    );
    const again = await check(file);
    expect(again.findings.counts).toMatchObject({ good: 0, rows: lines.length - 2 });
  });

  it('tells why a table cannot be read at all, and has no rows then', async () => {
    const { file } = await check('a,b\n1,2\n');
    expect(file.split('\r\n').length).toBeGreaterThan(2);
    expect(file).toContain('Row 1');
  });

  it('is read like any other file when columns before it were taken out or moved behind', async () => {
    const { file } = await check(`${HEADER}\nKEM,NETUSE,2020,61.5,S\nKEM,NETUSE,2021,62.5,S\n`);
    const rows = file
      .replace('\ufeff', '')
      .trim()
      .replaceAll('KEM', 'KEN')
      .split('\r\n')
      .map((line) => line.split(/,(?! )/));
    const figures = ['KEN NETUSE 2020 61.5', 'KEN NETUSE 2021 62.5'];
    const arranged = [
      rows.map(([reason, , , ...own]) => [reason, ...own]),
      rows.map(([, , ...own]) => own),
      rows.map(([reason, right, readAs, ...own]) => [...own, reason, right, readAs]),
    ];
    for (const lines of arranged) {
      const again = await check(lines.map((cells) => cells.join(',')).join('\n'));
      expect([again.figures, again.codes]).toEqual([figures, []]);
    }
  });

  it('is refused when the header that says how to read it is damaged', async () => {
    const { file } = await check('country;indicator;year;value;source\nKEM;NETUSE;2020;61,5;S\n');
    await expect(check(file.replace('decimal=,', 'decimal=x'))).rejects.toMatchObject({
      code: 'answer_not_understood',
    });
  });
});
