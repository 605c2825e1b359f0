import type { Area } from '../../catalogue/catalogue.js';
import { trendKey } from '../../charts/trend-key.js';
import type { TrendSpecification } from '../../charts/trend-specification.js';
import type { Words } from '../../language/words.js';
import { indicatorTrend } from '../indicator-trend.js';
import type { CountryReport, IndicatorLine } from '../report.js';
import type { ReportSources } from '../report-sources.js';
import { figureWords } from './brief-commitments.js';

/** A chart to draw, with the words around it. */
export interface BriefChart {
  readonly title: string;
  readonly unit: string;
  /** What the dashed lines are: dots of line and gap, label. */
  readonly keys: readonly { readonly dash: readonly [number, number]; readonly label: string }[];
  readonly alt: string;
  readonly notes: readonly string[];
  readonly specification: TrendSpecification;
}

const CHARTS = 4;
/** A line of fewer years says no more than a sentence. */
const LEAST_YEARS = 4;

/**
 * Charts of core indicators with a history, at most four and of different goals: first those with an agreed target, then
 * in catalogue order.
 */
export function briefCharts(
  report: CountryReport,
  area: Area,
  sources: ReportSources,
  words: Words,
): readonly BriefChart[] {
  const drawable = report.indicators.filter(({ tier, figure }) => tier === 'core' && figure !== undefined);
  const wished = [
    ...drawable.filter(({ target }) => target !== undefined),
    ...drawable.filter(({ target }) => target === undefined),
  ];
  const goals = new Set<string>();
  const charts: BriefChart[] = [];
  for (const line of wished) {
    if (charts.length === CHARTS) break;
    if (goals.has(line.goal)) continue;
    const specification = trendOf(line, area, sources, words);
    if (specification === undefined || yearsOf(specification) < LEAST_YEARS) continue;
    goals.add(line.goal);
    charts.push(chartOf(line, specification, sources, words));
  }
  return charts;
}

function trendOf(
  { indicator: code }: IndicatorLine,
  area: Area,
  sources: ReportSources,
  { language }: Words,
): TrendSpecification | undefined {
  const indicator = sources.lookUp.indicator(code);
  return indicator && indicatorTrend(area, indicator, sources, language);
}

function yearsOf({ segments }: TrendSpecification): number {
  return new Set(segments.flatMap(({ points }) => points.map(({ year }) => year))).size;
}

function chartOf(
  line: IndicatorLine,
  specification: TrendSpecification,
  { lookUp: { catalogue } }: ReportSources,
  words: Words,
): BriefChart {
  const title = figureWords(line, catalogue, words);
  return {
    title,
    unit: specification.unit,
    keys: trendKey(specification).map(({ dash, label }) => ({ dash, label })),
    alt: `${title}. ${specification.summary}`,
    notes: specification.notes.slice(0, 1),
    specification,
  };
}
