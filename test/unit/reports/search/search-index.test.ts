import fc from 'fast-check';
import { readMethodChapters } from '../../../../src/reports/method-chapters.js';
import { searchEntries } from '../../../../src/reports/search/search-entries.js';
import type { SearchHit } from '../../../../src/reports/search/search-entry.js';
import { searchIndex, type SearchIndex } from '../../../../src/reports/search/search-index.js';
import { COMMUNITY, seedCatalogue } from '../some-sources.js';

let index: SearchIndex;

beforeAll(async () => {
  index = searchIndex(searchEntries(await seedCatalogue(), [COMMUNITY], readMethodChapters()));
});

function first(question: string, language = 'en'): string | undefined {
  const [hit] = index.ask(question, language, 5);
  return hit && `${hit.kind} ${hit.code}`;
}

describe('searchIndex', () => {
  it.each([
    // Names of countries: present, former, short, in any language from any page.
    ["cote d'ivoire", 'country CIV'],
    ['COTE D’IVOIRE', 'country CIV'],
    ['Ivory Coast', 'country CIV'],
    ['科特迪瓦', 'country CIV'],
    ['كوت ديفوار', 'country CIV'],
    ['Turkey', 'country TUR'],
    ['türkiye', 'country TUR'],
    ['turquia', 'country TUR'],
    ['كينيا', 'country KEN'],
    ['كِينيا', 'country KEN'],
    ['россия', 'country RUS'],
    ['صين', 'country CHN'],
    ['Burma', 'country MMR'],
    ['swaziland', 'country SWZ'],
    ['Ｋｅｎｙａ', 'country KEN'],
    ['congo', 'country COG'],
    // The beginning of one, and a slip.
    ['tanz', 'country TZA'],
    ['yemn', 'country YEM'],
    ['mozambiqe', 'country MOZ'],
    // Codes.
    ['ken', 'country KEN'],
    ['404', 'country KEN'],
    ['11(a)', 'commitment GDC-11a'],
    ['GDC-11b', 'commitment GDC-11b'],
    ['gdc11b', 'commitment GDC-11b'],
    ['IT.NET.USER.ZS', 'indicator UI_NETUSE'],
    ['ui_netuse', 'indicator UI_NETUSE'],
    ['P2.1', 'goal P2.1'],
    ['WSIS-C5', 'action_line WSIS-C5'],
    ['c11', 'action_line WSIS-C11'],
    ['SDG 9.1', 'sdg_target SDG-9.1'],
    ['16.a', 'sdg_target SDG-16.a'],
    // Words.
    ['brodband', 'indicator UI_FBB'],
    ['kenya igf', 'community kenya-igf'],
    ['artificial intelligence', 'issue AI'],
    ['encryption', 'goal P5.3'],
  ])('takes %s for %s', (question, meant) => {
    expect(first(question)).toBe(meant);
  });

  it.each([
    ['宽带', 'zh', 'indicator UI_FBB'],
    ['网络安全', 'zh', 'issue CYB'],
    ['privacidad', 'es', 'goal P5.3'],
    ['обмен трафиком', 'ru', 'indicator WO_IXP_COUNT'],
    ['vie privee', 'fr', 'goal P5.3'],
    ['الذكاء الاصطناعي', 'ar', 'issue AI'],
  ])('puts names of the language of the reader first: %s in %s', (question, language, meant) => {
    expect(first(question, language)).toBe(meant);
  });

  it('tells the name in the language of the reader, and by which other name it was found', () => {
    expect(index.ask('Allemagne', 'es', 1)).toEqual([
      {
        kind: 'country',
        code: 'DEU',
        name: 'Alemania',
        address: '/es/countries/DEU',
        exact: true,
        matched: { text: 'Allemagne', language: 'fr' },
      },
    ]);
    expect(index.ask('alemania', 'es', 1)[0]?.matched).toBeUndefined();
  });

  it('takes a name that two share for neither alone', () => {
    expect(index.ask('congo', 'en', 5).filter((hit) => hit.exact)).toHaveLength(2);
  });

  it('leads to the place of a term in the glossary', () => {
    expect(index.ask('coverage', 'en', 5).map(({ address }) => address)).toContain('/en/glossary#coverage');
  });

  it('finds what holds some of the words when nothing holds all', () => {
    const found = index.ask('mobile brodband price in kenya', 'en', 10).map(({ code }) => code);
    expect(found).toEqual(expect.arrayContaining(['KEN', 'UI_MBB']));
  });

  it('finds nothing for a question without a letter or digit, or without anything like it', () => {
    expect([index.ask('', 'en', 5), index.ask(' ?!…', 'en', 5), index.ask('xqzwvkj', 'en', 5)]).toEqual([
      [],
      [],
      [],
    ]);
  });

  it('answers any text, with no more than was asked for and nothing twice', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(texts, fc.constantFrom('ar', 'en', 'zh'), (question, language) => {
        const hits = index.ask(question, language, 7);
        expect(hits.length).toBeLessThanOrEqual(7);
        expect(new Set(hits.map(idOf)).size).toBe(hits.length);
      }),
      { numRuns: 200 },
    );
  });

  it('finds every country by its name in each language, whatever the case and accents', async () => {
    const { areas } = await seedCatalogue();
    const names = areas.filter(({ scored }) => scored).map(({ code, name }) => ({ code, name }));
    const lost = names.filter(({ code, name }) => {
      const bare = name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
      return first(bare) !== `country ${code}`;
    });
    expect(lost).toEqual([]);
  });
});

function idOf({ kind, code }: SearchHit): string {
  return `${kind} ${code}`;
}
