import { scaleQuestion, type ScaleEvidence } from '../../../src/observations/arrival-scale.js';

const evidence = (more: Partial<ScaleEvidence> = {}): ScaleEvidence => ({
  indicator: 'NETUSE',
  size: 100,
  filled: 100,
  largest: 0.9,
  row: 2,
  value: 0.5,
  compared: 50,
  power: -2,
  agreeing: 50,
  ...more,
});
const ask = (...series: readonly ScaleEvidence[]) => scaleQuestion(series, () => 100);

describe('the question of the scale', () => {
  it('is asked when four in five of the values are off by one factor', () => {
    expect(ask(evidence({ agreeing: 40 }))).toEqual({
      code: 'scale_factor',
      choices: ['1', '100'],
      params: { indicator: 'NETUSE', factor: '100' },
      example: { row: 2, value: '0.5', readings: ['0.5', '50'] },
    });
    expect(ask(evidence({ agreeing: 39 }))).toBeUndefined();
    expect(ask(evidence({ power: null }))).toBeUndefined();
  });

  it('is asked of values too large as of values too small', () => {
    for (const [power, factor] of [
      [6, '0.000001'],
      [3, '0.001'],
      [2, '0.01'],
      [-3, '1000'],
      [-6, '1000000'],
    ] as const) {
      expect(ask(evidence({ power }))).toMatchObject({ choices: ['1', factor], params: { factor } });
    }
  });

  it('needs three values to compare, or all there are', () => {
    expect(ask(evidence({ compared: 2, agreeing: 2 }))).toBeUndefined();
    expect(ask(evidence({ compared: 2, agreeing: 2, size: 2 }))).toBeDefined();
  });

  it('is asked of values with nothing to compare when all are one or less of an indicator up to a hundred', () => {
    const alone = evidence({ compared: 0, power: null, agreeing: 0 });
    expect(ask(alone)).toMatchObject({ choices: ['1', '100'] });
    expect(scaleQuestion([alone], () => 1)).toBeUndefined();
    expect(ask({ ...alone, largest: 1.1 })).toBeUndefined();
    expect(ask({ ...alone, filled: 2 })).toBeUndefined();
  });

  it('offers no factor for all values when only those of one indicator are off', () => {
    const other = evidence({ indicator: 'SERVERS', power: null });
    expect(ask(other, evidence())).toMatchObject({ code: 'scale_factor_of_one', choices: ['1'] });
  });
});
