import type { Area } from '../catalogue/catalogue.js';
import type { Language } from '../language/language.js';
import { withoutUndefined } from '../platform/without-undefined.js';
import { gradeScore } from '../scoring/engine/grade.js';
import { effectiveWeights, explainNode } from '../scoring/explanation/explain-node.js';
import { explainValue } from '../scoring/explanation/explain-value.js';
import type { EffectiveWeight } from '../scoring/explanation/explanation.js';
import type { ExplanationContext } from '../scoring/explanation/explanation-context.js';
import { fedLeaves } from '../scoring/explanation/planned-tree.js';
import type { NodeScore } from '../scoring/score.js';
import type { ExplanationReport, IndicatorExplanation, NamedNode } from './explanation.js';
import { indicatorSentences, levelFormula, paceFormula } from './explanation-words.js';
import { figureSource } from './figure.js';
import type { FoundNode } from './find-node.js';
import { indicatorLine } from './indicator-line.js';
import { madeWith } from './made-with.js';
import { nameTree } from './named-tree.js';
import { nodeName } from './node-line.js';
import type { ReportSources } from './report-sources.js';
import { reportHead } from './report-sources.js';
import { statementsBehind } from './statements-on.js';
import { summarise } from './explanation-summary.js';
import { whatWouldHelp } from './what-would-help.js';

/** What to explain, and in which language. */
export interface ExplanationQuestion {
  readonly area: Area;
  readonly node: FoundNode;
  /** As-of year. */
  readonly year: number;
  readonly language: Language;
}

/**
 * Everything behind one score; all but its change since an earlier state. Source: scoring method 1.0, section 9.
 * @param context of the board in `sources`
 * @throws RangeError on an area or node that the board does not score, or a year that it does not cover
 */
export function explanationReport(
  { area, node, year, language }: ExplanationQuestion,
  context: ExplanationContext,
  sources: ReportSources,
): ExplanationReport {
  const { lookUp, board } = sources;
  const { kind, code } = node;
  const of = { ...reportHead(sources), kind: 'explanation' as const, year };
  const named = {
    area: { code: area.code, name: area.name },
    node: { kind, code, name: nodeName(kind, code, lookUp) },
  };
  const explain = (indicator: string): IndicatorExplanation =>
    explainIndicator(area.code, indicator, year, language, context, sources);

  if (kind === 'indicator') {
    const { level: score, missing, observation, ageYears } = board.indicatorScore(area.code, code, year);
    const indicators = [explain(code)];
    const actual = score === undefined ? 0 : 1;
    const own = { indicator: code, nominal: 1, actual, filled: false };
    const points = score === undefined ? {} : { level: score, points: score, pointsLost: 100 - score };
    const weights = [{ ...own, ...points }];
    const report = withoutUndefined({
      ...of,
      ...named,
      score,
      missing,
      meanAgeYears: observation === undefined ? undefined : ageYears,
      ...natures(weights, indicators),
      indicators,
      weights: weights.map((weight) => ({ ...weight, name: named.node.name })),
      help: whatWouldHelp(area, weights, year, sources),
      statements: statementsBehind(sources, area.code, node),
      madeWith: madeWith(indicators, [], sources),
    });
    return { ...report, sentences: summarise(report, language, lookUp) };
  }

  const node_ = board.nodeScore(area.code, kind, code, year);
  const tree = nameTree(explainNode(area.code, kind, code, year, context), language, lookUp);
  const weights = effectiveWeights(area.code, kind, code, year, context);
  const indicators = indicatorsOf(tree).map(explain);
  const fills = [...fedLeaves(node, area.code, year, context)].flatMap(([path, { fill }]) =>
    fill === undefined ? [] : [{ path, fill }],
  );
  const interval = intervalOf(node_, sources);
  const report = withoutUndefined({
    ...of,
    ...named,
    score: node_.score,
    missing: node_.missing,
    coverage: node_.coverage,
    coverageOfLinked: node_.coverageOfLinked,
    meanAgeYears: node_.meanAgeYears,
    grade: gradeOf(node_, interval, sources),
    interval,
    ...natures(weights, indicators),
    tree,
    indicators,
    weights: weights.map((weight) => ({ ...weight, name: nodeName('indicator', weight.indicator, lookUp) })),
    help: whatWouldHelp(area, weights, year, sources),
    statements: statementsBehind(sources, area.code, node, indicatorsOf(tree)),
    madeWith: madeWith(indicators, fills, sources),
  });
  return { ...report, sentences: summarise(report, language, lookUp) };
}

