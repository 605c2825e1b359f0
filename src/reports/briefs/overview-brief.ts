import { nameIn } from '../../catalogue/name-in.js';
import { frameworkIn, unitIn } from '../../catalogue/text-in.js';
import type { Language } from '../../language/language.js';
import { wordsOf, type Words } from '../../language/words.js';
import type { Status } from '../../scoring/score.js';
import type { OverviewReport } from '../report.js';
import type { ReportSources } from '../report-sources.js';
import { briefFrame, type BriefFrame } from './brief-frame.js';
import { briefGroup, type BriefGroup } from './brief-groups.js';
import { briefTexts } from './brief-texts.js';
import { methodLines } from './country-brief.js';

/** Everything a template about the world may print. */
interface OverviewBrief extends BriefFrame {
  readonly about: 'overview';
  readonly code: 'WORLD';
  readonly texts: Readonly<Record<string, string>>;
  readonly lede: string;
  readonly base: string;
  readonly principles: readonly {
    readonly name: string;
    /** How many countries go which way. */
    readonly directions: string;
    /** The world and its regions. */
    readonly groups: readonly BriefGroup[];
  }[];
  readonly targets: OverviewTargets;
  readonly method: readonly string[];
}

/** How many countries stand where on each agreed target: the statuses that some country has, and a count for each. */
interface OverviewTargets {
  readonly heads: readonly string[];
  readonly lines: readonly {
    readonly name: string;
    readonly by: string;
    readonly counts: readonly string[];
  }[];
}

const TEXTS = [
  ...['overview.principles', 'brief.howToReadGroups', 'column.group', 'column.line', 'column.middleHalf'],
  ...['column.median', 'column.counted', 'level.none', 'overview.noScore', 'targets.title', 'way.target'],
  ...['overview.brief.noTargets', 'overview.brief.coverageNote', 'overview.noRanking', 'brief.method'],
];

const STATUSES: readonly Status[] = [
  'target_met',
  'on_track',
  'needs_acceleration',
  'limited',
  'regressing',
  'target_missed',
  'not_assessable',
];

export function overviewBrief(
  report: OverviewReport,
  sources: ReportSources,
  language: Language,
  publicUrl: string,
): OverviewBrief {
  const words = wordsOf(language);
  const { catalogue } = sources.lookUp;
  const framework = frameworkIn(catalogue, language);
  return {
    ...briefFrame(
      {
        title: words.t('overview.brief.title', { framework: framework.name }),
        kicker: words.t('overview.brief.kicker'),
        page: [],
        notes: [words.t('note.missing'), words.t('overview.noRanking')],
      },
      sources,
      language,
      publicUrl,
    ),
    about: 'overview',
    code: 'WORLD',
    texts: briefTexts(TEXTS, words),
    lede: ledeOf(report, sources, words),
    base: baseOf(report, words),
    principles: report.principles.map(({ code, distributions }) => ({
      name: nameIn(catalogue, language, 'principle', code),
      directions: directionsOf(distributions, words),
      groups: distributions.map((one) =>
        briefGroup(one, nameIn(catalogue, language, 'group', one.group.code), words),
      ),
    })),
    targets: targetsOf(report.targets, sources, words),
    method: methodLines(words),
  };
}

type Principles = OverviewReport['principles'];

function worldOf(distributions: Principles[number]['distributions']) {
  return distributions.find(({ group }) => group.kind === 'world');
}

function ledeOf({ principles }: OverviewReport, { lookUp }: ReportSources, words: Words): string {
  const phrases = principles.flatMap(({ code, distributions }) => {
    const median = worldOf(distributions)?.median;
    const principle = nameIn(lookUp.catalogue, words.language, 'principle', code);
    return median === undefined
      ? []
      : [words.t('overview.findingPart', { score: words.score(median), principle })];
  });
  return phrases.length === 0
    ? words.t('overview.empty')
    : words.t('overview.finding', { phrases: words.list(phrases) });
}

function baseOf(
  { observations, indicatorsWithFigures, areas, principles }: OverviewReport,
  words: Words,
): string {
  if (observations === 0) return words.t('overview.empty');
  return words.t('overview.base', {
    figures: observations,
    indicators: indicatorsWithFigures,
    countries: areas.filter((area) => area.principles.some(({ score }) => score !== undefined)).length,
    principles: principles.filter(({ distributions }) => distributions.some(({ withScore }) => withScore > 0))
      .length,
    allPrinciples: principles.length,
  });
}

function directionsOf(distributions: Principles[number]['distributions'], words: Words): string {
  const { withScore, improving, steady, declining } = worldOf(distributions) ?? {
    withScore: 0,
    improving: 0,
    steady: 0,
    declining: 0,
  };
  if (withScore === 0) return words.t('overview.noScore');
  const unknown = withScore - improving - steady - declining;
  if (unknown === withScore) return words.t('overview.noneMoving');
  return words.t('overview.brief.directions', { improving, steady, declining, unknown });
}

function targetsOf(
  targets: OverviewReport['targets'],
  { lookUp: { catalogue } }: ReportSources,
  words: Words,
): OverviewTargets {
  const shown = STATUSES.filter((status) => targets.some(({ statuses }) => statuses[status] > 0));
  return {
    heads: [...shown.map((status) => words.t(`status.${status}`)), words.t('targets.without')],
    lines: targets.map(({ indicator, unit, target, targetYear, statuses, without }) => ({
      name: nameIn(catalogue, words.language, 'indicator', indicator),
      by: words.t('way.by', {
        value: words.quantity(target, unitIn(catalogue, words.language, unit)),
        year: words.year(targetYear),
      }),
      counts: [...shown.map((status) => statuses[status]), without].map(words.value),
    })),
  };
}
