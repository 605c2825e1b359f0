import { hasMessage } from '../../../src/language/translate.js';
import { readAnswers, type AnswerTexts } from '../../../src/submissions/checking/answers.js';
import { CheckFindings, checkRows } from '../../../src/submissions/checking/check-rows.js';
import { Problem } from '../../../src/platform/problem.js';
import { problemWords, questionWords, repairWords } from '../../../src/submissions/checking/problem-words.js';
import { CELL_REPAIR_CODES } from '../../../src/submissions/reading/cell-reading.js';
import type { Question } from '../../../src/submissions/reading/question.js';
import { fileRows, listedRows, type ListedRow } from '../../../src/submissions/checking/row-source.js';
import type { GoodRow } from '../../../src/submissions/checking/staged-row.js';
import { bytesInMemory } from '../../support/bytes-in-memory.js';
import { smallVocabulary } from './small-vocabulary.js';

const LIMITS = { rows: 1_000 };

async function read(content: string | readonly ListedRow[], answers: AnswerTexts = {}) {
  const findings = new CheckFindings();
  const good: GoodRow[] = [];
  const vocabulary = smallVocabulary();
  const said = readAnswers(answers);
  const source =
    typeof content === 'string'
      ? await fileRows(bytesInMemory(content), vocabulary, said)
      : listedRows(content, vocabulary, said);
  for await (const batch of checkRows(source, vocabulary, LIMITS, findings)) good.push(...batch);
  for (const repair of findings.repairs.repairs) expect(repairWords('en', repair)).toMatch(/\.$/);
  for (const problem of findings.log.kept) expect(problemWords('en', problem).hint).toMatch(/[.)]$/);
  return {
    findings,
    figures: good.map(({ area, indicator, year, value }) => [area, indicator, year, value].join(' ')),
    good,
    problems: findings.log.kept,
    repairs: findings.repairs.repairs.map(({ code, count }) => [code, count]),
  };
}

async function questionOf(content: string | readonly ListedRow[]): Promise<unknown> {
  const error: unknown = await read(content).catch((caught: unknown) => caught);
  if (error instanceof Problem && error.code === 'needs_answer') {
    const questions = error.extensions['questions'] as readonly Question[];
    for (const question of questions) expect(questionWords('en', question).text).toMatch(/[.?]$/);
    return questions;
  }
  throw new Error(`Not asked: ${String(error)}`);
}

const HEADER = 'country,indicator,year,value,source';

