import { checkValue, type ValueRules } from '../../../src/submissions/checking/check-value.js';
import { smallCatalogue } from './small-vocabulary.js';

const [percent, , ladder] = smallCatalogue.indicators;
const rules = (more: Partial<ValueRules> = {}): ValueRules => ({
  ladderLevels: [0, 1, 2],
  year: 2018,
  ...more,
});
const reversed = { indicator: 'NETUSE', before: 2019, kind: 'reversed', reason: '' } as const;
const smaller = { indicator: 'NETUSE', before: 2020, kind: 'smaller', most: 1, reason: '' } as const;

describe('whether a number can be true of an indicator', () => {
  it('is not asked when the indicator is not known', () => {
    expect(checkValue(-7, undefined, rules())).toBe(-7);
  });

  it('is refused for years in which the scale ran the other way, whatever else is said', () => {
    const fault = { fault: 'scale_ran_other_way', params: { before: 2019 } };
    expect(checkValue(40, percent, rules({ scaleTrap: reversed }))).toEqual(fault);
    const said = { scaleTrap: reversed, isScaleSaid: true, isDoubted: true };
    expect(checkValue(40, percent, rules(said))).toEqual(fault);
    expect(checkValue(40, percent, rules({ scaleTrap: reversed, year: 2019 }))).toBe(40);
    expect(checkValue(40, percent, rules({ scaleTrap: reversed, year: undefined }))).toBe(40);
  });

  it('is refused when it seems to be on the smaller scale of its time, unless the scale is said', () => {
    const fault = { fault: 'scale_was_smaller', params: { before: 2020, most: 1 } };
    expect(checkValue(1, percent, rules({ scaleTrap: smaller }))).toEqual(fault);
    expect(checkValue(1, percent, rules({ scaleTrap: smaller, isScaleSaid: true }))).toBe(1);
    for (const value of [0, 1.1, 83]) {
      expect(checkValue(value, percent, rules({ scaleTrap: smaller }))).toBe(value);
    }
    expect(checkValue(1, percent, rules({ scaleTrap: smaller, year: 2020 }))).toBe(1);
  });

  it('is left to a reviewer beyond the limits when the sender doubts it, but not beside the ladder', () => {
    expect(checkValue(101, percent, rules())).toMatchObject({ fault: 'outside_hard_limits' });
    expect(checkValue(101, percent, rules({ isDoubted: true }))).toBe(101);
    expect(checkValue(3, ladder, rules({ isDoubted: true }))).toMatchObject({ fault: 'not_a_ladder_level' });
  });
});
