import { hasMessage, translate } from '../../../src/language/translate.js';
import { problemWords } from '../../../src/submissions/checking/problem-words.js';
import { ROW_PROBLEM_CODES } from '../../../src/submissions/checking/row-problem.js';
import { SUBMISSION_STATES } from '../../../src/submissions/reviewing/review.js';

describe('the words of a problem', () => {
  it.each([...ROW_PROBLEM_CODES])('exist for %s: what is wrong and what is right', (code) => {
    expect(hasMessage(`row.${code}.detail`)).toBe(true);
    expect(hasMessage(`row.${code}.hint`)).toBe(true);
  });

  it('quote the value and give the suggestion', () => {
    const params = { suggested: 'yes', suggestion: 'KEN' };
    const words = problemWords('en', { row: 2, code: 'unknown_area', value: 'KEM', params });
    expect(words.detail).toContain('“KEM”');
    expect(words.hint).toMatch(/^Did you mean KEN\? /);
  });

  it.each([
    ['min', 'Its values are 0 or more (%).'],
    ['max', 'Its values are 9 or less (%).'],
    ['both', 'Its values lie from 0 to 9 (%).'],
  ])('tell the limits that hold: %s', (limits, hint) => {
    const params = { limits, min: 0, max: 9, unit: '%' };
    const words = problemWords('en', { row: 2, code: 'outside_hard_limits', value: '-1', params });
    expect(words.hint.startsWith(`${hint} `)).toBe(true);
  });
});

describe('the name of a state', () => {
  it.each([...SUBMISSION_STATES])('exists for %s', (state) => {
    expect(translate('en', `submission.state.${state}`)).not.toBe('');
  });
});
