import { checkRow, type RowVerdict } from '../../../src/submissions/checking/check-row.js';
import { COLUMNS } from '../../../src/submissions/checking/columns.js';
import { PLAIN_FORMATS } from '../../../src/submissions/reading/cell-formats.js';
import { RepairLog } from '../../../src/submissions/reading/repair.js';
import { smallVocabulary } from './small-vocabulary.js';

const GOOD = ['KEN', 'NETUSE', '2020', '61.5', 'Survey'];
const vocabulary = smallVocabulary();

function check(...cells: readonly string[]): RowVerdict {
  return checkNoting(new RepairLog(), ...cells);
}

/** Cells in the order of `COLUMNS`; the first stands in column A. */
function checkNoting(repairs: RepairLog, ...cells: readonly string[]): RowVerdict {
  const trimmed = COLUMNS.map((_, index) => (cells[index] ?? '').trim());
  return checkRow(
    { row: 7, cells: trimmed, places: [] },
    {
      vocabulary,
      formats: PLAIN_FORMATS,
      readArea: (cell) => vocabulary.areas.read(cell),
      locate: ({ row }, index) => {
        const name = COLUMNS[index] ?? '';
        return { row, column: { letter: String.fromCharCode(65 + index), name } };
      },
      repairs,
    },
  );
}

/** A row that is good but for one column. */
function checkWith(column: string, cell: string): RowVerdict {
  const cells = COLUMNS.map((name, index) => (name === column ? cell : (GOOD[index] ?? '')));
  return check(...cells);
}

function goodOf(verdict: RowVerdict) {
  return 'good' in verdict ? verdict.good : verdict;
}

function codesOf(verdict: RowVerdict): readonly string[] {
  return 'problems' in verdict ? verdict.problems.map(({ code }) => code) : ['no problem'];
}

describe('a good row', () => {
  it('is a figure with the source as its edition and the status normal', () => {
    expect(goodOf(check(...GOOD))).toEqual({
      row: 7,
      area: 'KEN',
      indicator: 'NETUSE',
      year: 2020,
      value: 61.5,
      source: 'Survey',
      edition: 'Survey',
      status: 'normal',
    });
  });

  it('keeps edition, status, note and evidence when they are given', () => {
    const verdict = check(...GOOD, 'rounded', 'Survey 2021', 'Self-assessed', 'https://example.org/a');
    expect(goodOf(verdict)).toMatchObject({
      edition: 'Survey 2021',
      status: 'self_assessed',
      note: 'rounded',
      evidence: 'https://example.org/a',
    });
  });

  it.each(['KEN', 'ken', ' KE ', '404', 'Kenya', 'KENYA', 'OWID_KEN'])('takes the country as %p', (cell) => {
    expect(goodOf(checkWith('country', cell))).toMatchObject({ area: 'KEN' });
  });

  it('takes an M49 number that a spreadsheet took the leading zeros off', () => {
    expect(goodOf(checkWith('country', '8'))).toMatchObject({ area: 'ALB' });
  });

  it('takes figures of areas that have no scores', () => {
    expect(goodOf(checkWith('country', 'ABW'))).toMatchObject({ area: 'ABW' });
  });

  it("takes a publisher's name of an indicator", () => {
    expect(goodOf(checkWith('indicator', 'it.net.user.zs'))).toMatchObject({ indicator: 'NETUSE' });
  });

  it.each([
    ['0', 0],
    ['-0', 0],
    ['1e+1', 10],
    ['61.5 %', 61.5],
    ['٦١٫٥', 61.5],
    ['12,5', 12.5],
    ['+5', 5],
    ['.5', 0.5],
    ['5.', 5],
    ['1e1', 10],
    ['2.50', 2.5],
    ['0.1', 0.1],
    ['99.99999999999999', 99.99999999999999],
  ])('reads the value %p as the number it is', (cell, value) => {
    expect(goodOf(checkWith('value', cell))).toMatchObject({ value });
  });

  it('is read without the apostrophe that guards a text against being run as a formula', () => {
    expect(goodOf(checkWith('note', "'=SUM(A1)"))).toMatchObject({ note: '=SUM(A1)' });
    expect(goodOf(checkWith('note', "'tis so"))).toMatchObject({ note: "'tis so" });
  });

  it('takes its status and note from marks beside the value, unless it says a status', () => {
    expect(goodOf(checkWith('value', '61.5 be'))).toMatchObject({
      value: 61.5,
      status: 'estimated',
      note: '[b]',
    });
    const said = check(...GOOD.with(3, '61.5 e'), 'first wave', '', 'provisional');
    expect(goodOf(said)).toMatchObject({ status: 'provisional', note: 'first wave' });
  });

  it('lists what was read otherwise than it stands, with its place', () => {
    const repairs = new RepairLog();
    checkNoting(repairs, 'Republic of Kenya', 'NETUSE', '2020.0', '61,5 %', 'Survey');
    expect(repairs.repairs).toEqual([
      {
        code: 'area_by_name',
        count: 1,
        example: {
          row: 7,
          column: { letter: 'A', name: 'country' },
          before: 'Republic of Kenya',
          after: 'KEN',
        },
      },
      {
        code: 'year_with_decimals',
        count: 1,
        example: { row: 7, column: { letter: 'C', name: 'year' }, before: '2020.0', after: '2020' },
      },
      {
        code: 'decimal_comma',
        count: 1,
        example: { row: 7, column: { letter: 'D', name: 'value' }, before: '61,5 %', after: '61.5' },
      },
      {
        code: 'percent_sign_dropped',
        count: 1,
        example: { row: 7, column: { letter: 'D', name: 'value' }, before: '61,5 %', after: '61.5' },
      },
    ]);
  });
});

