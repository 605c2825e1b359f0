import { lookUp, type LookUp } from '../../../src/catalogue/look-up.js';
import { followedIn, followedName, followedPage } from '../../../src/reports/following/followed.js';
import { changesOf, type ReleaseChanges } from '../../../src/reports/following/release-changes.js';
import { digestLetter } from '../../../src/reports/following/digest-letter.js';
import { letterHtml, letterText } from '../../../src/language/letter.js';
import { wordsOf } from '../../../src/language/words.js';
import type { NamedDifference, ReleaseDiff } from '../../../src/reports/releases/release-diff.js';
import { seedCatalogue } from './some-sources.js';

let known: LookUp;
beforeAll(async () => {
  known = lookUp(await seedCatalogue());
});

function aDifference(difference: Partial<NamedDifference> = {}): NamedDifference {
  const { before = 40.04, after = 42.16 } = difference;
  return {
    area: 'KEN',
    areaName: 'Kenya',
    kind: 'principle',
    code: 'P2',
    name: 'A principle',
    before,
    after,
    change: after - before,
    ...difference,
  };
}

function changesWith(...changes: readonly NamedDifference[]): ReleaseChanges {
  const diff = {
    from: { id: '2026-1', date: '2026-05-01' },
    to: { id: '2026-2', date: '2026-11-23' },
    changes,
    statements: [],
  } as unknown as ReleaseDiff;
  return { diff, statuses: [], lookUp: known };
}

describe('what changed of what somebody follows', () => {
  const followed = 'country:KEN' as const;

  it('is nothing when readers see the same numbers, or nothing of theirs changed', () => {
    expect(changesOf(followed, changesWith(aDifference({ before: 40.04, after: 40.01 })))).toBeUndefined();
    expect(changesOf(followed, changesWith(aDifference({ area: 'XXX' })))).toBeUndefined();
    expect(changesOf('issue:NOTHING', changesWith(aDifference()))).toBeUndefined();
  });

  it('is the largest change first, and what came or went last', () => {
    const came = { ...aDifference({ code: 'P1' }) };
    const { before: _before, change: _change, ...withoutBefore } = came;
    const changes = changesWith(
      withoutBefore,
      aDifference({ code: 'P3' }),
      aDifference({ code: 'P4', after: 60 }),
    );
    expect(changesOf(followed, changes)?.scores.map(({ code }) => code)).toEqual(['P4', 'P3', 'P1']);
  });

  it('of all countries is that of their principles', () => {
    const changes = changesWith(
      aDifference(),
      aDifference({ kind: 'indicator' }),
      aDifference({ area: 'BRA' }),
    );
    expect(changesOf('all', changes)?.scores).toHaveLength(2);
  });
});

describe('the mail about a release', () => {
  it.each(['en', 'ar'])(
    'says the same as text and as a page, with the numbers of the pages (%s)',
    (language) => {
      const changes = changesWith(...Array.from({ length: 12 }, () => aDifference({ area: 'KEN' })));
      const told = changesOf('all', changes);
      if (told === undefined) throw new Error('Nothing changed');
      const addresses = {
        publicUrl: 'https://progress.example.org',
        manageUrl: 'https://progress.example.org/m',
      };
      const letter = digestLetter(language, changes, [told], addresses);
      const words = wordsOf(language);
      for (const said of [letterText(letter), letterHtml(letter)]) {
        expect(said).toContain(words.score(40.04));
        expect(said).toContain(words.score(42.16));
        expect(said).toContain(`https://progress.example.org/${language}/releases/2026-1/diff/2026-2`);
        expect(said).toContain('https://progress.example.org/m');
        expect(said).toContain(words.t('following.digest.more', { count: 2 }));
      }
      expect(letterHtml(letter)).toContain(`<html lang="${language}" dir="${words.direction}">`);
      expect(letterHtml(letter)).not.toMatch(/<(script|img|link)/);
    },
  );

  it('turns nothing that people are called into marks', () => {
    const letter = { language: 'en', title: 'A <b>', blocks: [{ items: ['"<i>" & so on'] }], closing: [] };
    expect(letterHtml(letter)).toContain('<li>&quot;&lt;i&gt;&quot; &amp; so on</li>');
    expect(letterHtml(letter)).not.toMatch(/<[bi]>/);
  });
});

describe('what can be followed', () => {
  it('is what the catalogue knows', () => {
    expect(followedIn(known, 'all')).toBe('all');
    expect(followedIn(known, 'country:KEN')).toBe('country:KEN');
    for (const wrong of ['', 'country', 'country:', 'country:XXX', 'planet:EARTH', 'issue:__proto__']) {
      expect([wrong, followedIn(known, wrong)]).toEqual([wrong, undefined]);
    }
  });

  it('has a name and a page', () => {
    expect(followedPage('country:KEN')).toBe('countries/KEN');
    expect(followedName('country:XXX', known, 'en')).toBe('XXX');
  });
});
