import { citationOf } from '../../../../src/reports/package/citation.js';
import { mayPass, readTerms, strictest } from '../../../../src/reports/package/terms.js';
import { aSeriesEdition, seedCatalogue } from '../some-sources.js';

describe('terms of an edition of a series', () => {
  it.each([
    ['its own, whatever the catalogue says', { redistribution: 'sa', source: 'IT.NET.USER.ZS' }, 'sa'],
    [
      'those of its series in the catalogue',
      { indicator: 'SS_GCI', source: 'Global Cybersecurity Index, overall score' },
      'ask',
    ],
    [
      'those of the series too when a community sends it',
      { indicator: 'SS_GCI', source: ' global cybersecurity index, OVERALL score ', published: false },
      'ask',
    ],
    ['its publisher is asked, where nothing is known', { source: 'unheard of' }, 'ask'],
    [
      'attribution, where a community speaks for itself',
      { source: 'our survey', published: false },
      'attribution',
    ],
  ] as const)('are %s', async (_, of, terms) => {
    const edition = aSeriesEdition({ id: 1, ...of });
    expect(readTerms(await seedCatalogue(), new Map([[1, edition]]))(1)).toBe(terms);
  });

  it('are those of whoever must be asked where the edition is not known', async () => {
    expect(readTerms(await seedCatalogue(), new Map())(7)).toBe('ask');
  });

  it('are for something made of several the strictest, and only attribution and share-alike pass', () => {
    expect(strictest(['sa', 'nc-sa', 'attribution'])).toBe('nc-sa');
    expect(strictest([])).toBe('attribution');
    expect((['attribution', 'sa', 'nc-sa', 'ask'] as const).filter(mayPass)).toEqual(['attribution', 'sa']);
  });
});

describe('a citation', () => {
  it('names the DOI where there is one, and keeps signs of TeX from being commands', async () => {
    const seeds = await seedCatalogue();
    const catalogue = { ...seeds, framework: { ...seeds.framework, name: 'R&D_index 100 %' } };
    const cited = { id: '2026-1', date: '2026-11-23', publicUrl: 'https://here.example.org/', doi: '10.1/x' };
    const { text, bibtex, cff, url } = citationOf(cited, catalogue);
    expect(url).toBe('https://doi.org/10.1/x');
    expect(text.endsWith('Data set, 2026-11-23. https://doi.org/10.1/x')).toBe(true);
    expect(bibtex).toContain('title = {R\\&D\\_index 100 \\%: progress');
    expect(cff).toContain('url: "https://here.example.org/en/releases/2026-1"\ndoi: "10.1/x"\n');
  });
});
