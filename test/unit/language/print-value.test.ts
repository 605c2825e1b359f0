import {
  printExactValue,
  printPercent,
  printQuantity,
  printValue,
  printYear,
} from '../../../src/language/print-value.js';

describe('printValue', () => {
  it.each([
    [97, '97'],
    [97.3, '97.3'],
    [1234567, '1,234,567'],
    [0.001234, '0.001234'],
    [0.00123456, '0.001235'],
    [12.345678901234, '12.35'],
    [54321.6, '54,322'],
    [-1.5, '-1.5'],
  ])('prints %d as %s', (value, printed) => {
    expect(printValue(value, 'en')).toBe(printed);
  });
});

describe('printQuantity', () => {
  it('writes percentages as each language does, and other units in brackets', () => {
    expect(printQuantity(84.5, '% of population', 'en')).toBe('84.5% of population');
    expect(printQuantity(12.3456, '% de la population', 'fr')).toMatch(/^12,35\s%\sde la population$/);
    expect(printQuantity(1200, 'events per year', 'en')).toBe('1,200 (events per year)');
  });
});

describe('printExactValue', () => {
  it('keeps every digit that is carried', () => {
    expect(printExactValue(12.345678901234, 'en')).toBe('12.345678901234');
    expect(printExactValue(0.1, 'fr')).toBe('0,1');
  });
});

describe('printPercent', () => {
  it('prints a share as a whole percentage', () => {
    expect(printPercent(0.666, 'en')).toBe('67%');
  });
});

describe('printYear', () => {
  it('has no thousands separator', () => {
    expect(printYear(2026, 'en')).toBe('2026');
  });
});
