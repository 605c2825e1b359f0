import type { AreaGroup } from '../../../src/catalogue/catalogue.js';
import { distribution, type Place } from '../../../src/reports/distribution.js';

const group = (members: readonly string[]): AreaGroup => ({
  code: 'G',
  kind: 'un_regional_group',
  name: 'Group',
  members,
});
const places: Readonly<Record<string, Place>> = {
  A: { score: 10, direction: 'improving' },
  B: { score: 20, direction: 'improving' },
  C: { score: 30, direction: 'steady' },
  D: { score: 40, direction: 'declining' },
  E: { score: 50 },
  F: { direction: 'improving' },
};

describe('distribution', () => {
  it('gives the middle country and the middle half of those with a score', () => {
    expect(distribution(group(['A', 'B', 'C', 'D', 'E', 'F']), (area) => places[area] ?? {})).toEqual({
      group: { code: 'G', kind: 'un_regional_group', name: 'Group' },
      members: 6,
      withScore: 5,
      median: 30,
      lowerQuartile: 20,
      upperQuartile: 40,
      improving: 2,
      steady: 1,
      declining: 1,
    });
  });

  it('describes no middle with fewer than five scores', () => {
    const few = distribution(group(['A', 'B', 'C', 'D']), (area) => places[area] ?? {});
    expect(few).toMatchObject({ members: 4, withScore: 4 });
    expect(few).not.toHaveProperty('median');
    expect(few).not.toHaveProperty('lowerQuartile');
  });

  it('counts nothing in an empty group', () => {
    expect(distribution(group([]), () => ({}))).toMatchObject({ members: 0, withScore: 0, improving: 0 });
  });
});
