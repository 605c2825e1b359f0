import { buildScoreBoard } from '../../../src/scoring/board/score-board.js';
import { auditIndicators } from '../../../src/scoring/audit/indicator-audit.js';
import { auditWeights } from '../../../src/scoring/audit/weight-audit.js';
import { aCatalogue, anArea, anIndicator, aSnapshot, type Figure } from './a-catalogue.js';

const codes = Array.from({ length: 26 }, (_, i) => `A${String.fromCharCode(65 + i)}A`);
const areas = codes.map((code) => anArea(code));

function figures(indicator: string, valueOf: (i: number) => number): Figure[] {
  return codes.map((area, i) => ({ area, indicator, year: 2026, value: valueOf(i) }));
}

describe('auditing indicators', () => {
  const posts = { kind: 'range', worst: 10, best: 20, scale: 'linear' } as const;
  const indicators = [anIndicator('ONLINE', 'open.1', { goalposts: posts }), anIndicator('SPEED', 'open.2')];
  const catalogue = aCatalogue({ areas, indicators });

  it('lists those that leave more than one country in twenty outside their goalposts', () => {
    const figured = [...figures('ONLINE', (i) => i + 4), ...figures('SPEED', (i) => i)];
    const [online, speed] = auditIndicators(catalogue, buildScoreBoard(catalogue, aSnapshot(figured)));
    expect(online).toMatchObject({ indicator: 'ONLINE', areas: 26, manyOutside: true, outlying: false });
    expect(online?.belowWorst).toBeCloseTo(6 / 26, 12);
    expect(online?.aboveBest).toBeCloseTo(9 / 26, 12);
    expect(speed).toMatchObject({ manyOutside: false, winsorised: 0, largestShift: 0, worstByRule: 0.62 });
  });

  it('says what treating outliers would do to a level', () => {
    const figured = figures('SPEED', (i) => (i === 25 ? 100 : i % 5));
    const [, speed] = auditIndicators(catalogue, buildScoreBoard(catalogue, aSnapshot(figured)));
    expect(speed).toMatchObject({ outlying: true, winsorised: 1, largestShift: 96 });
  });

  it('has nothing to say of an indicator without figures', () => {
    const [online] = auditIndicators(catalogue, buildScoreBoard(catalogue, aSnapshot([])));
    expect(online).toEqual({
      indicator: 'ONLINE',
      areas: 0,
      belowWorst: 0,
      aboveBest: 0,
      manyOutside: false,
      shape: { n: 0 },
      outlying: false,
      winsorised: 0,
      largestShift: 0,
    });
  });
});

describe('auditing weights', () => {
  it('sets what children decide beside what they weigh', () => {
    const catalogue = aCatalogue({ areas });
    const board = buildScoreBoard(
      catalogue,
      aSnapshot([...figures('ONLINE', (i) => 2 * i), ...figures('SPEED', () => 50)]),
    );
    const [principle] = auditWeights(catalogue, board);
    expect(principle).toMatchObject({
      node: 'open',
      areas: 26,
      children: [
        { code: 'open.1', nominal: 0.5 },
        { code: 'open.2', nominal: 0.5 },
      ],
    });
    expect(principle?.children[0]?.effective).toBeCloseTo(1, 12);
    expect('effective' in (principle?.children[1] ?? {})).toBe(false);
  });
});
