import type { NriCard } from '../../communities/nri-card.js';
import type { Language } from '../../language/language.js';
import { wordsOf } from '../../language/words.js';
import type { CountryReport } from '../report.js';
import type { ReportSources } from '../report-sources.js';
import { briefFrame, type BriefFrame } from './brief-frame.js';
import { introductions, type Introductions } from './introductions.js';

/** Everything a template that introduces the initiatives of a country may print. */
interface IntroductionBrief extends BriefFrame, Introductions {
  readonly about: 'introduction';
  /** Of the country. */
  readonly code: string;
  readonly name: string;
}

/** @param cards as for `introductions` */
export function introductionBrief(
  report: CountryReport,
  cards: readonly NriCard[] | undefined,
  sources: ReportSources,
  language: Language,
  publicUrl: string,
): IntroductionBrief {
  const words = wordsOf(language);
  const { area } = report;
  const name = words.area(area);
  return {
    ...briefFrame(
      {
        title: words.t('introduction.title', { country: name }),
        kicker: words.t('introduction.kicker'),
        page: ['countries', area.code],
        notes: [words.t('introduction.made')],
      },
      sources,
      language,
      publicUrl,
    ),
    ...introductions(report, cards, words, publicUrl),
    about: 'introduction',
    code: area.code,
    name,
  };
}
