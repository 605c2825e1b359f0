import { nearestWord } from '../../../src/platform/nearest-word.js';

describe('nearestWord', () => {
  it('finds the word meant behind a slip of the pen, whatever the case', () => {
    expect(nearestWord('official_txt', ['offical', 'official_text', 'basis'])).toBe('official_text');
    expect(nearestWord('ui_netuse', ['UI_NETUSE', 'UI_NETUSE_F2M'])).toBe('UI_NETUSE');
    expect(nearestWord('SHOER', ['WATER', 'SHORE'])).toBe('SHORE');
  });

  it('finds nothing when no word is within two slips', () => {
    expect(nearestWord('population', ['goals', 'areas'])).toBeUndefined();
    expect(nearestWord('KEN', [])).toBeUndefined();
  });

  it('does not take a short word for any other short word', () => {
    expect(nearestWord('X', ['A', 'B'])).toBeUndefined();
  });
});
