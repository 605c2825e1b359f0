import { averageOverYears } from '../../../../src/scoring/engine/averaged-value.js';
import type { Candidate } from '../../../../src/scoring/engine/candidate.js';
import { comparableBlock } from '../../../../src/scoring/engine/comparable-block.js';
import { chooseCurrent } from '../../../../src/scoring/engine/current-value.js';

function aCandidate(own: Partial<Candidate> = {}): Candidate {
  return { year: 2024, value: 50, doubtful: false, source: 0, edition: 0, order: 0, ...own };
}

const sameEdition = (a: Candidate, b: Candidate): boolean => a.source === b.source && a.edition === b.edition;
const always = (): boolean => true;

describe('chooseCurrent', () => {
  it('is undefined when nothing was observed up to the year', () => {
    expect(chooseCurrent([aCandidate({ year: 2027 })], 2026, 3)).toBeUndefined();
  });

  it('takes the latest value, never a later one for an earlier year', () => {
    const candidates = [2020, 2023, 2025].map((year) => aCandidate({ year }));
    expect(chooseCurrent(candidates, 2024, 3)).toEqual({ chosen: candidates[1], ageYears: 1, stale: false });
  });

  it('is fresh on the last year of its freshness and stale after it', () => {
    expect(chooseCurrent([aCandidate({ year: 2023 })], 2026, 3)?.stale).toBe(false);
    expect(chooseCurrent([aCandidate({ year: 2022 })], 2026, 3)?.stale).toBe(true);
  });

  it('asks the first source first, even for an older value, while that is fresh', () => {
    const first = aCandidate({ year: 2023 });
    const second = aCandidate({ year: 2026, source: 1 });
    expect(chooseCurrent([second, first], 2026, 3)?.chosen).toBe(first);
    expect(chooseCurrent([second, { ...first, year: 2022 }], 2026, 3)?.chosen).toBe(second);
  });

  it('skips doubtful values for the latest other one', () => {
    const sure = aCandidate({ year: 2023 });
    expect(chooseCurrent([aCandidate({ year: 2025, doubtful: true }), sure], 2026, 3)?.chosen).toBe(sure);
    expect(chooseCurrent([aCandidate({ doubtful: true })], 2026, 3)).toBeUndefined();
  });

  it('prefers the newest edition that has a fresh value', () => {
    const revised = aCandidate({ edition: 1, value: 48 });
    expect(chooseCurrent([aCandidate(), revised], 2026, 3)?.chosen).toBe(revised);
    const backcast = aCandidate({ edition: 2, year: 2010 });
    expect(chooseCurrent([aCandidate(), revised, backcast], 2026, 3)?.chosen).toBe(revised);
  });

  it('goes by source, then edition, then year, then what was received last, whatever the order of the input', () => {
    const inOrder = [
      aCandidate({ year: 2023, edition: 1 }),
      aCandidate({ year: 2024, order: 3 }),
      aCandidate({ year: 2024, order: 2 }),
      aCandidate({ year: 2023, order: 9 }),
      aCandidate({ year: 2026, edition: 7, source: 1 }),
    ];
    for (let rank = 0; rank < inOrder.length; rank += 1) {
      const left = inOrder.slice(rank);
      expect(chooseCurrent(left, 2026, 3)?.chosen).toBe(left[0]);
      expect(chooseCurrent(left.toReversed(), 2026, 3)?.chosen).toBe(left[0]);
    }
  });

  it('goes by source, then year, then edition when all are stale, whatever the order of the input', () => {
    const inOrder = [
      aCandidate({ year: 2016, edition: 1 }),
      aCandidate({ year: 2016 }),
      aCandidate({ year: 2015, edition: 2 }),
      aCandidate({ year: 2018, source: 1 }),
    ];
    for (let rank = 0; rank < inOrder.length; rank += 1) {
      const left = inOrder.slice(rank);
      expect(chooseCurrent(left, 2026, 3)?.chosen).toBe(left[0]);
      expect(chooseCurrent(left.toReversed(), 2026, 3)?.chosen).toBe(left[0]);
    }
  });

  it('shows the latest value of the first source when all are stale', () => {
    const latest = aCandidate({ year: 2018 });
    const candidates = [
      aCandidate({ year: 2012, edition: 1 }),
      latest,
      aCandidate({ year: 2019, source: 1 }),
    ];
    expect(chooseCurrent(candidates, 2026, 3)).toEqual({ chosen: latest, ageYears: 8, stale: true });
  });
});

