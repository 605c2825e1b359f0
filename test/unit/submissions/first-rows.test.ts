import fc from 'fast-check';
import { FirstRows } from '../../../src/submissions/checking/first-rows.js';

const FIGURE = { area: 'KEN', indicator: 'NETUSE', year: 2020, source: 'Survey', edition: 'Survey' };

const figures = fc.array(
  fc.record({
    area: fc.constantFrom('KEN', 'BRA', 'FRA'),
    indicator: fc.constantFrom('NETUSE', 'POLICY'),
    year: fc.oneof(fc.integer({ min: 1900, max: 2200 }), fc.integer({ min: 2018, max: 2022 })),
    source: fc.constantFrom('Survey', 'Census'),
    edition: fc.constantFrom('Survey', 'Census', '2024'),
  }),
  { maxLength: 300 },
);

describe('the first rows of figures', () => {
  it('are told for each figure that stands in a row before, and for no other', () => {
    fc.assert(
      fc.property(figures, (all) => {
        const firstRows = new FirstRows();
        const known = new Map<string, number>();
        all.forEach((figure, index) => {
          const key = JSON.stringify(figure);
          expect(firstRows.take({ ...figure, row: index + 2 })).toBe(known.get(key));
          if (!known.has(key)) known.set(key, index + 2);
        });
      }),
    );
  });

  it('are kept apart where a source and an edition run together to the same text', () => {
    const firstRows = new FirstRows();
    firstRows.take({ ...FIGURE, row: 2, source: 'A', edition: 'BC' });
    expect(firstRows.take({ ...FIGURE, row: 3, source: 'AB', edition: 'C' })).toBeUndefined();
  });

  it('are all remembered in a file of very many series', () => {
    const firstRows = new FirstRows();
    const areas = Array.from({ length: 300 }, (_, at) => `A${String(at)}`);
    const years = [1900, 1907, 1908, 2000, 2026, 2200];
    const sources = Array.from({ length: 40 }, (_, at) => `Source ${String(at)}`);
    const takeAll = (): ReadonlySet<number | undefined> => {
      const found = new Set<number | undefined>();
      let row = 1;
      for (const source of sources)
        for (const area of areas)
          for (const year of years)
            found.add(firstRows.take({ ...FIGURE, row: ++row, area, year, source, edition: source }));
      return found;
    };
    expect(takeAll()).toEqual(new Set([undefined]));
    expect(takeAll().size).toBe(300 * 40 * years.length);
  });
});