describe('a file that is not as we write it', () => {
  it('is read with all that was changed listed, with count and place', async () => {
    const text =
      'Figures of our survey\npays;indicateur;année;valeur;source\nKenya;NETUSE;2019;61,5 %;Enquête\n' +
      'République d’Albanie;NETUSE;2020/21;7,25 e;Enquête\nALB;NETUSE;2022;..;Enquête\nNote : e = estimation\n';
    const { figures, good, findings, repairs } = await read(text);
    expect(figures).toEqual(['KEN NETUSE 2019 61.5', 'ALB NETUSE 2020 7.25']);
    expect(good[1]).toMatchObject({ status: 'estimated', source: 'Enquête' });
    expect(repairs).toEqual(
      expect.arrayContaining([
        ['delimiter', 1],
        ['line_above_table', 1],
        ['decimal_comma', 2],
        ['percent_sign_dropped', 1],
        ['value_flag_read', 1],
        ['first_year_of_two', 1],
        ['area_by_name', 1],
        ['no_figure', 1],
        ['text_line', 1],
      ]),
    );
    expect(findings.counts).toEqual({ rows: 3, good: 2, bad: 0, skipped: 1, problems: 0 });
    expect(findings.repairs.repairs.find(({ code }) => code === 'decimal_comma')?.example).toEqual({
      row: 3,
      column: { letter: 'D', name: 'valeur' },
      before: '61,5 %',
      after: '61.5',
    });
  });

  it('may hold several figures in a row; each problem is told where it stands, of a header once', async () => {
    const { figures, problems, findings } = await read(
      'country,indicator,2019,2020,2090,source\nKEN,NETUSE,1,200,3,s\nALB,NETUSE,4,,6,s\nXXX,NETUSE,7,8,9,s\n',
    );
    expect(figures).toEqual(['KEN NETUSE 2019 1', 'ALB NETUSE 2019 4']);
    expect(problems.map(({ code, row, column }) => [code, row, column?.letter])).toEqual([
      ['outside_hard_limits', 2, 'D'],
      ['year_in_future', 1, 'E'],
      ['unknown_area', 4, 'A'],
    ]);
    expect(findings.counts).toMatchObject({ rows: 6, good: 2, bad: 4, problems: 3 });
  });

  it('is read without the example of a template, from which nothing is learnt of its numbers', async () => {
    const table = `${HEADER.replaceAll(',', '\t')}\nExample: KEN\tSERVERS\t2020\t61.5\ts\n`;
    const { figures, repairs } = await read(`${table}ALB\tSERVERS\t2020\t7\ts\n`);
    expect(figures).toEqual(['ALB SERVERS 2020 7']);
    expect(repairs).toContainEqual(['example_row', 1]);
    expect(await questionOf(`${table}ALB\tSERVERS\t2020\t1,234\ts\n`)).toHaveLength(1);
    const evidenceFirst =
      'note,country,indicator,year,value,source\nExample: x,KEN,NETUSE,2020,5,s\n,ALB,NETUSE,2020,6,s\n';
    expect((await read(evidenceFirst)).figures).toEqual(['ALB NETUSE 2020 6']);
  });

  it('is told in words, whatever kind of table it is', async () => {
    const tables = [
      'country,sex,indicator,2019,2020,source\nKEN,F,NETUSE,1,2,s\nKEN,Total,NETUSE,3,4,s\nKEN,Total,NETUSE,3,4,s\n',
      'country,sex,indicator,2019,source\nKEN,F,NETUSE,1,s\nKEN,M,NETUSE,3,s\n',
      'country,unit,indicator,2019,source\nKEN,USD,NETUSE,1,s\nKEN,EUR,NETUSE,3,s\nKEN,Thousands,NETUSE,3,s\n',
      'country,iso3,indicator,year,value,source\nKenya,ALB,NETUSE,2020,1,s\nKorea,,NETUSE,2020,1,s\n,,NETUSE,2020Q1,-999,s\n',
      `${HEADER},value\nKEN,NETUSE,2020,1,s,2\n`,
      `${HEADER},Value of it\nKEN,NETUSE,2015-2019,1-2,s\nKEN,NETUSE,15,<1,s\nKEN,NETUSE,1445,1 c,s\nKEN,NETUSE,2020,1 zz,s`,
      `${HEADER}\nKEN,NETUSE,2020,1 f,s\nKEN,SERVERS,2020,5 %,s\nKEN,NETUSE,2020,#REF!,s\nKEN,NETUSE,2020,Jan-05,s\nKEN,GONE,2020,1\n`,
      'Entity,Code,Year,One,Two\nKenya,KEN,2018,1,2',
      'REF_AREA,INDICATOR,FREQ,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nKEN,NETUSE,Q,2020-Q1,1,x\n',
      'a,b\nc,d\n',
    ];
    for (const table of tables) {
      const { findings } = await read(table);
      expect(findings.log.total + findings.repairs.repairs.length).toBeGreaterThan(0);
    }
    for (const code of CELL_REPAIR_CODES) expect(hasMessage(`repair.${code}`)).toBe(true);
  });

  it('multiplies by the power of ten that stands beside a figure, or refuses the figure', async () => {
    const header = 'REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MULT,DATAFLOW';
    const values = ['12.5', '"1,234.5"', '1 234', '5 e', '(5)', '..', '1.5e3'];
    const rows = values.map((value, index) => `KEN,SERVERS,${String(2010 + index)},${value},3,X`);
    const { figures, findings } = await read(`${header}\n${rows.join('\n')}\n`);
    expect(figures).toEqual([
      'KEN SERVERS 2010 12500',
      'KEN SERVERS 2011 1234500',
      'KEN SERVERS 2012 1234000',
    ]);
    expect(findings.counts).toMatchObject({ rows: 7, good: 3, bad: 3, skipped: 1 });
  });

  it('does not take a figure that its flag says is a forecast or no figure', async () => {
    const header = 'REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS,DATAFLOW';
    const { figures, good, problems, findings } = await read(
      `${header}\nKEN,NETUSE,2019,1,F,X\nKEN,NETUSE,2020,2,E,X\nKEN,NETUSE,2021,3,M,X\nKEN,NETUSE,2022,4,A,X\nKEN,NETUSE,2023,,F,X\n`,
    );
    expect(figures).toEqual(['KEN NETUSE 2020 2', 'KEN NETUSE 2022 4']);
    expect(good.map(({ status }) => status)).toEqual(['estimated', 'normal']);
    expect(problems).toMatchObject([{ code: 'forecast_value', row: 2, column: { letter: 'E' }, value: 'F' }]);
    expect(findings.counts).toMatchObject({ rows: 5, good: 2, bad: 1, skipped: 2 });
  });
});

