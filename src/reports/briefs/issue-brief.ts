import { nameIn } from '../../catalogue/name-in.js';
import type { Language } from '../../language/language.js';
import { wordsOf } from '../../language/words.js';
import type { IssueReport } from '../report.js';
import type { ReportSources } from '../report-sources.js';
import { briefFrame, type BriefFrame } from './brief-frame.js';
import { briefGroup, type BriefGroup } from './brief-groups.js';
import { rangeOf } from './brief-nodes.js';
import { briefTexts } from './brief-texts.js';
import { briefStatement, type BriefStatement } from './brief-voices.js';
import { methodLines } from './country-brief.js';

/** Everything a template about an issue may print. */
interface IssueBrief extends BriefFrame {
  readonly about: 'issue';
  readonly code: string;
  readonly name: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly lede: string;
  readonly groups: readonly BriefGroup[];
  readonly live: readonly { readonly name: string; readonly areas: string; readonly median: string }[];
  readonly others: readonly string[];
  /** By name; not a ranking. */
  readonly areas: readonly { readonly name: string; readonly score?: string; readonly range?: string }[];
  readonly statements: readonly BriefStatement[];
  readonly method: readonly string[];
}

const TEXTS = [
  ...[
    'issue.regions',
    'brief.howToReadGroups',
    'column.group',
    'column.line',
    'column.middleHalf',
    'column.median',
  ],
  ...['column.counted', 'issue.indicators', 'column.indicator', 'column.countries', 'column.medianLevel'],
  ...['issue.areas', 'brief.areas', 'column.country', 'column.score', 'brief.notLive', 'level.none'],
  ...[
    'brief.statements',
    'brief.noStatements',
    'brief.method',
    'brief.separator',
    'brief.noScores',
    'brief.noLive',
  ],
];

export function issueBrief(
  report: IssueReport,
  sources: ReportSources,
  language: Language,
  publicUrl: string,
): IssueBrief {
  const words = wordsOf(language);
  const { catalogue } = sources.lookUp;
  const { code } = report.issue;
  const name = nameIn(catalogue, language, 'issue', code);
  const nameOf = (indicator: string): string => nameIn(catalogue, language, 'indicator', indicator);
  const live = report.indicators.filter((indicator) => indicator.live);
  return {
    ...briefFrame(
      {
        title: words.t('brief.issue.title', { issue: name }),
        kicker: words.t('brief.issue.kicker'),
        page: ['issues', code],
        notes: [words.t('note.missing'), words.t('overview.noRanking')],
      },
      sources,
      language,
      publicUrl,
    ),
    about: 'issue',
    code,
    name,
    texts: briefTexts(TEXTS, words),
    lede: words.t('issue.lede', {
      live: live.length,
      count: report.indicators.length,
      countries: report.areas.filter(({ score }) => score !== undefined).length,
      share: words.percent(catalogue.method.coverage.liveShare),
    }),
    groups: report.distributions.map((one) =>
      briefGroup(one, nameIn(catalogue, language, 'group', one.group.code), words),
    ),
    live: live.map((indicator) => ({
      name: nameOf(indicator.code),
      areas: words.value(indicator.areasWithLevel),
      median:
        indicator.medianLevel === undefined ? words.t('level.none') : words.score(indicator.medianLevel),
    })),
    others: report.indicators.filter((one) => !one.live).map((one) => nameOf(one.code)),
    areas: words.inOrder(
      report.areas.map((area) => ({
        name: words.area(area),
        ...(area.score !== undefined && { score: words.score(area.score) }),
        ...rangeOf(area, words),
      })),
    ),
    statements: report.statements.map((statement) => briefStatement(statement, words)),
    method: methodLines(words),
  };
}
