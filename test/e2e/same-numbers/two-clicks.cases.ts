import type { CountryReportResponse } from '../../../src/api/reports/country-report.response.js';
import { sampleOf } from '../../support/sample.js';
import { json, page, words } from './forms.js';
import { tracedNumbers, type TracedNumber } from './traced-numbers.js';

/** Where a number is explained, what it counts is listed, or a figure that is missing is added. */
const EXPLAINS =
  /\/explain\/|\/observations\/|\/submissions\/|\/contribute\?|\/commitments\/|\/participation\?|figures=|#(figures|P\d)$/;

/** Every number on the page of a country leads to its observation, submission and source in at most two clicks. */
export function twoClicks(): void {
  it.each(['KEN', 'TUV', 'BRA?figures=lackData&group=WORLD&with=KEN'])(
    'on the page of %s, every one is a link or stands beside one to what explains it',
    async (path) => {
      const numbers = tracedNumbers(await page(`countries/${path}`));
      expect(numbers.length).toBeGreaterThan(30);
      const ofCountry = numbers.filter(({ text }) => text !== words.t('levels.beside'));
      expect(ofCountry.filter(({ links }) => !links.some((link) => EXPLAINS.test(link)))).toEqual([]);
    },
  );

  it('from each explanation leads to observations, and from these to a submission and a source', async () => {
    const numbers = tracedNumbers(await page('countries/KEN'));
    const explained = sampleOf(addresses(numbers, '/explain/'), 5);
    expect(explained.length).toBeGreaterThan(3);
    const observations = new Set(addresses(numbers, '/observations/'));
    for (const address of explained) {
      const found = linksIn(await page(address.slice('/en/'.length)), '/observations/');
      expect([address, found.length > 0]).toEqual([address, true]);
      for (const one of found) observations.add(one);
    }
    for (const address of sampleOf([...observations], 6)) {
      const html = await page(address.slice('/en/'.length));
      expect([address, linksIn(html, '/submissions/').length > 0, html.includes('<dt>Source</dt>')]).toEqual([
        address,
        true,
        true,
      ]);
    }
  });

  it('of the sentence opens the list of exactly those it counts', async () => {
    const { summary } = await json<CountryReportResponse>('countries/KEN');
    const html = await page('countries/KEN');
    const groups = [...html.matchAll(/<a href="\?figures=(\w+)#figures">/g)].map(([, group = '']) => group);
    expect(groups).toContain('lackData');
    for (const group of groups) {
      const count = new Map(Object.entries(summary)).get(group) ?? NaN;
      const list = await page(`countries/KEN?figures=${group}`);
      expect(list).toContain(words.t('figures.shown', { group, count }));
      expect([
        group,
        list.match(/<tr><th scope="row"><a href="\/en\/indicators\/|<li><a href="\/en\/indicators\//g)
          ?.length,
      ]).toEqual([group, count]);
    }
  });
}

function addresses(numbers: readonly TracedNumber[], part: string): readonly string[] {
  return [...new Set(numbers.flatMap(({ links }) => links.filter((link) => link.includes(part))))];
}

function linksIn(html: string, part: string): readonly string[] {
  return [...html.matchAll(/href="(\/en\/[^"]+)"/g)]
    .map(([, href = '']) => href)
    .filter((href) => href.includes(part));
}
