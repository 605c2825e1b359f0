import {
  assessedIn,
  nextStepOf,
  rowsOf,
  stepsOf,
  type AssessmentDraft,
} from '../../../src/submissions/assessing/assessment-draft.js';

const EMPTY: AssessmentDraft = {
  reference: 'a',
  community: 'harbour',
  communityName: 'Harbour Watch',
  area: 'KEN',
  year: 2025,
  indicators: [],
  answers: {},
  version: 1,
  changedAt: new Date(0),
};
const TOLD: AssessmentDraft = {
  ...EMPTY,
  indicators: ['A', 'B', 'C'],
  tookPart: [{ group: 'government', persons: '<5' }, { group: 'civil_society' }],
  confidence: 'medium',
  answers: {
    A: {
      level: 0,
      evidence: 'https://a.example\nhttps://b.example',
      confidence: 'low',
      note: 'Heard in May',
    },
    B: { note: 'We do not agree' },
    OLD: { level: 4 },
  },
};

describe('a round of assessments', () => {
  it('goes on at the first step that nothing was said at', () => {
    const { tookPart: _, ...untold } = TOLD;
    expect(nextStepOf(EMPTY)).toBe('indicators');
    expect(nextStepOf(untold)).toBe('groups');
    expect(nextStepOf(TOLD)).toBe('C');
    expect(nextStepOf({ ...TOLD, indicators: ['A', 'B'] })).toBe('check');
  });

  it('has a step for each of its questions', () => {
    expect(stepsOf(TOLD)).toEqual(['indicators', 'groups', 'A', 'B', 'C', 'check']);
  });

  it('sends a row for each chosen indicator with a level, level 0 too, and none for the others', () => {
    expect(assessedIn(TOLD)).toEqual(['A']);
    expect(rowsOf(TOLD)).toEqual([
      {
        country: 'KEN',
        indicator: 'A',
        year: 2025,
        value: 0,
        source: 'Harbour Watch',
        groups: 'government (<5); civil_society',
        confidence: 'low',
        evidence: 'https://a.example https://b.example',
        note: 'Heard in May',
      },
    ]);
  });

  it('has the confidence of the round where an answer does not say another', () => {
    const [row] = rowsOf({ ...TOLD, answers: { A: { level: 2 } } });
    expect(row).toMatchObject({ value: 2, confidence: 'medium' });
  });
});
