import {
  readSelection,
  codesAsked,
  isSelected,
  yearsAsked,
  type Selection,
} from '../../../../src/api/sdmx/selection.js';
import type { Code, CodeLists } from '../../../../src/reports/sdmx/code-lists.js';
import type { Flow } from '../../../../src/reports/sdmx/flow.js';

const FLOW: Flow = {
  id: 'FLOW',
  structure: 'DSD',
  components: [
    { id: 'FREQ', role: 'dimension', codes: 'CL_FREQ' },
    { id: 'AREA', role: 'dimension', codes: 'CL_AREA' },
    { id: 'TIME_PERIOD', role: 'time' },
    { id: 'VALUE', role: 'measure', type: 'Double' },
    { id: 'NOTE', role: 'attribute', of: 'observation', type: 'String' },
  ],
};
const LISTS: CodeLists = new Map([
  ['CL_FREQ', listOf('A')],
  ['CL_AREA', listOf('KEN', 'BRA', 'BEN')],
]);

function listOf(...codes: readonly string[]): ReadonlyMap<string, Code> {
  return new Map(codes.map((code) => [code, { id: code, code, name: code }]));
}

function selection(key: string, filters: Readonly<Record<string, string>> = {}): Selection {
  return readSelection(FLOW, key, new Map(Object.entries(filters)), LISTS);
}

function selects(
  filters: Readonly<Record<string, string>>,
  values: Readonly<Record<string, string | number>>,
): boolean {
  return isSelected(selection('*', filters), { action: 'I', values: { FREQ: 'A', AREA: 'KEN', ...values } });
}

describe('what is asked for of a flow', () => {
  it.each([
    // filter, value, fits: the table of the standard, with values for A, B and C
    ['10', 10, true],
    ['10,20', 20, true],
    ['ge:10', 10, true],
    ['gt:10', 10, false],
    ['lt:10', 9.5, true],
    ['le:10', 10.5, false],
    ['ge:10+le:20', 15, true],
    ['ge:10+le:20', 25, false],
    ['ge:10+le:20,ge:30+le:40', 35, true],
    ['ge:10+le:20,ge:30+le:40', 25, false],
    ['ne:10', 11, true],
    ['ne:10+ne:11', 11, false],
    ['ne:10,ne:11', 11, true],
    ['5,10+10', 10, true],
    ['5,10+11', 10, false],
  ])('by %s takes %d: %s', (filter, value, fits) => {
    expect(selects({ VALUE: filter }, { VALUE: value })).toBe(fits);
  });

  it.each([
    ['2015', 2015, true],
    ['2015-A1', 2015, true],
    ['2015-06', 2015, false],
    ['ge:2015-01-01', 2015, true],
    ['ge:2015-01-02', 2015, false],
    ['le:2015-12', 2015, true],
    ['le:2015-11', 2015, false],
    ['gt:2014-02', 2015, true],
    ['lt:2016-02-29', 2015, true],
    ['lt:2015-06', 2015, false],
    ['sw:20', 2015, true],
  ])('in periods by %s takes %d: %s', (filter, year, fits) => {
    expect(selects({ TIME_PERIOD: filter }, { TIME_PERIOD: String(year) })).toBe(fits);
  });

  it.each([
    ['co:quick', true],
    ['nc:quick', false],
    ['sw:the', true],
    ['ew:fox', true],
    ['ew:dog', false],
  ])('in texts by %s: %s', (filter, fits) => {
    expect(selects({ NOTE: filter }, { NOTE: 'the quick fox' })).toBe(fits);
    expect(selects({ NOTE: 'nc:anything' }, {})).toBe(true);
    expect(selects({ NOTE: 'co:anything' }, {})).toBe(false);
  });

  it('by several keys takes what fits one of them, and tells which codes that may be', () => {
    const asked = selection('A.KEN,A.BRA');
    const fits = (AREA: string): boolean => isSelected(asked, { action: 'I', values: { FREQ: 'A', AREA } });
    expect([fits('KEN'), fits('BRA'), fits('BEN')]).toEqual([true, true, false]);
    expect(codesAsked(asked, 'AREA', LISTS)).toEqual(['KEN', 'BRA']);
    expect(codesAsked(selection('A.*,A.BRA'), 'AREA', LISTS)).toBeUndefined();
    expect(codesAsked(selection('.KEN', { AREA: 'sw:B' }), 'AREA', LISTS)).toEqual([]);
    expect(codesAsked(selection('*', { AREA: 'sw:B' }), 'AREA', LISTS)).toEqual(['BRA', 'BEN']);
  });

  it('tells which years it may be', () => {
    expect(yearsAsked(selection('*'))).toBeUndefined();
    expect(yearsAsked(selection('*', { TIME_PERIOD: 'ge:2015+lt:2018,2020' }))).toEqual([
      2015, 2016, 2017, 2020,
    ]);
    expect(yearsAsked(selection('*', { TIME_PERIOD: 'lt:1900' }))).toEqual([]);
  });

  it.each([
    ['A.NOWHERE', {}],
    ['A.KEN.2015', {}],
    ['*', { AREA: 'NOWHERE' }],
    ['*', { VALUE: 'many' }],
    ['*', { VALUE: 'co:1' }],
    ['*', { TIME_PERIOD: '2015-13' }],
    ['*', { TIME_PERIOD: 'ge:' }],
    ['*', { COLOUR: 'red' }],
  ])('refuses %s with %j', (key, filters) => {
    expect(() => selection(key, filters as Readonly<Record<string, string>>)).toThrow(
      expect.objectContaining({ code: 'invalid_request', status: 400 }),
    );
  });
});
