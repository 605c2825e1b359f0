import type { ChartConfiguration, ChartDataset } from 'chart.js';
import { YEARS_RUN } from './chart-words.js';
import { mixed, type ChartTheme } from './palette.js';
import type { TrendPoint, TrendSegment, TrendSpecification } from './trend-specification.js';
import { FORECAST_DASH, PATH_DASH, TARGET_DASH, type KeyLine } from './trend-key.js';
import { commonRange } from './value-range.js';

type Line = ChartDataset<'line', { x: number; y: number }[]>;

/**
 * The Chart.js configuration of a trend: values by year, broken where years are missing or series are not comparable;
 * carried-forward values hollow, doubtful ones crosses beside the line; the required path dashed, the target and the way
 * forward dotted, the latter in its band.
 * The same for canvas, SVG and PNG; nothing here touches a canvas.
 */
export function trendConfiguration(
  specification: TrendSpecification,
  theme: ChartTheme,
): ChartConfiguration<'line'> {
  const hue = theme.hues[specification.hue ?? -1] ?? theme.neutral;
  const range = specification.yRange ?? commonRange([specification]);
  const datasets = [
    ...forecastBand(specification, hue, theme),
    ...targetLine(specification, theme),
    ...requiredPath(specification, theme),
    ...specification.segments.flatMap((segment) => runs(segment, hue, theme)),
  ];
  return {
    type: 'line',
    data: { datasets: datasets },
    options: {
      animation: false,
      responsive: false,
      parsing: false,
      normalized: true,
      locale: specification.language,
      font: { family: theme.fontFamily, size: theme.fontSize },
      color: theme.text,
      layout: { padding: { top: 4, right: 12, bottom: 0, left: 0 } },
      interaction: { mode: 'nearest', axis: 'x', intersect: false },
      scales: {
        x: {
          type: 'linear',
          min: specification.firstYear,
          max: Math.max(specification.lastYear, specification.firstYear + 1),
          offset: false,
          reverse: YEARS_RUN === 'with_the_writing' && specification.direction === 'rtl',
          grid: { display: false },
          border: { color: theme.neutral },
          ticks: {
            color: theme.quietText,
            precision: 0,
            maxRotation: 0,
            autoSkipPadding: 16,
            callback: (year) => String(year),
            font: { family: theme.fontFamily, size: theme.fontSize },
          },
        },
        y: {
          type: 'linear',
          ...(range && { min: range.low, max: range.high }),
          grid: { color: theme.grid, tickLength: 0 },
          border: { display: false },
          ticks: {
            color: theme.quietText,
            maxTicksLimit: 6,
            padding: 8,
            font: { family: theme.fontFamily, size: theme.fontSize },
          },
        },
      },
    },
  };
}

/** One dataset for each unbroken run of years of a segment, and one for its doubtful values. */
function runs(segment: TrendSegment, colour: string, theme: ChartTheme): Line[] {
  const firm = segment.points.filter(({ kind }) => kind !== 'doubtful');
  const doubtful = segment.points.filter(({ kind }) => kind === 'doubtful');
  const lines = consecutive(firm).map((points): Line => {
    const hollow = points.map(({ kind }) => kind === 'carried_forward');
    return {
      label: segment.label,
      data: points.map(at),
      borderColor: colour,
      borderWidth: 2.5,
      borderJoinStyle: 'round',
      backgroundColor: colour,
      pointStyle: 'circle',
      pointRadius: points.length > 12 ? 2.5 : 4,
      pointHoverRadius: 6,
      pointBorderColor: colour,
      pointBorderWidth: 2,
      pointBackgroundColor: hollow.map((is) => (is ? theme.ground : colour)),
      segment: { borderDash: ({ p1DataIndex }) => (hollow[p1DataIndex] === true ? [2, 4] : undefined) },
      clip: false,
    };
  });
  return doubtful.length === 0 ? lines : [...lines, crosses(segment.label, doubtful, colour)];
}

function crosses(label: string, points: readonly TrendPoint[], colour: string): Line {
  return {
    label,
    data: points.map(at),
    showLine: false,
    pointStyle: 'crossRot',
    pointRadius: 5,
    pointHoverRadius: 6,
    borderColor: colour,
    pointBorderColor: colour,
    pointBorderWidth: 2,
    backgroundColor: 'transparent',
    clip: false,
  };
}

/** The ends of the interval open from the last figure; between them goes what is most likely. */
function forecastBand({ forecast }: TrendSpecification, hue: string, theme: ChartTheme): Line[] {
  if (forecast === undefined) return [];
  const { from, to, low, high, label } = forecast;
  const lineTo = (value: number): Line => ({
    ...plainLine(label, [from, { year: to.year, value }], hue, FORECAST_DASH),
    borderWidth: 0,
  });
  const band: Line[] =
    low === undefined || high === undefined
      ? []
      : [
          { ...lineTo(low), fill: false },
          { ...lineTo(high), fill: '-1', backgroundColor: mixed(theme.ground, hue, 0.18) },
        ];
  return [{ ...lineTo(to.value), borderWidth: 2 }, ...band];
}

function targetLine({ target, firstYear }: TrendSpecification, theme: ChartTheme): Line[] {
  if (target === undefined) return [];
  return [
    plainLine(target.label, [{ year: firstYear, value: target.value }, target], theme.neutral, TARGET_DASH),
  ];
}

function requiredPath({ requiredPath: path }: TrendSpecification, theme: ChartTheme): Line[] {
  return path === undefined ? [] : [plainLine(path.label, [path.from, path.to], theme.neutral, PATH_DASH)];
}

function plainLine(
  label: string,
  points: readonly TrendPoint[],
  colour: string,
  dash: KeyLine['dash'],
): Line {
  return {
    label,
    data: points.map(at),
    borderColor: colour,
    borderWidth: 1.75,
    borderDash: [...dash],
    pointStyle: 'line',
    pointRadius: 0,
    pointHoverRadius: 0,
    clip: false,
  };
}

/** Splits points, oldest first, wherever a year is missing. */
function consecutive<Point extends TrendPoint>(points: readonly Point[]): Point[][] {
  const sorted = [...points].sort((one, other) => one.year - other.year);
  const split: Point[][] = [];
  for (const point of sorted) {
    const run = split.at(-1);
    if (run !== undefined && point.year - (run.at(-1)?.year ?? 0) === 1) run.push(point);
    else split.push([point]);
  }
  return split;
}

function at({ year, value }: TrendPoint): { x: number; y: number } {
  return { x: year, y: value };
}
