import type { Area } from '../../catalogue/catalogue.js';
import { nameIn } from '../../catalogue/name-in.js';
import { frameworkIn, unitIn } from '../../catalogue/text-in.js';
import type { Language } from '../../language/language.js';
import { wordsOf, type Words } from '../../language/words.js';
import { countParticipation } from '../participation/count-participation.js';
import { participationSentences } from '../participation/participation-words.js';
import { takingPart } from '../participation/taking-part.js';
import type { CountryReport, IndicatorLine } from '../report.js';
import type { ReportSources } from '../report-sources.js';
import { summarySentence } from '../summary-sentence.js';
import type { WhatItTakes } from '../what-it-takes.js';
import { factorWords, requiredWords } from '../what-it-takes-words.js';
import { briefCharts, type BriefChart } from './brief-charts.js';
import { briefCommitments, type BriefObjective } from './brief-commitments.js';
import { disputedLines } from './brief-disputed.js';
import { briefFrame, type BriefFrame } from './brief-frame.js';
import { briefNode, type BriefNode } from './brief-nodes.js';
import { briefSources } from './brief-sources.js';
import { isolated } from './isolated.js';
import { briefTexts } from './brief-texts.js';
import { briefCard, briefStatement, type BriefCard, type BriefStatement } from './brief-voices.js';

/** Everything a template about a country may print: texts and printed numbers, and places on a line for drawing. */
export interface CountryBrief extends BriefFrame {
  readonly about: 'country';
  readonly code: string;
  readonly name: string;
  readonly group?: string;
  /** Labels and headings by key. */
  readonly texts: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly framework: { readonly name: string; readonly lines: readonly BriefFrameworkLine[] };
  readonly principles: readonly BriefNode[];
  readonly charts: readonly BriefChart[];
  readonly objectives: readonly BriefObjective[];
  /** A sentence on each disputed assessment. */
  readonly disputed: readonly string[];
  readonly ways: readonly BriefWay[];
  readonly cards: readonly BriefCard[];
  readonly communities: readonly string[];
  /** Who contributed on the country, and which groups did not. */
  readonly participation: string;
  readonly statements: readonly BriefStatement[];
  readonly method: readonly string[];
  readonly sources: readonly string[];
}

/** A principle and what it is about. */
interface BriefFrameworkLine {
  readonly name: string;
  readonly goals: string;
}

/** What it would take to meet a target, printed. */
interface BriefWay {
  readonly name: string;
  readonly now: string;
  readonly target: string;
  readonly required: string;
  readonly ownPast?: string;
  readonly peers?: string;
}

const TEXTS = [
  ...['brief.fiveLines', 'country.principles', 'brief.howToRead', 'country.trends', 'country.noTrends'],
  ...[
    'country.commitments',
    'brief.commitments',
    'brief.commitment',
    'brief.evidence',
    'column.score',
    'brief.disputed.title',
  ],
  ...['way.title', 'way.intro', 'column.indicator', 'brief.now', 'way.target', 'way.required', 'way.ownPast'],
  ...['way.peers', 'brief.noWays', 'country.communities', 'brief.noCard', 'brief.statements'],
  ...[
    'brief.noStatements',
    'brief.method',
    'brief.separator',
    'brief.sources',
    'node.of100',
    'level.none',
    'brief.without',
  ],
  ...['brief.listedCommunities', 'country.communitiesNote'],
];

export function countryBrief(
  report: CountryReport,
  area: Area,
  sources: ReportSources,
  language: Language,
  publicUrl: string,
): CountryBrief {
  const words = wordsOf(language);
  const { catalogue } = sources.lookUp;
  const framework = frameworkIn(catalogue, language);
  const name = words.area(area);
  const title = words.t('brief.country.title', { country: name, framework: framework.name });
  const frame = briefFrame(
    {
      title,
      kicker: words.t('brief.country.kicker'),
      page: ['countries', area.code],
      notes: [words.t('note.missing'), ...termsOf(report.indicators, words)],
    },
    sources,
    language,
    publicUrl,
  );
  return {
    ...frame,
    about: 'country',
    code: area.code,
    name,
    ...(area.unGroup !== undefined && { group: nameIn(catalogue, language, 'group', area.unGroup) }),
    texts: briefTexts(TEXTS, words),
    summary: summarySentence(report.summary, words),
    framework: { name: framework.name, lines: frameworkLines(sources, words) },
    principles: report.principles.map((node, hue) => briefNode(area.code, node, hue, sources, words)),
    charts: briefCharts(report, area, sources, words),
    objectives: briefCommitments(report, sources, words),
    disputed: disputedLines(report, sources, words),
    ways: report.whatWouldItTake.map((way) => briefWay(way, sources, words)),
    cards: report.nri.map((card) => briefCard(card, words)),
    communities: report.communities.map((community) => community.name),
    participation: participationSentences(countParticipation(takingPart(sources, [area])), true, words).join(
      ' ',
    ),
    statements: report.statements.map((statement) => briefStatement(statement, words)),
    method: methodLines(words),
    sources: briefSources(report.indicators),
  };
}

/** How the scores are made, in five lines. */
export function methodLines(words: Words): readonly string[] {
  return ['marks', 'pace', 'average', 'range', 'trace'].map((line) => words.t(`method.line.${line}`));
}

function frameworkLines({ lookUp }: ReportSources, words: Words): readonly BriefFrameworkLine[] {
  const { catalogue } = lookUp;
  return catalogue.principles.map(({ code }) => ({
    name: nameIn(catalogue, words.language, 'principle', code),
    goals: words.list(
      lookUp.goalsOfPrinciple(code).map((goal) => nameIn(catalogue, words.language, 'goal', goal.code)),
    ),
  }));
}

function termsOf(lines: readonly IndicatorLine[], words: Words): readonly string[] {
  const figures = lines.flatMap(({ figure }) => figure ?? []);
  return [
    ...(figures.some(({ provenance }) => provenance !== undefined) ? [words.t('note.bundledFigures')] : []),
    ...(figures.some(({ redistribution }) => redistribution === 'nc-sa' || redistribution === 'ask')
      ? [words.t('note.someTerms')]
      : []),
  ];
}

function briefWay(
  { indicator, unit, value, year, target, targetYear, required, ownPast, peers }: WhatItTakes,
  { lookUp: { catalogue } }: ReportSources,
  words: Words,
): BriefWay {
  return {
    name: nameIn(catalogue, words.language, 'indicator', indicator),
    now: words.t('way.milestone', {
      value: isolated(words.quantity(value, unitIn(catalogue, words.language, unit)), words),
      year: words.year(year),
    }),
    target: words.t('way.by', { value: words.value(target), year: words.year(targetYear) }),
    ...(required === undefined
      ? { required: words.t('way.TARGET_YEAR_PASSED') }
      : {
          required: requiredWords(required, words),
          ownPast: factorWords(ownPast, words),
          peers: factorWords(peers, words),
        }),
  };
}