describe('what a file cannot tell', () => {
  const doubtful = `${HEADER.replaceAll(',', '\t')}\nKEN\tSERVERS\t2020\t1,234\ts\nKEN\tSERVERS\t2021\t5,678\ts\n`;

  it('is asked, and nothing is read until it is answered', async () => {
    expect(await questionOf(doubtful)).toMatchObject([
      {
        code: 'decimal_or_thousands',
        column: { letter: 'D', name: 'value' },
        choices: ['.', ','],
        example: { row: 2, value: '1,234', readings: ['1234', '1.234'] },
      },
    ]);
    expect((await read(doubtful, { decimal: ',' })).figures).toEqual([
      'KEN SERVERS 2020 1.234',
      'KEN SERVERS 2021 5.678',
    ]);
    expect((await read(doubtful, { decimal: '.' })).figures).toEqual([
      'KEN SERVERS 2020 1234',
      'KEN SERVERS 2021 5678',
    ]);
  });

  it('is asked of a list as well', async () => {
    const rows = [{ country: 'KEN', indicator: 'SERVERS', year: 2020, value: '1,234', source: 's' }];
    expect(await questionOf(rows)).toMatchObject([{ code: 'decimal_or_thousands' }]);
    expect((await read(rows, { decimal: ',' })).figures).toEqual(['KEN SERVERS 2020 1.234']);
  });

  it('may not be answered otherwise than the rows themselves do, in a file and in a list', async () => {
    const row = { country: 'KEN', indicator: 'NETUSE', year: 2020, value: 5, source: 's' };
    const listed = await read([row, { ...row, indicator: '', year: 2021 }], { indicator: 'SERVERS' });
    const filed = await read(`${HEADER}\nKEN,NETUSE,2020,5,s\nKEN,,2021,5,s\n`, { indicator: 'SERVERS' });
    for (const { problems, figures } of [listed, filed]) {
      expect(problems.map(({ code }) => code)).toEqual(['indicators_differ']);
      expect(figures).toEqual(['KEN SERVERS 2021 5']);
    }
    expect(listed.problems[0]).toMatchObject({ row: 1, pointer: '/rows/0/indicator', value: 'NETUSE' });
  });

  it('is said for all rows by the sender: indicator, source, country, the meaning of columns', async () => {
    const wide = 'country,2019,2020\nKEN,1,2\n';
    expect((await read(wide)).problems.map(({ code }) => code)).toEqual([
      'indicator_needed',
      'missing_column',
    ]);
    const { good } = await read(wide, { indicator: 'NETUSE', source: 'Survey' });
    expect(good).toMatchObject([
      { indicator: 'NETUSE', year: 2019, source: 'Survey' },
      { indicator: 'NETUSE', year: 2020 },
    ]);
    const odd = 'place,what,when,how many,who says\nKEN,NETUSE,2020,5,s\n';
    const mapping = 'A:country,B:indicator,C:year,how many:value,who says:source';
    expect((await read(odd, { mapping })).figures).toEqual(['KEN NETUSE 2020 5']);
  });

  it.each([
    ['decimal', ';'],
    ['scale', '7'],
    ['mapping', 'value'],
    ['mapping', 'A:colour'],
    ['part', 'Sex'],
  ])('is not answered by nonsense: %s=%s', async (name, text) => {
    await expect(read('x', { [name]: text })).rejects.toMatchObject({
      code: 'answer_not_understood',
      params: { name, value: text },
    });
  });
});