describe('comparableBlock', () => {
  it('keeps to the edition of the current value and reports what it left out', () => {
    const current = aCandidate({ year: 2025, edition: 1 });
    const kept = aCandidate({ year: 2023, edition: 1 });
    const block = comparableBlock(current, [aCandidate({ year: 2020 }), kept, current], sameEdition);
    expect(block).toEqual({ values: [kept, current], broken: true });
  });

  it('is not broken by other values of a year it covers, nor by doubtful or later ones', () => {
    const current = aCandidate({ year: 2025, edition: 1 });
    const kept = aCandidate({ year: 2023, edition: 1 });
    const others = [
      aCandidate({ year: 2023 }),
      aCandidate({ year: 2020, doubtful: true }),
      aCandidate({ year: 2026 }),
    ];
    expect(comparableBlock(current, [kept, current, ...others], sameEdition).broken).toBe(false);
  });

  it('has one value a year: of the current edition before other comparable ones', () => {
    const current = aCandidate({ year: 2025, edition: 1 });
    const own = aCandidate({ year: 2023, edition: 1 });
    const other = aCandidate({ year: 2023, edition: 2 });
    expect(comparableBlock(current, [other, own, current], always).values).toEqual([own, current]);
  });

  it('prefers the own edition, then the own source, then who is asked first, and lists the oldest first', () => {
    const current = aCandidate({ year: 2025, source: 1, edition: 1 });
    const inOrder = [
      aCandidate({ source: 1, edition: 1 }),
      aCandidate({ source: 1, edition: 3 }),
      aCandidate({ source: 1, edition: 2 }),
      aCandidate({ source: 0, edition: 1 }),
      aCandidate({ source: 2, edition: 1 }),
    ];
    const older = aCandidate({ year: 2022 });
    for (let rank = 0; rank < inOrder.length; rank += 1) {
      const left = inOrder.slice(rank);
      const expected = [older, left[0], current];
      expect(comparableBlock(current, [...left, older], always).values).toEqual(expected);
      expect(comparableBlock(current, [...left.toReversed(), older], always).values).toEqual(expected);
    }
  });
});

describe('averageOverYears', () => {
  const counts = [2022, 2023, 2024, 2025].map((year, i) => aCandidate({ year, value: [6, 0, 3, 0][i] ?? 0 }));

  it('is the mean of the years up to each year', () => {
    const averaged = averageOverYears(counts, 3, sameEdition);
    expect(averaged.map(({ year, value }) => [year, value])).toEqual([
      [2023, 3],
      [2024, 3],
      [2025, 1],
    ]);
  });

  it('takes two years where two are asked for', () => {
    const averaged = averageOverYears(counts, 2, sameEdition);
    expect(averaged.map(({ year, value }) => [year, value])).toEqual([
      [2023, 3],
      [2024, 1.5],
      [2025, 1.5],
    ]);
  });

  it('has no value for a year that stands alone, or alone in its edition', () => {
    expect(averageOverYears([aCandidate(), aCandidate({ year: 2020 })], 3, sameEdition)).toEqual([]);
    expect(averageOverYears([aCandidate(), aCandidate({ year: 2023, edition: 1 })], 3, sameEdition)).toEqual(
      [],
    );
    const declared = averageOverYears(
      [aCandidate(), aCandidate({ year: 2023, edition: 1, value: 30 })],
      3,
      always,
    );
    expect(declared.map(({ year, value }) => [year, value])).toEqual([[2024, 40]]);
  });

  it('leaves the values alone when one year is asked for', () => {
    expect(averageOverYears(counts, 1, sameEdition)).toBe(counts);
  });
});
