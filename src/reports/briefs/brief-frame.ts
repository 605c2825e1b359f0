import { frameworkIn } from '../../catalogue/text-in.js';
import { direction, type Language } from '../../language/language.js';
import { wordsOf } from '../../language/words.js';
import type { ReportSources } from '../report-sources.js';

/** What every brief carries beside its subject: on each page, in its properties, at its end. */
export interface BriefFrame {
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  /** What kind of brief it is, above the title. */
  readonly kicker: string;
  /** The release, or that it is of none and of which data revision. */
  readonly stamp: string;
  /** Where the same can be read with everything behind it. */
  readonly address: string;
  /** "Page {page} of {pages}", for the template to fill. */
  readonly pageOf: string;
  /** Day of the release or of the data; absent: none is told, so that the same data give the same bytes. */
  readonly date?: { readonly year: number; readonly month: number; readonly day: number };
  readonly siteName: string;
  readonly notes: readonly string[];
  readonly notesTitle: string;
  readonly footer: string;
}

interface Framed {
  readonly title: string;
  readonly kicker: string;
  /** Parts of the address of its page, below the language. */
  readonly page: readonly string[];
  /** What to know before quoting it. */
  readonly notes: readonly string[];
}

/** @param publicUrl without a slash at its end */
export function briefFrame(
  { title, kicker, page, notes }: Framed,
  sources: ReportSources,
  language: Language,
  publicUrl: string,
): BriefFrame {
  const words = wordsOf(language);
  const { release, asOf, board, lookUp } = sources;
  const { method } = lookUp.catalogue;
  const framework = frameworkIn(lookUp.catalogue, language);
  const day = dayOf(release?.date ?? asOf?.moment);
  const query = release === undefined ? '' : `?release=${encodeURIComponent(release.id)}`;
  return {
    language,
    direction: direction(language),
    title,
    kicker,
    stamp:
      release === undefined
        ? words.t('brief.unreleased', { revision: words.year(board.revision) })
        : words.t('brief.release', { id: release.id }),
    address: `${publicUrl}${words.to(...page)}${query}`,
    pageOf: words.t('brief.page', { page: '{page}', pages: '{pages}' }),
    ...(day && { date: day }),
    siteName: words.t('site.name'),
    notesTitle: words.t('country.about'),
    notes: [
      ...notes,
      words.t('note.framework', { source: framework.source }),
      words.t('footer.edition', {
        edition: method.edition,
        method: method.version,
        revision: words.year(board.revision),
      }),
      words.t('footer.terms'),
      words.t('footer.independent'),
      ...(language === 'en' ? [] : [words.t('footer.draft')]),
    ],
    footer: words.t('brief.madeFrom'),
  };
}

function dayOf(text: string | undefined): BriefFrame['date'] {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(text ?? '') ?? [];
  return day === undefined ? undefined : { year: Number(year), month: Number(month), day: Number(day) };
}
