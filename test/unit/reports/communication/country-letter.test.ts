import type { NriCard } from '../../../../src/communities/nri-card.js';
import { letterHtml, letterText, type Letter } from '../../../../src/language/letter.js';
import { wordsOf } from '../../../../src/language/words.js';
import { countryLetter } from '../../../../src/reports/communication/country-letter.js';
import { countryReport } from '../../../../src/reports/country-report.js';
import type { CountryReport } from '../../../../src/reports/report.js';
import type { ReportSources } from '../../../../src/reports/report-sources.js';
import { summarySentence } from '../../../../src/reports/summary-sentence.js';
import { anObservation, aSeriesEdition, sourcesWith } from '../some-sources.js';

const CARD: NriCard = {
  community: 'kenya-igf',
  name: 'Kenya IGF',
  kind: 'national',
  areas: ['KEN'],
  description: { en: 'We meet <once> a year.\n\nAll & sundry.' },
  contact: { role: 'Secretariat', address: 'mailto:office@example.org' },
};
const URL = 'https://progress.example.org';

let sources: ReportSources;
beforeAll(async () => {
  sources = await sourcesWith([anObservation()], [aSeriesEdition({ id: 1 })]);
});

function letterOf(language = 'en', cards: readonly NriCard[] = [CARD]): Letter {
  return countryLetter({ report: reportOf(sources), sources, cards, day: '2026-11-23' }, language, URL);
}

function reportOf(of: ReportSources): CountryReport {
  const area = of.lookUp.area('KEN');
  if (area === undefined) throw new Error('There is no Kenya');
  return countryReport(area, of);
}

/** What somebody reads of a page: without elements, in the order they stand. */
function read(html: string): string {
  return html
    .replace(/^.*<body[^>]*>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

function wordsIn(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => /\p{L}/u.test(word) && !word.startsWith(URL));
}

describe('the letter to a Member State', () => {
  it.each(['en', 'ar'])('says the same words as HTML and as plain text: %s', (language) => {
    const letter = letterOf(language);
    const html = letterHtml(letter);
    expect(wordsIn(read(html))).toEqual(wordsIn(`${letter.title}\n${letterText(letter)}`));
    expect(html).toMatch(new RegExp(`^<!doctype html>\n<html lang="${language}" dir="(ltr|rtl)">`));
    expect(html).not.toMatch(/<(img|script|link|style)\b|src=/);
  });

  it('holds the sentence of the page of the country, its address, and what is measured in five lines', () => {
    const letter = letterOf();
    const report = reportOf(sources);
    const text = letterText(letter);
    expect(text).toContain(summarySentence(report.summary, wordsOf('en')));
    expect(text).toContain(`${URL}/en/countries/KEN\n`);
    expect(letter.blocks.flatMap((block) => ('items' in block ? [block.items.length] : []))).toEqual([5]);
  });

  it('quotes an initiative in its own words and language, and shows nothing that they could mark up', () => {
    const html = letterHtml(letterOf('ar'));
    expect(html).toContain('<blockquote lang="en" dir="ltr"><p>We meet &lt;once&gt; a year.</p>');
    expect(html).toContain(wordsOf('ar').t('profile.notInThisLanguage', { languages: 'الإنجليزية' }));
    expect(letterText(letterOf())).toContain('> We meet <once> a year.\n>\n> All & sundry.');
    expect(letterText(letterOf())).toContain('Secretariat: office@example.org');
  });

  it('says plainly where no initiative introduces itself, or none is known, and invites one', () => {
    const silent = letterText(letterOf('en', []));
    expect(silent).toMatch(/No initiative of Kenya (introduces itself here|is known here yet)\./);
    expect(silent).toContain(`Introduce an initiative\n${URL}/en/claim`);
  });

  it('tells of a release only what a release holds, and leads to it', () => {
    const frozen = { ...sources, release: { id: '2026-1', date: '2026-11-23' } };
    const of = { report: reportOf(frozen), sources: frozen, cards: undefined, day: '2026-11-23' };
    const text = letterText(countryLetter(of, 'en', URL));
    expect(text).toContain('These are the numbers of release 2026-1, 23 November 2026.');
    expect(text).toContain('A release holds no introduction of an initiative');
    expect(text).toContain(`${URL}/en/releases/2026-1`);
  });
});
