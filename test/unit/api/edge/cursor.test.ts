import fc from 'fast-check';
import { nextPageLink, readCursor, writeCursor } from '../../../../src/api/edge/cursor.js';

describe('cursors', () => {
  it('read as they were written', () => {
    expect(readCursor(writeCursor({ revision: 3, year: 2020 }), ['revision', 'year'])).toEqual({
      revision: 3,
      year: 2020,
    });
  });

  it('of another list are refused', () => {
    expect(() => readCursor(writeCursor({ offset: 3 }), ['row'])).toThrow(
      expect.objectContaining({ code: 'invalid_request' }),
    );
    expect(() => readCursor(writeCursor({ row: 3, offset: 3 }), ['row'])).toThrow(
      expect.objectContaining({ status: 400 }),
    );
  });

  it('that are none are refused, whatever they are', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => readCursor(text, ['row'])).toThrow(expect.objectContaining({ code: 'invalid_request' }));
      }),
    );
    for (const row of [1.5, -1, 2 ** 31, Number.MAX_SAFE_INTEGER]) {
      expect(() => readCursor(writeCursor({ row }), ['row'])).toThrow(
        expect.objectContaining({ code: 'invalid_request' }),
      );
    }
  });
});

describe('nextPageLink', () => {
  it('asks the same question with the cursor in place', () => {
    expect(nextPageLink('/api/v1/x?area=KEN,BRA&cursor=old', 'new')).toBe(
      '</api/v1/x?area=KEN%2CBRA&cursor=new>; rel="next"',
    );
  });
});
