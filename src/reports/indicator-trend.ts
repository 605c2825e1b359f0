import type { Area, Indicator } from '../catalogue/catalogue.js';
import { nameIn } from '../catalogue/name-in.js';
import { unitIn } from '../catalogue/text-in.js';
import { areaName } from '../language/area-name.js';
import { withoutUndefined } from '../platform/without-undefined.js';
import type { TrendPoint, TrendSegment, TrendSpecification } from '../charts/trend-specification.js';
import type { Language } from '../language/language.js';
import { printQuantity, printValue } from '../language/print-value.js';
import { translate } from '../language/translate.js';
import { readComparableEditions } from '../scoring/board/series-priority.js';
import { spokenIn } from './charts/chart-head.js';
import { indicatorForecast } from './indicator-forecast.js';
import { indicatorTrendNotes, type Mark } from './indicator-trend-notes.js';
import { hueOf } from './node-trend.js';
import type { ReportSources } from './report-sources.js';

/**
 * Values of one indicator over the years, as scoring reads them: divided by population or averaged where the
 * indicator asks for it, one source a year. The line breaks where editions may not be compared.
 */
export function indicatorTrend(
  area: Area,
  indicator: Indicator,
  sources: ReportSources,
  language: Language,
): TrendSpecification {
  const { board, lookUp } = sources;
  const { method } = lookUp.catalogue;
  const unit = unitIn(lookUp.catalogue, language, indicator.unit);
  const marks = readMarks(area.code, indicator, sources);
  const runs = comparableRuns(marks, sources);
  const counted = marks.filter(({ kind }) => kind === 'observed');
  const [first] = counted;
  const last = counted.at(-1);
  const print = (value: number): string => printValue(value, language);
  const target = targetOf(indicator, method.defaultTargetYear);
  const path = target && requiredPath(area.code, indicator, target, counted, sources);
  const names = {
    area: areaName(language, area),
    name: nameIn(lookUp.catalogue, language, 'indicator', indicator.code),
  };
  return withoutUndefined({
    kind: 'trend' as const,
    ...spokenIn(language),
    title:
      last === undefined
        ? translate(language, 'trend.indicator.title.empty', names)
        : translate(language, 'trend.indicator.title', {
            ...names,
            value: printQuantity(last.value, unit, language),
            year: last.year,
          }),
    summary:
      first === undefined || last === undefined
        ? translate(language, 'trend.empty.summary')
        : translate(language, 'trend.indicator.summary', {
            count: counted.length,
            firstValue: print(first.value),
            firstYear: first.year,
            lastValue: print(last.value),
            lastYear: last.year,
          }),
    unit,
    firstYear: board.firstYear,
    lastYear: Math.max(board.asOfYear, target?.year ?? board.asOfYear),
    segments: runs.map(trendSegment),
    target: target && {
      ...target,
      label: translate(language, 'trend.indicator.target', { year: target.year, value: print(target.value) }),
    },
    requiredPath: path && {
      ...path,
      label: translate(language, 'trend.indicator.path', { year: path.from.year }),
    },
    forecast: last && indicatorForecast(area.code, indicator, last, board, language),
    ...indicatorTrendNotes(area, indicator, runs, sources, language),
    hue: hueOf('indicator', indicator.code, lookUp),
  });
}

/** Figures that counted as of their own year, doubtful ones, and the last one for as long as it still counts. */
function readMarks(
  area: string,
  indicator: Indicator,
  { board, lookUp, seriesEditions }: ReportSources,
): Mark[] {
  const marks: Mark[] = [];
  for (let year = board.firstYear; year <= board.asOfYear; year += 1) {
    const { value, year: valueYear, observation } = board.indicatorScore(area, indicator.code, year);
    const series = observation && seriesEditions.get(observation.seriesEditionId);
    if (value !== undefined && valueYear === year && series !== undefined) {
      marks.push({ year, value, kind: 'observed', series });
      continue;
    }
    const doubtful = board
      .observations(area, indicator.code)
      .find((candidate) => candidate.year === year && candidate.status === 'doubtful');
    const doubtfulSeries = doubtful && seriesEditions.get(doubtful.seriesEditionId);
    if (doubtful !== undefined && doubtfulSeries !== undefined && indicator.per === undefined) {
      marks.push({ year, value: doubtful.value, kind: 'doubtful', series: doubtfulSeries });
    }
  }
  const last = marks.findLast(({ kind }) => kind === 'observed');
  if (last === undefined) return marks;
  const freshness = Math.min(indicator.freshnessYears, lookUp.catalogue.method.maxFreshnessYears);
  const until = Math.min(board.asOfYear, last.year + freshness);
  for (let year = last.year + 1; year <= until; year += 1) {
    if (marks.some((mark) => mark.year === year)) continue;
    marks.push({ ...last, year, kind: 'carried_forward' });
  }
  return marks.sort((a, b) => a.year - b.year);
}

/** Marks in order of years, cut where an edition may not be compared with the one before. */
function comparableRuns(marks: readonly Mark[], { lookUp }: ReportSources): readonly (readonly Mark[])[] {
  const comparable = readComparableEditions(lookUp.catalogue);
  const runs: Mark[][] = [];
  for (const mark of marks) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run !== undefined && before !== undefined && comparable(before.series, mark.series)) run.push(mark);
    else runs.push([mark]);
  }
  return runs;
}

function trendSegment(run: readonly Mark[]): TrendSegment {
  return {
    label: run[0]?.series.edition ?? '',
    points: run.map(({ year, value, kind }) => ({ year, value, kind })),
  };
}

/** Only a target that somebody agreed is drawn. */
function targetOf(indicator: Indicator, defaultYear: number): TrendPoint | undefined {
  if (indicator.target === undefined || indicator.targetBasis === undefined) return undefined;
  return { value: indicator.target, year: indicator.targetYear ?? defaultYear };
}

/** From the value the pace starts from; `undefined` when the pace asks for nothing or its start is not at hand. */
function requiredPath(
  area: string,
  indicator: Indicator,
  target: TrendPoint,
  counted: readonly Mark[],
  { board }: ReportSources,
): { readonly from: TrendPoint; readonly to: TrendPoint } | undefined {
  const { pace, baseObservation } = board.indicatorScore(area, indicator.code);
  if (baseObservation === undefined || typeof pace?.requiredPace !== 'number') return undefined;
  const drawn = counted.find(
    ({ year, series }) => year === baseObservation.year && series.id === baseObservation.seriesEditionId,
  );
  const asReported = indicator.per === undefined && indicator.averageYears === 1;
  const value = drawn?.value ?? (asReported ? baseObservation.value : undefined);
  return value === undefined ? undefined : { from: { year: baseObservation.year, value }, to: target };
}
