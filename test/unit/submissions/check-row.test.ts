import { checkRow, type RowVerdict } from '../../../src/submissions/check-row.js';
import { readHeader, type Layout } from '../../../src/submissions/layout.js';
import { smallVocabulary } from './small-vocabulary.js';

const HEADER = ['country', 'indicator', 'year', 'value', 'source', 'note', 'edition', 'status', 'evidence'];
const GOOD = ['KEN', 'NETUSE', '2020', '61.5', 'Survey'];
const vocabulary = smallVocabulary();

function layoutOf(header: readonly string[]): Layout {
  const { layout } = readHeader(header, 1);
  if (layout === undefined) throw new Error('The header has no layout');
  return layout;
}

function check(...cells: readonly string[]): RowVerdict {
  return checkRow(cells, 7, layoutOf(HEADER), vocabulary);
}

/** A row that is good but for one column. */
function checkWith(column: string, cell: string): RowVerdict {
  const cells = HEADER.map((name, index) => (name === column ? cell : (GOOD[index] ?? '')));
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
    ['-0', -0],
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

  it('may leave out cells at the end that need not be filled', () => {
    expect(goodOf(check(...GOOD))).toMatchObject({ area: 'KEN' });
  });

  it('may have empty cells beyond the header', () => {
    expect(goodOf(check(...GOOD, '', '', '', '', '', ' '))).toMatchObject({ area: 'KEN' });
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
    ['year', '2020/21', 'year_not_a_whole_number'],
    ['year', '20200', 'year_out_of_range'],
    ['year', '1899', 'year_out_of_range'],
    ['year', '2027', 'year_in_future'],
    ['value', '', 'missing_value'],
    ['value', '1,5', 'not_a_number'],
    ['value', '12%', 'not_a_number'],
    ['value', '1 000', 'not_a_number'],
    ['value', '0x1F', 'not_a_number'],
    ['value', '..', 'not_a_number'],
    ['value', 'NaN', 'not_finite'],
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
    const verdict = checkRow(
      ['61,5', 'KEN', 'NETUSE', '2020', 'Survey'],
      12,
      layoutOf([' Value ', 'COUNTRY', 'Indicator', 'year', 'source']),
      vocabulary,
    );
    expect(verdict).toEqual({
      problems: [
        {
          row: 12,
          column: { letter: 'A', name: 'Value' },
          code: 'not_a_number',
          value: '61,5',
          params: { comma: 'yes' },
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
    expect(codesOf(check('', '', '', '', ''))).toEqual([
      'missing_country',
      'missing_indicator',
      'missing_year',
      'missing_value',
      'missing_source',
    ]);
  });

  it('quotes at most 200 characters of a value, and no control characters', () => {
    const verdict = checkWith('country', `a\u0007${'b'.repeat(300)}`);
    const value = 'problems' in verdict ? verdict.problems[0]?.value : undefined;
    expect(value).toBe(`a\u{fffd}${'b'.repeat(198)}…`);
  });
});

describe('a row of another width than the header', () => {
  it('has too few cells when one that is needed is cut off, and is not read further', () => {
    expect(codesOf(check('KEN', 'nonsense', '2020', '5'))).toEqual(['too_few_cells']);
  });

  it('has too many cells when one beyond the header is filled, and is not read further', () => {
    expect(codesOf(check('nonsense', ...GOOD.slice(1), '', '', '', '', 'more'))).toEqual(['too_many_cells']);
  });
});

describe('an assessment on the ladder', () => {
  const assessment = (value: string, evidence: string): RowVerdict =>
    check('KEN', 'POLICY', '2024', value, 'Survey', '', '', '', evidence);

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

  it('is refused without a link', () => {
    expect(codesOf(assessment('3', ''))).toEqual(['missing_evidence']);
  });
});
