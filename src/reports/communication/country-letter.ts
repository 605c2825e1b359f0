import { nameIn } from '../../catalogue/name-in.js';
import { frameworkIn } from '../../catalogue/text-in.js';
import type { NriCard } from '../../communities/nri-card.js';
import type { Language } from '../../language/language.js';
import { wordsOf, type Words } from '../../language/words.js';
import { withoutUndefined } from '../../platform/without-undefined.js';
import type { Letter, LetterBlock } from '../../language/letter.js';
import { introductions, type Introductions } from '../briefs/introductions.js';
import type { CountryReport } from '../report.js';
import type { ReportSources } from '../report-sources.js';
import { summarySentence } from '../summary-sentence.js';

interface Written {
  readonly report: CountryReport;
  /** What the report is made from. */
  readonly sources: ReportSources;
  /** Of the initiatives that consent now; `undefined`: the letter is to say what a release says, and no more. */
  readonly cards: readonly NriCard[] | undefined;
  /** Day of the data or of the release (RFC 3339), where it is known. */
  readonly day: string | undefined;
}

/**
 * What goes to a Member State with its brief: what is measured, where the State stands in the sentence of its page, who
 * discusses the issues there, and how to reply.
 * @param publicUrl without a slash at its end
 */
export function countryLetter(
  { report, sources, cards, day }: Written,
  language: Language,
  publicUrl: string,
): Letter {
  const words = wordsOf(language);
  const { t } = words;
  const country = words.area(report.area);
  const framework = frameworkIn(sources.lookUp.catalogue, language).name;
  return {
    language,
    title: t('communication.subject', { framework, country }),
    blocks: [
      paragraph(t('communication.for', { country })),
      paragraph(t('communication.opening', { country })),
      paragraph(stampOf(sources, day, words)),
      heading(t('communication.lines.title')),
      { items: fiveLines(sources, words) },
      heading(t('communication.summary.title', { country })),
      paragraph(summarySentence(report.summary, words)),
      paragraph(t('communication.summary.same')),
      heading(t('communication.initiatives.title', { country })),
      ...introduced(introductions(report, cards, words, publicUrl), words),
      heading(t('communication.reply.title')),
      paragraph(t('communication.reply.text', { country })),
      paragraph(t('communication.reply.correct')),
      heading(t('communication.links.title')),
      ...linksOf(report, sources, words, publicUrl),
    ],
    closing: [
      paragraph(t('communication.made')),
      ...(language === 'en' ? [] : [paragraph(t('footer.draft'))]),
    ],
  };
}

/** What The Internet We Want, or another framework, is: to be read in a minute. */
function fiveLines({ lookUp: { catalogue } }: ReportSources, words: Words): readonly string[] {
  const { name: framework, description } = frameworkIn(catalogue, words.language);
  const names = catalogue.principles.map(({ code }) => nameIn(catalogue, words.language, 'principle', code));
  return [
    words.t('communication.line.what', { framework, description }),
    words.t('communication.line.principles', { count: names.length, principles: words.list(names) }),
    words.t('communication.line.measured'),
    words.t('communication.line.isNot'),
    words.t('communication.line.reply'),
  ];
}

function stampOf({ release, board }: ReportSources, day: string | undefined, words: Words): string {
  const told = day === undefined ? '' : words.day(day);
  if (release !== undefined) return words.t('communication.stamp.release', { id: release.id, day: told });
  return words.t('communication.stamp.unreleased', {
    revision: words.year(board.revision),
    known: day === undefined ? 'no' : 'yes',
    day: told,
  });
}

function introduced({ lede, cards, ...rest }: Introductions, words: Words): readonly LetterBlock[] {
  return [
    paragraph(lede),
    ...cards.flatMap(({ name, kind, texts, ways, website, note }): readonly LetterBlock[] => [
      { name },
      paragraph(kind),
      ...texts.map(({ text: said, language, label }) => withoutUndefined({ said, language, label })),
      ...(note === undefined ? [] : [paragraph(note)]),
      ...(ways === undefined ? [] : [paragraph(ways)]),
      ...(website === undefined ? [] : [{ link: website, href: website }]),
    ]),
    paragraph(rest.invitation),
    { link: words.t('communication.initiatives.claim'), href: rest.invitationAddress },
    paragraph(rest.independent),
  ];
}

function linksOf(
  { area }: CountryReport,
  { release }: ReportSources,
  words: Words,
  publicUrl: string,
): readonly LetterBlock[] {
  const { code } = area;
  const country = words.area(area);
  const state = release === undefined ? '' : `release=${encodeURIComponent(release.id)}`;
  const link = (of: string, address: string): LetterBlock => ({
    link: words.t(`communication.link.${of}`, { country }),
    href: publicUrl + address,
  });
  return [
    link('page', `${words.to('countries', code)}${state && `?${state}`}`),
    link('brief', `/api/v1/reports/countries/${code}.pdf?lang=${words.language}${state && `&${state}`}`),
    link('reply', `${words.to('statements', 'new')}?area=${code}`),
    link('contribute', `${words.to('contribute')}?country=${code}`),
    link('method', words.to('method')),
    ...(release === undefined ? [] : [link('release', words.to('releases', release.id))]),
  ];
}

function heading(text: string): LetterBlock {
  return { heading: text };
}

function paragraph(text: string): LetterBlock {
  return { text };
}
