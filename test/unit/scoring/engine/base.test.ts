import { findBase } from '../../../../src/scoring/engine/base.js';

const rule = { baseYear: 2021, windowYears: 2, minSpanYears: 3 };
const years = (...found: readonly number[]) => found.map((year) => ({ year }));

describe('findBase', () => {
  it('is the value nearest to the base year, of two equally near the earlier, whatever their order', () => {
    expect(findBase(years(2019, 2020, 2023), 2026, rule).base).toEqual({ year: 2020 });
    expect(findBase(years(2020, 2022), 2026, rule).base).toEqual({ year: 2020 });
    expect(findBase(years(2022, 2020), 2026, rule).base).toEqual({ year: 2020 });
    expect(findBase(years(2023, 2021, 2020), 2026, rule).base).toEqual({ year: 2021 });
  });

  it('lies within the window, its edges included', () => {
    expect(findBase(years(2018, 2024), 2030, rule)).toEqual({ tooShort: false });
    expect(findBase(years(2019), 2026, rule)).toEqual({ base: { year: 2019 }, tooShort: false });
    expect(findBase(years(2023), 2026, rule).base).toEqual({ year: 2023 });
  });

  it('keeps the least span to the current value, and says when that leaves none', () => {
    expect(findBase(years(2021), 2024, rule)).toEqual({ base: { year: 2021 }, tooShort: false });
    expect(findBase(years(2022), 2024, rule)).toEqual({ tooShort: true });
    expect(findBase(years(2023), 2023, rule)).toEqual({ tooShort: false });
  });
});
