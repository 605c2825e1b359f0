import { readFile } from 'node:fs/promises';
import { hasMessage } from '../../../src/language/translate.js';
import { NEWS_EVENTS, newsWords } from '../../../src/submissions/notices/news.js';
import { NOTICE_CODES } from '../../../src/submissions/notices/notice.js';
import {
  audienceOf,
  daysUntil,
  NOTIFICATION_MATRIX,
  type Telling,
} from '../../../src/submissions/notices/notification-matrix.js';

describe('the notification matrix', () => {
  it('says of each notice on a submission whom it is mailed to', () => {
    expect(NOTICE_CODES.map(audienceOf)).toEqual([
      ...Array<string>(9).fill('senders'),
      ...['reviewers', 'administrators'],
    ]);
  });

  it('has a row for all that is mailed, and words for all of it', () => {
    const mailed = NOTIFICATION_MATRIX.filter(({ ways }: Telling) => ways.includes('mail'));
    const known = ['key_expires', 'release_published', ...NOTICE_CODES, ...NEWS_EVENTS];
    expect(new Set(mailed.map(({ event }) => event))).toEqual(new Set(known));
    for (const event of NEWS_EVENTS) {
      expect([event, hasMessage(`following.news.${event}.text`)]).toEqual([event, true]);
    }
  });

  it('tells nobody twice by the same row', () => {
    const rows = NOTIFICATION_MATRIX.map(({ event, audience }) => `${event} ${audience}`);
    expect(new Set(rows).size).toBe(rows.length);
  });

  it('waits as long as it says', () => {
    expect([daysUntil('returned'), daysUntil('reviewers_reminded'), daysUntil('key_expires')]).toEqual([
      0, 7, 14,
    ]);
  });

  it('stands in the documentation', async () => {
    const page = await readFile(new URL('../../../docs/notices.md', import.meta.url), 'utf8');
    const cells = (line: string): readonly string[] => line.split('|').map((cell) => cell.trim());
    const documented = page.split('\n').filter((line) => /^\| `\w+`/.test(line));
    expect(documented.map(cells)).toEqual(NOTIFICATION_MATRIX.map((row) => cells(lineOf(row))));
  });
});

describe('a mail about something else', () => {
  it('names the country in the language of its reader, and where it can be ended', () => {
    const params = { page: 'statements/1', community: 'Argentina IGF', area: 'ARG', areaName: 'Argentina' };
    const news = { event: 'statement_waits', params } as const;
    const { text } = newsWords('en', news, 'https://progress.example.org', 'https://end.example.org');
    expect(text).toContain('Argentina IGF sent a statement on Argentina.');
    expect(text).toContain('https://progress.example.org/en/statements/1');
    expect(text).toContain('https://end.example.org');
  });
});

function lineOf({ event, audience, ways, when }: Telling): string {
  return `| \`${event}\` | ${audience} | ${ways.join(', ')} | ${whenOf(when)} |`;
}

function whenOf(when: Telling['when']): string {
  if (when === 'each release') return 'with each release';
  if (when === 0) return 'at once';
  return when < 0 ? `${String(-when)} days before` : `after ${String(when)} days`;
}