describe('a row without a figure', () => {
  it.each(['', '..', 'n/a', 'NaN', 'н/д', '–'])('is passed over, whatever else stands in it: %j', (cell) => {
    expect(check('Atlantis', 'nonsense', '', cell, '')).toEqual({ missing: cell });
  });
});

describe('a row of an area that is passed over', () => {
  it('is skipped, whatever else stands in it', () => {
    expect(check('WLD', 'nonsense', '', 'x', '')).toEqual({
      skipped: { alias: 'WLD', reason: 'an aggregate' },
    });
  });
});

describe('a fault', () => {
  it.each([
    ['country', '', 'missing_country'],
    ['country', 'KEX', 'unknown_area'],
    ['country', 'Atlantis', 'unknown_area'],
    ['indicator', ' ', 'missing_indicator'],
    ['indicator', 'NETUSES', 'unknown_indicator'],
    ['indicator', 'GONE', 'retired_indicator'],
    ['year', '', 'missing_year'],
    ['year', '2020.5', 'year_not_a_whole_number'],
    ['year', '20200', 'year_not_a_whole_number'],
    ['year', '2020-22', 'year_is_a_period'],
    ['year', '1445', 'year_of_another_calendar'],
    ['year', '1899', 'year_out_of_range'],
    ['year', '2027', 'year_in_future'],
    ['value', '<5', 'value_is_a_bound'],
    ['value', '5-7', 'value_is_a_range'],
    ['value', 'Jan-05', 'value_is_a_date'],
    ['value', '5 USD', 'value_with_unit'],
    ['value', '#REF!', 'spreadsheet_error'],
    ['value', '5 c', 'confidential_value'],
    ['value', '0x1F', 'value_with_unit'],
    ['value', '-inf', 'not_finite'],
    ['value', '1e999', 'not_finite'],
    ['value', '100.01', 'outside_hard_limits'],
    ['value', '-1', 'outside_hard_limits'],
    ['source', '', 'missing_source'],
    ['source', 'x'.repeat(501), 'text_too_long'],
    ['source', 'a\u0000b', 'control_character'],
    ['note', 'half \ud83d of one', 'control_character'],
    ['note', 'x'.repeat(4_001), 'text_too_long'],
    ['note', 'x'.repeat(32_769), 'cell_too_long'],
    ['status', 'guessed', 'unknown_status'],
    ['evidence', 'javascript:alert(1)', 'evidence_not_a_link'],
    ['evidence', 'see annex', 'evidence_not_a_link'],
  ])('in %s with %j is %s and nothing else', (column, cell, code) => {
    expect(codesOf(checkWith(column, cell))).toEqual([code]);
  });

  it('names row, column letter and header, and quotes the value', () => {
    expect(checkWith('value', '1992 or 93')).toEqual({
      problems: [
        {
          row: 7,
          column: { letter: 'D', name: 'value' },
          code: 'value_with_unit',
          value: '1992 or 93',
          params: { unit: 'or 93' },
        },
      ],
    });
  });

  it('suggests the code nearest to an unknown one', () => {
    expect(checkWith('country', 'KEM')).toMatchObject({ problems: [{ params: { suggestion: 'KEN' } }] });
    expect(checkWith('country', 'Albanja')).toMatchObject({
      problems: [{ params: { suggestion: 'Albania' } }],
    });
    expect(checkWith('indicator', 'SERVRES')).toMatchObject({
      problems: [{ params: { suggestion: 'SERVERS' } }],
    });
    expect(checkWith('country', 'Atlantis')).toMatchObject({ problems: [{ params: { suggested: 'no' } }] });
  });

  it('is told for each faulty cell of a row', () => {
    expect(codesOf(check('', '', '', 'many', ''))).toEqual([
      'missing_indicator',
      'missing_country',
      'missing_year',
      'not_a_number',
      'missing_source',
    ]);
  });

  it('quotes at most 200 characters of a value, and no control characters', () => {
    const verdict = checkWith('country', `a\u0007${'b'.repeat(300)}`);
    const value = 'problems' in verdict ? verdict.problems[0]?.value : undefined;
    expect(value).toBe(`a\u{fffd}${'b'.repeat(198)}…`);
  });
});

