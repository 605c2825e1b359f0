import { observationId, parseObservationId } from '../../../src/observations/observation-id.js';

describe('the public id of an observation', () => {
  it.each(['UI_NETUSE', 'A.B', 'x-1'])('can be read back, also with the indicator %s', (indicator) => {
    const parts = { area: 'KEN', indicator, year: 2020, seriesEditionId: 12, revisionFrom: 3 };
    expect(parseObservationId(observationId(parts))).toEqual(parts);
  });

  it.each(['', 'KEN', 'KEN.A.2020.1', 'KEN.A.20.1.1', 'KEN.A.2020.x.1', 'KEN.A.2020.1.99999999999'])(
    'is not %j',
    (text) => {
      expect(parseObservationId(text)).toBeUndefined();
    },
  );
});
