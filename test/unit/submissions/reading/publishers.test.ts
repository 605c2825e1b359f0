import { readTable } from './small-tables.js';

const SOURCE = { fallbackSource: 'a file' };

describe('tables of the World Bank', () => {
  const header = '"Country Name","Country Code","Indicator Name","Indicator Code","2018","2019",';

  it('are read with and without the lines above them', () => {
    const rows =
      '"Kenya","KEN","Internet users","IT.NET.USER.ZS","","2.5",\n"World","WLD","Internet users","IT.NET.USER.ZS","1","2",\n';
    const plain = readTable(`${header}\n${rows}`);
    expect(plain).toMatchObject({ layout: 'world_bank', problems: [] });
    expect(plain.figures).toEqual(['KEN IT.NET.USER.ZS 2019 2.5', 'WLD IT.NET.USER.ZS 2018 1']);
    expect(plain.rows[0]?.cells[4]).toBe('World Bank, IT.NET.USER.ZS');
    const above = readTable(
      `\ufeff"Data Source","World Development Indicators",\n\n"Last Updated Date","2017-02-01",\n\n${header}\n${rows}`,
    );
    expect(above.figures).toEqual(plain.figures);
    expect(above.rows[0]).toMatchObject({
      row: 6,
      places: [{}, {}, { row: 5 }, { column: { letter: 'F' } }],
    });
    expect(above.repairs.find(({ code }) => code === 'values_told_once')?.count).toBe(1);
  });

  it('are read as the DataBank writes them', () => {
    const { figures, repairs } = readTable(
      'Series Name,Series Code,Country Name,Country Code,2018 [YR2018]\nInternet,IT.NET.USER.ZS,Kenya,KEN,..\n,,,,\nData from database: World Development Indicators,,,,\nLast Updated: 12/20/2023,,,,',
    );
    expect(figures).toEqual(['KEN IT.NET.USER.ZS 2018 ..']);
    expect(repairs).toContainEqual(expect.objectContaining({ code: 'text_line', count: 2 }));
    const inRows = readTable(
      'Time,Time Code,Country Name,Country Code,Internet [IT.NET.USER.ZS]\n2018,YR2018,Kenya,KEN,5',
      SOURCE,
    );
    expect(inRows.figures).toEqual(['KEN IT.NET.USER.ZS 2018 5']);
  });
});

describe('charts of Our World in Data', () => {
  it('are read by the title of their series; groups of countries are listed', () => {
    const { layout, figures, repairs, rows } = readTable(
      'Entity,Code,Year,IT.NET.USER.ZS\nKenya,KEN,2018,1\nCountries of our own,,2018,2\n',
    );
    expect([layout, figures]).toEqual(['owid', ['KEN IT.NET.USER.ZS 2018 1']]);
    expect(rows[0]?.cells[4]).toBe('Our World in Data, IT.NET.USER.ZS');
    expect(repairs).toContainEqual(expect.objectContaining({ code: 'group_row', count: 1 }));
  });

  it('need the indicator when their title is not known', () => {
    const table = 'Entity,Code,Year,Some share,World regions according to OWID\nKenya,KEN,2018,1,Africa';
    expect(readTable(table).problems).toMatchObject([
      { code: 'indicator_needed', column: { letter: 'D', name: 'Some share' } },
    ]);
    expect(readTable(table, { constants: { indicator: 'NETUSE' } }).figures).toEqual(['KEN NETUSE 2018 1']);
    expect(readTable('Entity,Code,Year,One,Two\nKenya,KEN,2018,1,2').problems).toMatchObject([
      { code: 'value_column_unclear' },
    ]);
  });
});

