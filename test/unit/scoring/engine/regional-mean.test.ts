import { meanOfRegion } from '../../../../src/scoring/engine/regional-mean.js';

describe('meanOfRegion', () => {
  it('is the mean of the levels there are, whatever their order', () => {
    expect(meanOfRegion([undefined, 40, 0, 80], 1)).toBe(40);
    expect(meanOfRegion([0.1, 0.2, 0.3], 3)).toBe(meanOfRegion([0.3, 0.1, 0.2], 3));
  });

  it('is nothing with fewer values than asked for, or none', () => {
    expect(meanOfRegion([40, 80, undefined], 3)).toBeUndefined();
    expect(meanOfRegion([40, 80, 60], 3)).toBe(60);
    expect(meanOfRegion([undefined], 0)).toBeUndefined();
    expect(meanOfRegion([], 1)).toBeUndefined();
  });
});