function explainIndicator(
  area: string,
  code: string,
  year: number,
  language: Language,
  context: ExplanationContext,
  sources: ReportSources,
): IndicatorExplanation {
  const indicator = sources.lookUp.indicator(code);
  if (indicator === undefined) throw new RangeError(`There is no indicator "${code}"`);
  const score = context.board.indicatorScore(area, code, year);
  const years = explainValue(indicator, score, context);
  return withoutUndefined({
    ...indicatorLine(area, indicator, sources, year),
    definition: indicator.definition,
    raw: score.raw,
    goalposts: indicator.goalposts,
    goalpostReason: indicator.goalpostReason,
    per: indicator.per,
    averageYears: indicator.averageYears,
    freshnessYears: Math.min(indicator.freshnessYears, context.maxFreshnessYears),
    years: years.map(({ year: of, figures, reported, population, value }) =>
      withoutUndefined({
        year: of,
        figures: figures.map((figure) => figureSource(figure, sources)),
        reported,
        inhabitants: population?.inhabitants,
        populationFixed: population?.fixed ?? false,
        value,
      }),
    ),
    baseFigure: score.baseObservation && figureSource(score.baseObservation, sources),
    formula: levelFormula(indicator, score, years, language),
    paceFormula: paceFormula(score, language),
    sentences: indicatorSentences(score, language),
  });
}

/** Indicators that count somewhere in a tree, each once, in order of codes. */
function indicatorsOf({ children }: NamedNode): readonly string[] {
  const codes = children.flatMap(({ kind, code, node }) => {
    if (node !== undefined) return indicatorsOf(node);
    return kind === 'indicator' ? [code] : [];
  });
  return [...new Set(codes)].sort();
}

function natures(
  weights: readonly EffectiveWeight[],
  indicators: readonly IndicatorExplanation[],
): Pick<ExplanationReport, 'natureShares' | 'shareFromCommunities'> {
  const natureShares: Record<string, number> = {};
  let shareFromCommunities = 0;
  for (const { indicator, actual, filled } of weights) {
    if (actual === 0) continue;
    const figure = indicators.find((each) => each.indicator === indicator)?.figure;
    const nature = filled || figure === undefined ? 'filled' : figure.status;
    natureShares[nature] = (natureShares[nature] ?? 0) + actual;
    if (!filled && figure?.organisation === undefined) shareFromCommunities += actual;
  }
  return { natureShares, shareFromCommunities };
}

function gradeOf(
  { grade, coverage, meanAgeYears }: NodeScore,
  interval: ExplanationReport['interval'],
  { lookUp }: ReportSources,
): ExplanationReport['grade'] {
  if (grade === undefined || meanAgeYears === undefined) return undefined;
  const { grades } = lookUp.catalogue.method;
  const width = interval === undefined ? undefined : interval.high - interval.low;
  return withoutUndefined({
    grade: gradeScore(coverage, meanAgeYears, grades, width),
    byCoverage: gradeScore(coverage, 0, grades),
    byAge: gradeScore(1, meanAgeYears, grades),
    byRange: width === undefined ? undefined : gradeScore(1, 0, grades, width),
  });
}

/** Ranges are known for the as-of year of the edition only. */
function intervalOf(
  { area, kind, code, asOfYear, score }: NodeScore,
  { board, intervals }: ReportSources,
): ExplanationReport['interval'] {
  const interval = asOfYear === board.asOfYear ? intervals?.of(area, kind, code) : undefined;
  if (interval === undefined || intervals === undefined || score === undefined) return undefined;
  const { scoreLow: low, scoreMedian: median, scoreHigh: high } = interval;
  const { revision, seed, replicates } = intervals;
  return { low, median, high, outside: score < low || score > high, revision, seed, replicates };
}