describe('SDMX-CSV', () => {
  const header =
    'STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,REF_AREA_LABEL,INDICATOR,SEX,SEX_LABEL,AGE,COMP_X,TIME_PERIOD,OBS_VALUE,UNIT_MULT,OBS_STATUS';
  const row = (cells: string): string => `\ndatastructure,WB:DS(1.0),${cells}`;

  it('is read by its totals; parts, months and deletions are passed over', () => {
    const { layout, figures, problems, repairs, rows } = readTable(
      header +
        row('I,A,KEN,Kenya,NETUSE,F,Female,_T,_Z,2020,1,0,A') +
        row('I,A,KEN,Kenya,NETUSE,_T,Total,_T,_Z,2020,2,0,E') +
        row('I,A,KEN,Kenya,NETUSE,_T,Total,Y15T24,_Z,2020,3,0,A') +
        row('I,M,KEN,Kenya,NETUSE,_T,Total,_T,_Z,2020-01,4,0,A') +
        row('D,A,KEN,Kenya,NETUSE,_T,Total,_T,_Z,2019,5,0,A') +
        row('I,A,ALB,Albania,NETUSE,_T,Total,_T,_Z,2020,2.5,3,B') +
        row('I,A,ALB,Albania,NETUSE,_T,Total,_T,_Z,2021,NaN,0,M'),
    );
    expect([layout, problems]).toEqual(['sdmx_csv', []]);
    expect(figures).toEqual(['KEN NETUSE 2020 2', 'ALB NETUSE 2020 2.5e3', 'ALB NETUSE 2021 ']);
    expect(rows[0]?.cells.slice(4, 9)).toEqual(['WB:DS(1.0), NETUSE', '', '', 'estimated', '']);
    expect(rows[1]?.cells[5]).toBe('[B]');
    const counts = Object.fromEntries(
      repairs.map(({ code, count, example }) => [`${code} ${example?.column?.letter ?? ''}`, count]),
    );
    expect(counts).toMatchObject({
      'part_row H': 1,
      'part_row J': 1,
      'not_annual_row D': 1,
      'deleted_row C': 1,
      'power_of_ten M': 1,
    });
  });

  it('is refused where there are only parts, unless the sender says which is meant', () => {
    const table =
      header +
      row('I,A,KEN,Kenya,NETUSE,F,Female,_T,_Z,2020,1,0,A') +
      row('I,A,KEN,Kenya,NETUSE,M,Male,_T,_Z,2020,2,0,A');
    expect(readTable(table)).toMatchObject({
      figures: [],
      problems: [
        {
          row: 2,
          code: 'breakdown_without_total',
          column: { letter: 'H' },
          value: 'F',
          params: { parts: 'F, M' },
        },
        { row: 3 },
      ],
    });
    expect(readTable(table, { picks: { sex: 'F' } }).figures).toEqual(['KEN NETUSE 2020 1']);
  });

  it('is refused when a dimension that nobody knows divides its figures', () => {
    const table =
      header +
      ['one', 'two', 'three']
        .map((part, at) => row(`I,A,KEN,Kenya,NETUSE,_T,Total,_T,${part},2020,${String(at)},0,A`))
        .join('');
    expect(readTable(table).problems).toMatchObject([
      { code: 'breakdown_not_read', column: { letter: 'K', name: 'COMP_X' } },
    ]);
  });

  it('may be of version 1, with labels, or with a column for each period', () => {
    const one =
      'DATAFLOW,REF_AREA: Area,INDICATOR: Indicator,TIME_PERIOD: Time,OBS_VALUE: Value\nA:B(1.0),KEN: Kenya,NETUSE: Internet,2020,5';
    expect(readTable(one).figures).toEqual(['KEN NETUSE 2020 5']);
    expect(readTable('FREQ,REF_AREA,INDICATOR,2019,2020\nA,KEN,NETUSE,1,').figures).toEqual([
      'KEN NETUSE 2019 1',
    ]);
    const labels =
      'STRUCTURE_ID,REF_AREA,Reference area,SEX,Sex,MEASURE,Measure,TIME_PERIOD,Time period,OBS_VALUE,Observation value,UNIT_MULT,Unit multiplier\n';
    const { figures, problems } = readTable(
      `${labels}A:B(1.0),KEN,Kenya,_T,Total,NETUSE,Internet,2020,,5,,0,Units`,
    );
    expect([figures, problems]).toEqual([['KEN NETUSE 2020 5'], []]);
  });
});

