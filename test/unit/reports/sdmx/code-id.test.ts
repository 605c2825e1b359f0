import fc from 'fast-check';
import { agencyId, codeId } from '../../../../src/reports/sdmx/code-id.js';

describe('a code in SDMX', () => {
  it('is itself where SDMX allows its characters', () => {
    expect(['UI_NETUSE', 'GDC-11b', 'P2', 'KEN'].map(codeId)).toEqual(['UI_NETUSE', 'GDC-11b', 'P2', 'KEN']);
  });

  it('is always allowed, and another for every other code', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        (one, other) => {
          expect(codeId(one)).toMatch(/^[A-Za-z0-9_@$-]+$/);
          expect(codeId(one) === codeId(other)).toBe(one === other);
        },
      ),
    );
  });

  it('of an agency begins with a letter', () => {
    expect([agencyId('iww'), agencyId('human-development'), agencyId('2030')]).toEqual([
      'IWW',
      'HUMAN_DEVELOPMENT',
      'A2030',
    ]);
  });
});
