import { SaxesParser } from 'saxes';
import { atomText } from '../../../../src/api/notices/notice-feed.js';

const A_FEED = {
  title: 'Submissions of us',
  base: 'https://progress.example.org',
  path: '/api/v1/communities/us/submissions.atom',
  page: '/en/submissions',
};

describe('atomText', () => {
  it('leaves out characters that XML does not know', () => {
    const notice = {
      id: 5,
      code: 'rejected',
      params: { reason: 'No\u0000thing\u000b \ufffe& nothing' },
      createdAt: new Date('2026-01-02T03:04:05Z'),
      receipt: 'f'.repeat(32),
      communityName: 'Us',
      fileName: 'a\u0007b.csv',
    } as const;
    const atom = atomText({ ...A_FEED, notices: [notice] }, 'en');
    expect(() => new SaxesParser().write(atom).close()).not.toThrow();
    expect(atom).toContain('“Nothing &amp; nothing”');
    expect(atom).toContain('Rejected: ab.csv');
  });

  it('says the same as long as nothing happened', () => {
    const feed = { ...A_FEED, notices: [] };
    expect(atomText(feed, 'en')).toBe(atomText(feed, 'en'));
    expect(atomText(feed, 'en')).toContain('<updated>1970-01-01T00:00:00.000Z</updated>');
  });
});
