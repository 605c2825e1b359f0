import { jsonFault } from '../../../../src/api/edge/json-fault.js';

describe('the place where a text stops being JSON', () => {
  it.each([
    ['', 1, 1, ''],
    ['{', 1, 2, ''],
    ['{"rows": [', 1, 11, ''],
    ['{"rows": [1,]}', 1, 13, ']'],
    ['{"a": 1,}', 1, 9, '}'],
    ['{a: 1}', 1, 2, 'a'],
    ["{'a': 1}", 1, 2, "'"],
    ['{"a": NaN}', 1, 7, 'NaN'],
    ['{\n  "a": 01\n}', 2, 8, '01'],
    ['{\n  "a": tru\n}', 2, 8, 'tru'],
    ['["a\nb"]', 1, 4, '\n'],
    ['["a\\x"]', 1, 4, '\\'],
    ['["never closed', 1, 15, ''],
    ['[1] 2', 1, 5, '2'],
    ['[1}', 1, 3, '}'],
    ['{"a" 1}', 1, 6, '1'],
    ['{1: 2}', 1, 2, '1'],
  ])('%j: line %i, character %i', (text, line, character, found) => {
    expect(jsonFault(text)).toEqual({ line, character, found });
    expect(() => JSON.parse(text) as unknown).toThrow();
  });

  it.each([
    'null',
    ' {"a" : [ 1 , -2.5e+3 , true , { } , [ ] , "\\u00e9\\n\\"" ] } ',
    '"\u007f\u2028"',
    '0',
    '[[[]]]',
  ])('is none in %j', (text) => {
    expect(jsonFault(text)).toBeUndefined();
    expect(() => JSON.parse(text) as unknown).not.toThrow();
  });

  it('is found in millions of characters', () => {
    const text = `["${'a\\n'.repeat(1_000_000)}",`;
    expect(jsonFault(`${text}]`)?.found).toBe(']');
  });

  it('is there exactly when JSON.parse finds one', () => {
    const parts = ['{', '}', '[', ']', ',', ':', '"a"', '1', '-', 'null', ' ', '\\', '"'];
    const isJson = (text: string): boolean => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    const texts = ['', '', '', '', ''].reduce<string[]>(
      (all) => all.flatMap((text) => [text, ...parts.map((part) => text + part)]).slice(-40_000),
      [''],
    );
    expect(texts.filter((text) => (jsonFault(text) === undefined) !== isJson(text))).toEqual([]);
    expect(texts.filter(isJson).length).toBeGreaterThan(100);
  });
});
