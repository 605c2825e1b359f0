import fc from 'fast-check';
import { hintsOf, MOST_HINTS } from '../../../src/communities/conduct/hints.js';
import { languages } from '../../../src/language/language.js';

const kindsOf = (...asked: Parameters<typeof hintsOf>): readonly string[] =>
  hintsOf(...asked).map(({ kind, quoted }) => `${kind}: ${quoted}`);

describe('hints on a text', () => {
  it('quote what they found, in the order of the text', () => {
    const text =
      'The government of Kenya blocked sites. Minister John Smith lied. Half of the schools are offline.';
    const hints = hintsOf(text, 'en');
    expect(hints.map(({ kind, quoted }) => [kind, quoted])).toEqual([
      ['names_government', 'government of Kenya'],
      ['names_person', 'Minister John Smith'],
      ['no_evidence', 'Half of'],
    ]);
    expect(hints.every(({ start, end, quoted }) => text.slice(start, end) === quoted)).toBe(true);
  });

  it('let a State name its own government, and no other', () => {
    const text =
      'Our government failed to publish the register. The government of Uganda blocked our news sites.';
    expect(kindsOf(text, 'en', { ownGovernment: 'KEN' })).toEqual(['names_government: government of Uganda']);
    expect(kindsOf('Le gouvernement tchadien a coupé le réseau.', 'fr', { ownGovernment: 'TCD' })).toEqual(
      [],
    );
    expect(
      kindsOf('Le gouvernement tchadien a coupé le réseau.', 'fr', { ownGovernment: 'MLI' }),
    ).toHaveLength(1);
  });

  it('ask for no evidence where there is a link, a source, or evidence beside the text', () => {
    const claim = 'In 2024, 52 % of users paid more';
    expect(kindsOf(`${claim}.`, 'en')).toEqual(['no_evidence: 52 %']);
    expect(kindsOf(`${claim}: https://stats.example.org/2024.`, 'en')).toEqual([]);
    expect(kindsOf(`${claim}, according to the ITU.`, 'en')).toEqual([]);
    expect(kindsOf(`${claim}.`, 'en', { hasEvidence: true })).toEqual([]);
  });

  it('leave alone what a community tells of itself', () => {
    const text = 'We have 3,000 members, among them 40 % women. Ms Amina Hassan leads the secretariat.';
    expect(kindsOf(text, 'en', { ofItself: true })).toEqual([]);
    expect(kindsOf(text, 'en')).not.toEqual([]);
  });

  it('leave alone the name of the sender', () => {
    const text = 'The Commission on Digital Rights failed to find a second source.';
    expect(kindsOf(text, 'en')).toHaveLength(1);
    expect(kindsOf(text, 'en', { ownNames: ['Commission on Digital Rights'] })).toEqual([]);
  });

  it('leave alone what only qualifies a thing, stands for any of its kind, ought to be, or was done to somebody', () => {
    for (const text of [
      'Government policy failed rural schools.',
      'A regulator that ignores complaints is scored at level 1.',
      'The regulator must never block a site without an order.',
      'The regulator was attacked twice.',
      'Complaints to the ministry are blocked by the form.',
      'The licensing regime failed.',
    ]) {
      expect(kindsOf(text, 'en')).toEqual([]);
    }
  });

  it('see through what Arabic and French write together', () => {
    expect(kindsOf('وللحكومة فاسدة', 'ar')).toEqual(['names_government: وللحكومة']);
    expect(kindsOf("L'État a menti.", 'fr')).toEqual(["names_government: L'État"]);
  });

  it('point into the text whatever the text and language, and are so many at most', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.constantFrom(...languages),
        (text, language) => {
          const hints = hintsOf(text, language);
          expect(hints.length).toBeLessThanOrEqual(MOST_HINTS);
          expect(
            hints.every(({ start, end, quoted }) => start < end && text.slice(start, end) === quoted),
          ).toBe(true);
        },
      ),
    );
  });

  it.each([
    ['one word', 'a-'.repeat(500_000), 0],
    ['one sentence of governments', 'government '.repeat(90_000), 0],
    ['names upon names', 'Minister John '.repeat(70_000), MOST_HINTS],
  ])('come to an end on a megabyte of %s', (_, text, count) => {
    expect(hintsOf(text, 'en').length).toBeGreaterThanOrEqual(count);
  });
});
