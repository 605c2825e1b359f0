import { readTable, readSheet, sheetOf } from './small-tables.js';

const SOURCE = { fallbackSource: 'a file' };
const NETUSE = { constants: { indicator: 'NETUSE' }, ...SOURCE };

describe('a long table', () => {
  it('is read with its columns in any order and each cell in its place', () => {
    const { layout, rows, problems } = readTable(
      'year,source,Country,value,Indicator\n2020,ITU,KEN,29.5,NETUSE\n',
    );
    expect([layout, problems]).toEqual(['long', []]);
    expect(rows[0]?.cells.slice(0, 5)).toEqual(['KEN', 'NETUSE', '2020', '29.5', 'ITU']);
    expect(rows[0]?.places[3]).toEqual({ column: { letter: 'D', name: 'value' } });
    expect(rows[0]?.places[5]).toBeUndefined();
  });

  it.each([
    ['French', 'Pays,Indicateur,Année,Valeur,Source,Remarques'],
    ['Spanish', 'PAÍS,indicador,año,valor,fuente,notas'],
    ['Russian', 'Страна,Показатель,Год,Значение,Источник,Примечание'],
    ['Arabic', 'البلد,المؤشر,السنة,القيمة,المصدر,ملاحظات'],
    ['Chinese', '国家,指标,年份,数值,来源,备注'],
    ['two languages', 'Pays / Country,Indicateur (indicator),Année – year,Valeur (%),Source|source,Notes'],
    ['English with footnote marks', 'Country (a),Indicator*,Year¹,Value [2],Source†,Notes'],
    ['English in another case', ' COUNTRY_NAME ,Indicator-Code,Reference Year,Value (%),\ufeffSource,NOTES'],
  ])('may have headers in %s', (_language, header) => {
    const { figures, problems } = readTable(`${header}\nKenya,NETUSE,2020,29.5,ITU,x`);
    expect([figures, problems]).toEqual([['Kenya NETUSE 2020 29.5'], []]);
  });

  it('takes the code of an area before its name, and tells when they are of two areas', () => {
    const table =
      'country,iso3,indicator,year,value,source\nKenya,KEN,NETUSE,2020,1,s\nKenya,ALB,NETUSE,2020,2,s\nKenya,,NETUSE,2021,3,s';
    const { figures, problems } = readTable(table);
    expect(figures).toEqual(['KEN NETUSE 2020 1', 'Kenya NETUSE 2021 3']);
    expect(problems).toMatchObject([
      {
        row: 3,
        code: 'areas_differ',
        column: { letter: 'B' },
        value: 'ALB',
        params: { other: 'Kenya', otherColumn: 'A' },
      },
    ]);
  });

  it('takes numbers under a general header for codes only when they are M49', () => {
    const m49 = readTable('area code,indicator,year,value,source\n8,NETUSE,2020,1,s\n404,NETUSE,2020,2,s');
    expect(m49.figures).toEqual(['008 NETUSE 2020 1', '404 NETUSE 2020 2']);
    const own = readTable(
      'country id,country,indicator,year,value,source\n1,Kenya,NETUSE,2020,1,s\n8,Kenya,NETUSE,2021,1,s\n9,Kenya,NETUSE,2022,1,s',
    );
    expect(own.figures).toEqual(['Kenya NETUSE 2020 1', 'Kenya NETUSE 2021 1', 'Kenya NETUSE 2022 1']);
  });

  it('finds its header under titles and leaves out the lines around it, all of them listed', () => {
    const { figures, repairs, problems } = readTable(
      'Internet use by country and year\n,,,,\ncountry,indicator,year,value,source\n,,,%,\nKEN,NETUSE,2020,1,s\ncountry,indicator,year,value,source\n' +
        'World,NETUSE,2020,50,s\nKEN,NETUSE,2021,2,s\nNote: e = estimate, n = national\nSource: World Bank.,,,,\n* provisional',
    );
    expect([figures, problems]).toEqual([
      ['KEN NETUSE 2020 1', 'World NETUSE 2020 50', 'KEN NETUSE 2021 2'],
      [],
    ]);
    expect(repairs.map(({ code, count, example }) => [code, count, example?.row])).toEqual([
      ['line_above_table', 1, 1],
      ['units_row', 1, 4],
      ['repeated_header', 1, 6],
      ['text_line', 3, 9],
    ]);
  });

  it('leaves out a named source although a figure stands behind it', () => {
    const { figures, repairs } = readTable('country,2020,2021\nKEN,1,2\nSource: ITU, 2023', NETUSE);
    expect(figures).toHaveLength(2);
    expect(repairs).toContainEqual(expect.objectContaining({ code: 'text_line', count: 1 }));
  });

  it.each([
    ['a title', 'Servers by country (thousands)\ncountry,2020\nKEN,1', 1],
    ['a title in Russian', 'Серверы, тыс.\ncountry,2020\nKEN,1', 1],
    ['a row of units', 'country,2020\n,Millions\nKEN,1', 2],
    ['a unit column', 'country,unit,2020\nKEN,Thousands,1', 2],
  ])('asks whether to multiply when %s speaks of thousands', (_where, table, row) => {
    const given = { ...SOURCE, constants: { indicator: 'SERVERS' } };
    expect(readTable(table, given)).toMatchObject({ rows: [], problems: [{ row, code: 'scale_unclear' }] });
    expect(readTable(table, { ...given, scale: 1_000 }).figures).toEqual(['KEN SERVERS 2020 1e3']);
    expect(readTable(table, { ...given, scale: 1 }).figures).toEqual(['KEN SERVERS 2020 1']);
  });

  it('takes rates per million for what they are', () => {
    const given = { ...SOURCE, constants: { indicator: 'SERVERS' } };
    expect(
      readTable('Secure servers (per 1 million people)\ncountry,unit,2020\nKEN,per million,1', given)
        .problems,
    ).toEqual([]);
  });

  it('keeps faulty rows for those who judge them', () => {
    const rows = ['Kenia?,NETUSE,2020,1,s', 'KEN,,,,', ',NETUSE,2020,abc,s', 'Kenia?,NETUSE,2020,..,s'];
    const { figures } = readTable(`country,indicator,year,value,source\n${rows.join('\n')}`);
    expect(figures).toHaveLength(4);
  });

  it('never takes a row with a number for units or a line of text', () => {
    const header = 'country,indicator,year,value,source';
    const rows = [',NETUSE,,61.5,s', ',,,61.5,s', ',,,61.5,', 'KEN,NETUSE,2020,1,s', ',,,61.5,s'];
    const { figures, repairs } = readTable([header, ...rows].join('\n'));
    expect([figures.length, repairs]).toEqual([5, []]);
  });

  it('refuses rows that are cut off or too long', () => {
    const { figures, problems } = readTable(
      'country,indicator,year,value,source\nKEN,NETUSE\nKEN,NETUSE,2020,70,4343,s\n',
    );
    expect(figures).toEqual([]);
    expect(problems).toMatchObject([
      { row: 2, code: 'too_few_cells', params: { found: 2, expected: 5 } },
      { row: 3, code: 'too_many_cells', value: 's', params: { found: 6 } },
    ]);
  });

  it('uses one of two equal columns and refuses two that differ, wherever they do', () => {
    const same = readTable('country,indicator,year,value,source,Value\nKEN,NETUSE,2020,1,s,1\n');
    expect(same.figures).toEqual(['KEN NETUSE 2020 1']);
    expect(same.repairs).toMatchObject([
      { code: 'same_column_twice', example: { column: { letter: 'F' }, after: 'D' } },
    ]);
    const rows = Array.from(
      { length: 300 },
      (_, at) => `KEN,NETUSE,2020,1,s${String(at)},${at === 299 ? '2' : '1'}`,
    );
    expect(readTable(`country,indicator,year,value,source,value\n${rows.join('\n')}`)).toMatchObject({
      rows: [],
      problems: [{ code: 'duplicate_column', column: { letter: 'F' }, params: { first: 'D', differs: 301 } }],
    });
  });

  it('is refused while a header is nearly one of ours, or one is missing', () => {
    expect(
      readTable('country,indicator,year,value,source,statsu\nKEN,NETUSE,2020,1,s,x').problems,
    ).toMatchObject([
      { row: 1, code: 'unknown_column', column: { letter: 'F' }, params: { suggestion: 'status' } },
    ]);
    expect(readTable('country,indicator,year,vlaue,source\nKEN,NETUSE,2020,1,s').problems).toMatchObject([
      { code: 'unknown_column', params: { suggestion: 'value' } },
      { code: 'missing_column', params: { name: 'value' } },
    ]);
    expect(readTable('country,year,value\nKEN,2020,1').problems).toMatchObject([
      { code: 'indicator_needed' },
      { code: 'missing_column', params: { name: 'source' } },
    ]);
  });

  it('passes over columns that it does not know and says which', () => {
    const { repairs } = readTable(
      'country,indicator,year,value,source,colour,,x\nKEN,NETUSE,2020,1,s,red,,y',
    );
    expect(repairs).toMatchObject([
      { code: 'columns_not_read', count: 2, params: { columns: 'F (colour), H (x)' } },
    ]);
  });

  it('says so when it passes over a second column for the same thing', () => {
    const { figures, repairs } = readTable(
      'country,indicator,year,date,value,source\nKEN,NETUSE,2020,2021-03-01,1,s',
    );
    expect(figures).toEqual(['KEN NETUSE 2020 1']);
    expect(repairs).toMatchObject([{ code: 'columns_not_read', params: { columns: 'D (date)' } }]);
  });

  it('takes what it lacks from the sender, who may not contradict it', () => {
    const given = { constants: { indicator: 'NETUSE', source: 'ITU', country: 'ALB' } };
    expect(readTable('year,value\n2020,1', given).rows[0]?.cells.slice(0, 5)).toEqual([
      ...['ALB', 'NETUSE', '2020', '1', 'ITU'],
    ]);
    const other = readTable(
      'country,indicator,year,value,source\nKEN,SERVERS,2020,1,s\nKEN,X1,2020,1,s',
      given,
    );
    expect(other.problems).toMatchObject([
      { row: 2, code: 'indicators_differ', params: { indicator: 'SERVERS', given: 'NETUSE' } },
    ]);
    expect(other.figures).toEqual(['KEN X1 2020 1']);
  });

  it('is read by the columns the sender names, by header or letter', () => {
    const mapping = { Land: 'country', B: 'year', wert: 'value', D: 'none' } as const;
    const { figures, problems } = readTable('Land,Jahr,Wert,note\nKEN,2020,1,x', { ...NETUSE, mapping });
    expect([figures, problems]).toEqual([['KEN NETUSE 2020 1'], []]);
    expect(
      readTable('country,year,value\nKEN,2020,1', { ...NETUSE, mapping: { Jahre: 'year' } }).problems,
    ).toMatchObject([{ code: 'mapped_column_missing', value: 'Jahre' }]);
    expect(
      readTable('KEN,2020,1\nKEN,2021,2', { ...NETUSE, mapping: { A: 'country', B: 'year', C: 'value' } })
        .problems,
    ).toEqual([{ row: 1, code: 'no_header' }]);
  });

  it('tells of quotes that are not closed, in the header or below', () => {
    const [header, first] = sheetOf('country,indicator,year,value,source\nKEN,NETUSE,2020,1,s');
    if (header === undefined || first === undefined) throw new RangeError('two rows');
    expect(readSheet([header, { ...first, brokenCell: 4 }]).problems).toMatchObject([
      { row: 2, code: 'broken_quotes', column: { letter: 'E' } },
    ]);
    expect(readSheet([{ ...header, brokenCell: 4 }]).problems).toMatchObject([{ code: 'broken_quotes' }]);
    expect(readSheet([]).problems).toMatchObject([{ code: 'empty_file' }]);
  });
});