describe('an assessment on the ladder', () => {
  const assessment = (value: string, evidence: string, groups = 'government', confidence = ''): RowVerdict =>
    check('KEN', 'POLICY', '2024', value, 'Survey', '', '', '', evidence, groups, confidence);
  const LAW = 'https://example.org/law';

  it('is one of its levels with a link to what proves it', () => {
    expect(goodOf(assessment('3', 'https://example.org/law'))).toMatchObject({
      value: 3,
      evidence: 'https://example.org/law',
    });
  });

  it('is refused between levels and beyond them', () => {
    expect(codesOf(assessment('2.5', 'https://example.org/law'))).toEqual(['not_a_ladder_level']);
    expect(codesOf(assessment('5', 'https://example.org/law'))).toEqual(['not_a_ladder_level']);
  });

  it('is refused without a link, or with more than five', () => {
    expect(codesOf(assessment('3', ''))).toEqual(['missing_evidence']);
    expect(goodOf(assessment('3', `${LAW} ${LAW}/2;  ${LAW}/3`))).toMatchObject({
      evidence: `${LAW} ${LAW}/2 ${LAW}/3`,
    });
    expect(codesOf(assessment('3', Array(6).fill(LAW).join(' ')))).toEqual(['too_many_links']);
  });

  it('says who took part, in any of the six languages, and how sure they are', () => {
    const tookPart = [
      { group: 'government', persons: '<5' },
      { group: 'civil_society', persons: 10 },
    ];
    for (const groups of [
      'civil society (12); government (3)',
      'government (<5), Civil_Society (10)',
      'société civile : 12 | gouvernement (3 personnes)',
      'гражданское общество 12\nправительство 3',
      'المجتمع المدني (١٢)؛ الحكومة (٣)',
      '民间社会（12）、政府（3）',
    ]) {
      expect(goodOf(assessment('3', LAW, groups, 'High'))).toMatchObject({ tookPart, confidence: 'high' });
    }
    for (const sure of ['medium', 'Moyenne', 'media', 'средняя', 'متوسطة', '中等']) {
      expect(goodOf(assessment('3', LAW, 'government', sure))).toMatchObject({ confidence: 'medium' });
    }
    const bare = { group: 'international_organisation' };
    expect(goodOf(assessment('3', LAW, 'IGOs;'))).toMatchObject({ tookPart: [bare] });
  });

  it('is refused without groups, with an unknown one, one twice, or persons that cannot be counted', () => {
    expect(codesOf(assessment('3', LAW, ' ; '))).toEqual(['missing_groups']);
    expect(codesOf(assessment('3', LAW, 'academia'))).toEqual(['unknown_group']);
    expect(assessment('3', LAW, 'goverment')).toMatchObject({
      problems: [{ code: 'unknown_group', params: { suggested: 'yes', suggestion: 'government' } }],
    });
    expect(codesOf(assessment('3', LAW, 'ngo; civil society'))).toEqual(['group_named_twice']);
    expect(codesOf(assessment('3', LAW, 'government (0)'))).toEqual(['persons_not_a_number']);
    expect(codesOf(assessment('3', LAW, 'government (1.5)'))).toEqual(['persons_not_a_number']);
    expect(codesOf(assessment('3', LAW, 'government', 'quite'))).toEqual(['unknown_confidence']);
  });

  it('is quoted back with the numbers of persons protected', () => {
    const verdict = assessment('3', LAW, 'goverment (3); civil society (12), private <4');
    expect(verdict).toMatchObject({
      problems: [{ value: 'goverment (<5); civil society (10), private <5' }],
    });
  });

  it('leaves these columns of other figures alone', () => {
    const other = check(...GOOD, '', '', '', '', 'Group 7', 'quite');
    expect(goodOf(other)).toEqual(goodOf(check(...GOOD)));
  });
});
