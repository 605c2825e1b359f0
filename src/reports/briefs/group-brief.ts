import { nameIn } from '../../catalogue/name-in.js';
import type { Language } from '../../language/language.js';
import { wordsOf, type Words } from '../../language/words.js';
import type { GroupLine, GroupReport } from '../group-report.js';
import type { ReportSources } from '../report-sources.js';
import { briefFrame, type BriefFrame } from './brief-frame.js';
import { briefGroup, type BriefGroup } from './brief-groups.js';
import { briefTexts } from './brief-texts.js';

/** Everything a template about a group of countries may print. */
interface GroupBrief extends BriefFrame {
  readonly about: 'group';
  readonly code: string;
  readonly name: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly lede: string;
  readonly finding: string;
  readonly caption: string;
  readonly principles: readonly BriefGroupLine[];
  readonly issues: readonly BriefGroupLine[];
  /** How its countries lie in each principle, beside those of the world. */
  readonly distributions: readonly { readonly name: string; readonly groups: readonly BriefGroup[] }[];
  /** By name; not a ranking. Scores in the order of the principles. */
  readonly members: readonly { readonly name: string; readonly scores: readonly string[] }[];
}

/** A group on one node, printed. */
interface BriefGroupLine {
  readonly name: string;
  readonly people: string;
  readonly countries: string;
  readonly counted: string;
}

const TEXTS = [
  ...[
    'region.principles',
    'region.distributions',
    'region.issues',
    'region.members',
    'region.membersCaption',
  ],
  ...['brief.howToReadGroups', 'column.group', 'column.line', 'column.middleHalf', 'column.median'],
  ...['column.counted', 'column.people', 'column.countriesMean', 'column.withScore', 'column.principle'],
  ...['column.country', 'issue.kicker', 'level.none'],
];

export function groupBrief(
  report: GroupReport,
  sources: ReportSources,
  language: Language,
  publicUrl: string,
): GroupBrief {
  const words = wordsOf(language);
  const { catalogue } = sources.lookUp;
  const { group, members, principles, issues, distributions, populationYear, asOfYear } = report;
  const name = nameIn(catalogue, language, 'group', group.code);
  const principleName = (code: string): string => nameIn(catalogue, language, 'principle', code);
  const stands = principles.flatMap(({ code, people }) =>
    people === undefined
      ? []
      : [words.t('region.findingPart', { score: words.score(people), principle: principleName(code) })],
  );
  return {
    ...briefFrame(
      {
        title: words.t('group.brief.title', { group: name }),
        kicker: words.t(`group.brief.kicker.${group.kind}`),
        page: ['regions', group.code],
        notes: [words.t('note.missing'), words.t('overview.noRanking')],
      },
      sources,
      language,
      publicUrl,
    ),
    about: 'group',
    code: group.code,
    name,
    texts: briefTexts(TEXTS, words),
    lede: words.t('region.lede', { members: members.length }),
    finding:
      stands.length === 0
        ? words.t('group.brief.none')
        : words.t('region.finding', { phrases: words.list(stands) }),
    caption: words.t('region.principlesCaption', {
      year: words.year(asOfYear),
      populationYear: words.year(populationYear),
    }),
    principles: principles.map((line) => groupLine(line, principleName(line.code), words)),
    issues: issues.map((line) => groupLine(line, nameIn(catalogue, language, 'issue', line.code), words)),
    distributions: distributions.map((of) => ({
      name: principleName(of.code),
      groups: of.distributions.map((one) =>
        briefGroup(one, nameIn(catalogue, language, 'group', one.group.code), words),
      ),
    })),
    members: words.inOrder(
      members.map((member) => ({
        name: words.area(member),
        scores: member.principles.map(({ score }) => printed(score, words)),
      })),
    ),
  };
}

function groupLine(
  { people, countries, withScore, members }: GroupLine,
  name: string,
  words: Words,
): BriefGroupLine {
  return {
    name,
    people: printed(people, words),
    countries: printed(countries, words),
    counted: words.t('distribution.count', { count: withScore, all: members }),
  };
}

function printed(score: number | undefined, words: Words): string {
  return score === undefined ? words.t('level.none') : words.score(score);
}