describe('a table wide by year', () => {
  it('gives a row for each value, with the year in the header', () => {
    const { layout, figures, rows, repairs } = readTable('country,2018,2019\nKenya,1,\nALB,..,4\n', NETUSE);
    expect(layout).toBe('wide_by_year');
    expect(figures).toEqual(['Kenya NETUSE 2018 1', 'ALB NETUSE 2018 ..', 'ALB NETUSE 2019 4']);
    expect(rows[2]).toMatchObject({
      row: 3,
      places: [
        { column: { letter: 'A' } },
        undefined,
        { column: { letter: 'C' }, row: 1 },
        { column: { letter: 'C' } },
      ],
    });
    expect(repairs).toMatchObject([
      { code: 'empty_cells', count: 1 },
      { code: 'source_of_layout', params: { source: 'a file' } },
    ]);
  });

  it('has an indicator in each row, in the header, in a title above, or from the sender', () => {
    expect(readTable('indicator,country,2018\nSERVERS,KEN,1', SOURCE).figures).toEqual([
      'KEN SERVERS 2018 1',
    ]);
    expect(readTable('country,NETUSE 2018,NETUSE 2019\nKEN,1,2', SOURCE).figures).toEqual([
      'KEN NETUSE 2018 1',
      'KEN NETUSE 2019 2',
    ]);
    expect(readTable('IT.NET.USER.ZS\ncountry,2018\nKEN,1', SOURCE)).toMatchObject({
      figures: ['KEN NETUSE 2018 1'],
      repairs: [{ code: 'line_above_table' }, { code: 'indicator_from_title' }, {}],
    });
    expect(readTable('country,2018\nKEN,1', SOURCE).problems).toMatchObject([{ code: 'indicator_needed' }]);
  });

  it('may have no header over its areas', () => {
    expect(readTable(',2018,2019\nKEN,1,2\nAlbania,3,4', NETUSE).figures).toHaveLength(4);
    expect(readTable('Partner of trade,2018,2019\nthings,1,2\nAlbania,3,4', NETUSE).problems).toMatchObject([
      { code: 'unknown_column' },
      { code: 'missing_column', params: { name: 'country' } },
    ]);
  });

  it.each([
    ['2018 [YR2018]', '2018'],
    ['YR2018', '2018'],
    ['X2018', '2018'],
    ['2018.0', '2018'],
    ['٢٠١٨', '2018'],
    ['2018年', '2018'],
    ['2018 г.', '2018'],
    ['2018-19', '2018-19'],
    ['FY2018', 'FY2018'],
    ['2018*', '2018*'],
    ['2018 (est.)', '2018 (est.)'],
    ['2018-12-31', '2018-12-31'],
  ])('takes %p for a year', (header, year) => {
    expect(readTable(`country,${header}\nKEN,1`, NETUSE).figures).toEqual([`KEN NETUSE ${year} 1`]);
  });

  it.each(['2018Q1', '2018-03', '2018M01', 'Jan 2018'])('refuses figures within a year: %p', (header) => {
    expect(readTable(`country,${header}\nKEN,1`, NETUSE).problems).toMatchObject([{ code: 'not_annual' }]);
  });

  it.each(['2010-2015', 'change since 2018'])('does not take %p for a year', (header) => {
    expect(readTable(`country,2020,${header}\nKEN,1,2`, NETUSE)).toMatchObject({
      figures: ['KEN NETUSE 2020 1'],
      repairs: [{ code: 'columns_not_read', params: { columns: `C (${header})` } }, {}],
    });
  });
});

