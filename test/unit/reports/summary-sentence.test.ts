import type { SummaryCounts } from '../../../src/reports/report.js';
import { summarySentence } from '../../../src/reports/summary-sentence.js';
import { wordsOf } from '../../../src/dashboard/words.js';

const words = wordsOf('en');
const nothing: SummaryCounts = {
  withTarget: 0,
  metOrOnTrack: 0,
  needAcceleration: 0,
  movingAway: 0,
  missed: 0,
  notAssessable: 0,
  withoutTarget: 0,
  improving: 0,
  declining: 0,
  lackData: 0,
};

describe('summarySentence', () => {
  it('counts those with a target, those without, and those without data', () => {
    const counts = {
      ...nothing,
      withTarget: 12,
      metOrOnTrack: 5,
      needAcceleration: 4,
      movingAway: 1,
      missed: 1,
      notAssessable: 1,
      withoutTarget: 20,
      improving: 11,
      declining: 2,
      lackData: 9,
    };
    expect(summarySentence(counts, words)).toBe(
      'Of 12 indicators with an agreed target and a current figure, 5 are met or on track, 4 need acceleration, ' +
        'one is moving away, one missed its target year, and one cannot be judged for lack of earlier figures to ' +
        'compare with; ' +
        'of 20 others, 11 are improving and 2 are declining; 9 lack current data.',
    );
  });

  it('speaks of one as one', () => {
    const counts = {
      ...nothing,
      withTarget: 1,
      metOrOnTrack: 1,
      withoutTarget: 1,
      improving: 1,
      lackData: 1,
    };
    expect(summarySentence(counts, words)).toBe(
      'The one indicator with an agreed target and a current figure is met or on track; ' +
        'of one other, one is improving; one lacks current data.',
    );
  });

  it.each([
    ['needAcceleration', 'needs acceleration'],
    ['movingAway', 'is moving away'],
    ['missed', 'missed its target year'],
    ['notAssessable', 'cannot be judged, for lack of an earlier figure to compare with'],
  ])('tells the state of the one indicator with a target: %s', (count, state) => {
    expect(summarySentence({ ...nothing, withTarget: 1, [count]: 1 }, words)).toBe(
      `The one indicator with an agreed target and a current figure ${state}; no other indicator has one; ` +
        'none lacks current data.',
    );
  });

  it('says that none is on track or improving, and leaves other zeros out', () => {
    const counts = { ...nothing, withTarget: 2, needAcceleration: 2, withoutTarget: 3 };
    expect(summarySentence(counts, words)).toBe(
      'Of 2 indicators with an agreed target and a current figure, none is met or on track and 2 need acceleration; ' +
        'of 3 others, none is improving; none lacks current data.',
    );
  });

  it('says so when there are only indicators without a target', () => {
    expect(summarySentence({ ...nothing, withoutTarget: 2, improving: 1, lackData: 3 }, words)).toBe(
      'No indicator with an agreed target has a current figure; of 2 others, one is improving; 3 lack current data.',
    );
  });

  it('says so when nothing is known at all', () => {
    expect(summarySentence({ ...nothing, lackData: 87 }, words)).toBe(
      'There are no current figures yet: all 87 indicators lack data.',
    );
  });
});
