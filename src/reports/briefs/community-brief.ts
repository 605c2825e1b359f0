import { nameIn } from '../../catalogue/name-in.js';
import type { NriCard } from '../../communities/nri-card.js';
import type { Language } from '../../language/language.js';
import { wordsOf } from '../../language/words.js';
import type { CommunityReport } from '../group-report.js';
import type { ReportSources } from '../report-sources.js';
import { briefFrame, type BriefFrame } from './brief-frame.js';
import { briefTexts } from './brief-texts.js';
import { briefCard, type BriefCard } from './brief-voices.js';

/** Everything a template about a community may print. It tells what the community sent and never scores it. */
interface CommunityBrief extends BriefFrame {
  readonly about: 'community';
  readonly code: string;
  readonly name: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly lede: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly years: readonly { readonly year: string; readonly accepted: string; readonly reverted: string }[];
  readonly indicators: readonly {
    readonly name: string;
    readonly areas: string;
    readonly figures: string;
    readonly years: string;
  }[];
  readonly areas: readonly { readonly name: string; readonly indicators: string; readonly figures: string }[];
  readonly cards: readonly BriefCard[];
}

const TEXTS = [
  ...['brief.sent', 'brief.nothingSent', 'brief.became', 'column.year', 'brief.accepted', 'brief.reverted'],
  ...['brief.figuresByIndicator', 'column.indicator', 'column.counted', 'brief.figures', 'brief.years'],
  ...[
    'brief.figuresByCountry',
    'column.country',
    'brief.indicators',
    'brief.introduction',
    'brief.noOwnCard',
  ],
  ...['country.communitiesNote'],
];

export function communityBrief(
  report: CommunityReport,
  card: NriCard | undefined,
  sources: ReportSources,
  language: Language,
  publicUrl: string,
): CommunityBrief {
  const words = wordsOf(language);
  const { catalogue } = sources.lookUp;
  const { community, contribution } = report;
  const { decisions, figures } = contribution;
  const kindKey = `community.${community.kind}`;
  const count = (key: string, value: number) => ({ label: words.t(key), value: words.value(value) });
  const { firstAccepted: first, lastAccepted: last } = contribution;
  return {
    ...briefFrame(
      {
        title: words.t('brief.community.title', { community: community.name }),
        kicker: words.has(kindKey) ? words.t(kindKey) : words.t('brief.community.kicker'),
        page: ['communities', community.code],
        notes: [words.t('brief.personsNotTold')],
      },
      sources,
      language,
      publicUrl,
    ),
    about: 'community',
    code: community.code,
    name: community.name,
    texts: briefTexts(TEXTS, words),
    lede:
      first === undefined || last === undefined
        ? words.t('brief.nothingSent')
        : words.t('brief.community.lede', {
            figures: figures.live,
            indicators: contribution.indicators.length,
            areas: contribution.areas.length,
            first: words.day(first),
            last: words.day(last),
          }),
    facts: [
      count('brief.fact.accepted', decisions.accepted),
      count('brief.fact.returned', decisions.returned),
      count('brief.fact.reverted', decisions.reverted),
      count('brief.fact.live', figures.live),
      count('brief.fact.superseded', figures.superseded),
      count('brief.fact.takenBack', figures.takenBack),
    ],
    years: contribution.submissions.map(({ year, accepted, reverted }) => ({
      year: words.year(year),
      accepted: words.value(accepted),
      reverted: words.value(reverted),
    })),
    indicators: contribution.indicators.map((line) => ({
      name: nameIn(catalogue, language, 'indicator', line.code),
      areas: words.value(line.areas),
      figures: words.value(line.figures),
      years:
        line.firstYear === line.lastYear
          ? words.year(line.firstYear)
          : words.t('brief.yearsFromTo', { from: words.year(line.firstYear), to: words.year(line.lastYear) }),
    })),
    areas: words.inOrder(
      contribution.areas.map((line) => ({
        name: words.area(line),
        indicators: words.value(line.indicators),
        figures: words.value(line.figures),
      })),
    ),
    cards: card === undefined ? [] : [briefCard(card, words)],
  };
}