describe('other wide tables', () => {
  it('may have a column for each indicator', () => {
    const { layout, figures } = readTable(
      'country,year,NETUSE,Secure servers [SERVERS],other\nKEN,2020,1,2,z',
      SOURCE,
    );
    expect([layout, figures]).toEqual(['wide_by_indicator', ['KEN NETUSE 2020 1', 'KEN SERVERS 2020 2']]);
  });

  it('may have only the column that the sender names read', () => {
    const table = 'country,year,NETUSE,SERVERS\nKEN,2020,1,2';
    expect(readTable(table, NETUSE).figures).toEqual(['KEN NETUSE 2020 1']);
    expect(readTable('country,year,SERVERS\nKEN,2020,2', NETUSE).problems).toMatchObject([
      { code: 'indicators_differ', params: { indicator: 'SERVERS', given: 'NETUSE' } },
    ]);
    expect(readTable('SERVERS\ncountry,2020\nKEN,2', NETUSE).problems).toMatchObject([
      { code: 'indicators_differ', params: { indicator: 'SERVERS' } },
    ]);
  });

  it('may have a column for each area', () => {
    const { layout, figures, rows } = readTable('year,Kenya,Albania\n2020,1,2', NETUSE);
    expect([layout, figures]).toEqual(['wide_by_area', ['Kenya NETUSE 2020 1', 'Albania NETUSE 2020 2']]);
    expect(rows[1]?.places[0]).toEqual({ column: { letter: 'C', name: 'Albania' }, row: 1 });
  });
});
