import {
  flagMeanings,
  gravestStatus,
  natureOfFigure,
  observationStatus,
} from '../../../../src/submissions/reading/value-flag.js';

describe('a status of SDMX', () => {
  it.each([
    ['', { status: 'normal' }],
    ['A', { status: 'normal' }],
    ['e', { status: 'estimated' }],
    ['P', { status: 'provisional' }],
    ['U', { status: 'doubtful' }],
    ['B', { note: '[B]' }],
    ['B: Break in series', { note: '[B: Break in series]' }],
    ['I', { status: 'estimated', note: '[I]' }],
    ['A: Normal value', { status: 'normal' }],
    ['E, Estimated value', { status: 'estimated' }],
    ['E (estimated)', { status: 'estimated' }],
    ['F', { fault: 'forecast_value' }],
    ['M', { isMissing: true }],
    ['Q', { isMissing: true }],
  ])('%p means %p', (code, meaning) => expect(observationStatus(code)).toEqual(meaning));

  it.each(['X', 'AB', 'toString', 'Estimated', '__proto__'])('%p is unknown', (code) => {
    expect(observationStatus(code)).toBeUndefined();
  });
});

describe('a nature of the UN', () => {
  it('tells estimates and models from the figures of countries', () => {
    expect(natureOfFigure('E')).toEqual({ status: 'estimated' });
    expect(natureOfFigure('M')).toEqual({ status: 'modelled' });
    expect(natureOfFigure('C')).toEqual({ status: 'normal', note: '[C]' });
    expect(natureOfFigure('N')).toEqual({ isMissing: true });
    expect(natureOfFigure('Z')).toBeUndefined();
  });
});

describe('letters behind a figure', () => {
  it('are read one by one', () => {
    expect(flagMeanings('bep')).toHaveLength(3);
    expect(flagMeanings('est.')).toEqual([{ status: 'estimated' }]);
  });

  it.each(['bn', 'B', 'bp', 'pb', 'bps', 'pp', 'km', 'xyz', 'constructor', ''])(
    '%p are no mark',
    (letters) => {
      expect(flagMeanings(letters)).toBeUndefined();
    },
  );
});

describe('the gravest status', () => {
  it('is the one that says most against the figure', () => {
    expect(gravestStatus(['provisional', 'doubtful', 'estimated', undefined])).toBe('doubtful');
    expect(gravestStatus([undefined])).toBeUndefined();
  });
});
