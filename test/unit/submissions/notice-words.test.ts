import { NOTICE_CODES } from '../../../src/submissions/notices/notice.js';
import { noticeWords } from '../../../src/submissions/notices/notice-words.js';

describe('noticeWords', () => {
  it.each(NOTICE_CODES)('has whole words for %s, also when nothing more is known', (code) => {
    const { title, text } = noticeWords('en', { code, params: {} });
    expect(title).toMatch(/^[A-Z][a-z ]+$/);
    expect(text).toMatch(/[.”]$/);
  });

  it('says how many rows were received, and how many cells are to be corrected', () => {
    expect(noticeWords('en', { code: 'received', params: { rows: 1_000, good: 990 } }).text).toMatch(
      /^990 of 1,000 rows were received and wait/,
    );
    const returned = { code: 'returned', params: { cells: 2, reason: 'Why {so}?' } } as const;
    expect(noticeWords('en', returned).text).toBe(
      'A reviewer returned it and names 2 cells to correct: “Why {so}?”',
    );
  });
});
