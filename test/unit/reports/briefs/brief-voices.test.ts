import { briefCard, briefStatement } from '../../../../src/reports/briefs/brief-voices.js';
import { isolated, printable } from '../../../../src/reports/briefs/isolated.js';
import { wordsOf } from '../../../../src/language/words.js';
import type { Statement } from '../../../../src/communities/statement.js';

const card = { community: 'kenya-igf', name: 'Kenya IGF', kind: 'national', areas: ['KEN'] };

describe('an initiative in a brief', () => {
  it('tells only the parts it consents to', () => {
    expect(briefCard(card, wordsOf('en'))).toEqual({
      name: 'Kenya IGF',
      kind: 'national initiative',
      texts: [],
    });
  });

  it('speaks the reader’s language where it wrote in it, else English, and is marked as what it is', () => {
    const description = { en: 'We meet.', ar: 'نجتمع.' };
    const textsIn = (language: string) => briefCard({ ...card, description }, wordsOf(language)).texts;
    expect(textsIn('ar')).toEqual([{ text: 'نجتمع.', language: 'ar', direction: 'rtl' }]);
    expect(textsIn('fr')).toEqual([{ text: 'We meet.', language: 'en', direction: 'ltr' }]);
  });

  it('says how it wants to be reached, by its office', () => {
    const engagement = { channels: ['email'], byWhom: { en: 'Ministries' }, aboutWhat: {} } as const;
    const contact = { role: 'Secretariat', address: 'mailto:office@example.org' };
    const { texts, ways } = briefCard({ ...card, engagement, contact }, wordsOf('en'));
    expect(texts.map(({ label, text }) => `${label ?? ''} ${text}`)).toEqual([
      'Would like to hear from: Ministries',
    ]);
    expect(ways).toBe('How to reach it: by e-mail and Secretariat: office@example.org');
  });
});

describe('a statement in a brief', () => {
  const statement: Statement = {
    id: '1',
    area: 'KEN',
    subject: 'country',
    by: { kind: 'state', name: 'Kenya' },
    texts: { en: 'The cable is not counted yet.' },
    publishedAt: '2026-05-04T10:00:00Z',
  };

  it('stands with its author and day, in its own language', () => {
    expect(briefStatement(statement, wordsOf('fr'))).toEqual({
      by: 'Kenya',
      day: '4 mai 2026',
      text: { text: 'The cable is not counted yet.', language: 'en', direction: 'ltr' },
    });
  });

  it('says that it was withdrawn when its words are gone', () => {
    const withdrawn = { ...statement, texts: {}, withdrawnAt: '2026-06-01T00:00:00Z' };
    expect(briefStatement(withdrawn, wordsOf('en')).text.text).toBe(
      'This statement was withdrawn by who made it.',
    );
  });
});

describe('a text for a PDF', () => {
  it('keeps a phrase of another language together only where lines run from the right', () => {
    expect(isolated('3 (points)', wordsOf('en'))).toBe('3 (points)');
    expect(isolated('3 (points)', wordsOf('ar'))).toBe('\u20683 (points)\u2069');
  });

  it('holds no mark that prints nothing, and keeps the minus before its number', () => {
    expect(printable('67\u200e%\u200e')).toBe('67%');
    expect(printable('من \u200e-0.5 إلى')).toBe('من \u2066-0.5\u2069 إلى');
    expect(printable('مؤشر\u064b\u0627')).toBe('مؤشرا');
  });
});