describe('the SDG database', () => {
  const header =
    'Goal,Target,Indicator,SeriesCode,SeriesDescription,GeoAreaCode,GeoAreaName,TimePeriod,Value,Time_Detail,Source,FootNote,[Nature],[Reporting Type],[Sex],[Units]';

  it('is read by its totals', () => {
    const { layout, figures, rows, repairs } = readTable(
      `${header}\n17,17.8,17.8.1,NETUSE,Internet,404,Kenya,2020,30,2020,ITU,Estimate.,E,G,BOTHSEX,PERCENT\n17,17.8,17.8.1,NETUSE,Internet,404,Kenya,2020,20,2020,ITU,,C,G,FEMALE,PERCENT`,
    );
    expect([layout, figures]).toEqual(['un_sdg', ['404 NETUSE 2020 30']]);
    expect(rows[0]?.cells.slice(4, 9)).toEqual(['ITU', 'Estimate.', '', 'estimated', '']);
    expect(repairs).toContainEqual(expect.objectContaining({ code: 'part_row', count: 1 }));
  });

  it('is refused when one indicator comes in several units', () => {
    const row = (unit: string): string =>
      `\n17,17.8,17.8.1,NETUSE,Internet,404,Kenya,2020,30,2020,ITU,,C,G,,${unit}`;
    expect(readTable(header + row('PERCENT') + row('NUMBER')).problems).toMatchObject([
      { code: 'several_units', column: { letter: 'P' } },
      {},
    ]);
  });
});

describe('tables of Eurostat', () => {
  it('are read with the dimensions in their first cell', () => {
    const { layout, figures, rows, repairs } = readTable(
      'freq,unit,sex,geo\\TIME_PERIOD\t2019 \t2020 \nA,PC,T,AL\t1.5 e\t: \nA,PC,F,AL\t2\t3\n',
      { constants: { indicator: 'NETUSE' } },
    );
    expect([layout, figures]).toEqual(['eurostat', ['AL NETUSE 2019 1.5 e', 'AL NETUSE 2020 :']]);
    expect(rows[1]?.places[0]).toEqual({ column: { letter: 'A', name: 'geo' } });
    expect(rows[1]?.places[3]).toEqual({ column: { letter: 'C', name: '2020' } });
    expect(repairs).toContainEqual(expect.objectContaining({ code: 'part_row', count: 1 }));
  });
});

describe('figures in parts', () => {
  it('are told apart in a long table too, in any of the languages', () => {
    for (const [header, all] of [
      ['sexe', 'Les deux sexes'],
      ['sexo', 'Ambos sexos'],
      ['пол', 'Оба пола'],
      ['الجنس', 'كلا الجنسين'],
      ['性别', '合计'],
    ]) {
      const { figures } = readTable(
        `country,indicator,year,value,source,${header ?? ''}\nKEN,NETUSE,2020,1,s,x\nKEN,NETUSE,2020,2,s,${all ?? ''}`,
      );
      expect(figures).toEqual(['KEN NETUSE 2020 2']);
    }
  });

  it('are noticed under a header that is not known', () => {
    const rows = ['u', 'r'].flatMap((part) =>
      ['2018', '2019', '2020'].map((year) => `KEN,NETUSE,${year},${part === 'u' ? '1' : '2'},s,${part}`),
    );
    expect(
      readTable(`country,indicator,year,value,source,cluster\n${rows.join('\n')}`).problems,
    ).toMatchObject([
      { code: 'breakdown_not_read', column: { letter: 'F' }, params: { columns: 'F (cluster)' } },
    ]);
  });
});
