import { readDetail } from '../../../src/dashboard/administration/audit-detail.js';

describe('readDetail', () => {
  it('tells what changed, and leaves out what stayed', () => {
    const detail = {
      before: { name: 'Lake', areas: ['KEN'], region: 'Africa' },
      after: { name: 'Lake IGF', areas: ['KEN', 'UGA'], region: 'Africa', kind: 'other' },
    };
    expect(readDetail(detail)).toEqual({
      changes: [
        { name: 'name', before: 'Lake', after: 'Lake IGF' },
        { name: 'areas', before: 'KEN', after: 'KEN, UGA' },
        { name: 'kind', before: undefined, after: 'other' },
      ],
      facts: [],
    });
  });

  it('tells lists and single values without a name', () => {
    expect(readDetail({ community: 'lake-igf', before: [], after: ['reviewer'] })).toEqual({
      changes: [{ name: '', before: '–', after: 'reviewer' }],
      facts: [{ name: 'community', text: 'lake-igf' }],
    });
  });

  it('tells everything else as it stands', () => {
    const detail = {
      key: 3,
      erased: true,
      reason: '',
      roles: [],
      memberships: [{ community: 'a', roles: ['b'] }],
    };
    expect(readDetail(detail).facts.map(({ text }) => text)).toEqual([
      '3',
      'true',
      '',
      '–',
      'community: a; roles: b',
    ]);
  });
});
