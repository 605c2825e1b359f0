import type { ChartConfiguration, ChartDataset, Plugin } from 'chart.js';
import type { DistributionSpecification, PlacedArea } from './chart-specification.js';
import { drawDots } from './dots.js';
import { levelAxis } from './level-axis.js';
import type { ChartTheme } from './palette.js';
import { stillOptions } from './still-chart.js';

/** `area`: whose mark it is. */
type Marks = ChartDataset<'line', { x: number; y: number; area: string }[]>;

/** Dots no farther apart than so many points are stacked. */
const STACK_POINTS = 1.4;
/** Room above the dots for each name of a chosen area, in dots. */
const NAME_DOTS = 2.2;

/** Every area a dot at its level, stacked where they meet; the chosen ones in colour, larger and named; the middle half shaded. */
export function distributionConfiguration(
  specification: DistributionSpecification,
  theme: ChartTheme,
): ChartConfiguration<'line'> {
  const { areas, direction, language, hue } = specification;
  const placed = stacked(areas);
  const chosen = placed.filter(({ area }) => area.chosen);
  const others = placed.filter(({ area }) => !area.chosen);
  const tallest = Math.max(0, ...placed.map(({ y }) => y));
  const colour = theme.hues[hue ?? -1] ?? theme.text;
  return {
    type: 'line',
    data: { datasets: [marks(chosen, 6), marks(others, 3.5)] },
    options: {
      ...stillOptions(theme, language),
      interaction: { mode: 'nearest', axis: 'xy', intersect: false },
      scales: {
        x: levelAxis(theme, direction),
        y: { type: 'linear', display: false, min: -1.2, max: tallest + 2 + chosen.length * NAME_DOTS },
      },
    },
    plugins: [
      middleHalf(specification, theme),
      dots(theme, [colour, theme.neutral]),
      names(chosen, tallest, direction, theme),
    ],
  };
}

interface Stacked {
  readonly area: PlacedArea;
  readonly y: number;
}

/** From the lowest to the highest; a dot that would cover the one before stands on it. */
function stacked(areas: readonly PlacedArea[]): readonly Stacked[] {
  const ordered = areas.toSorted((one, other) => one.value - other.value);
  let start = -Infinity;
  let y = 0;
  return ordered.map((area) => {
    if (area.value - start < STACK_POINTS) y += 1;
    else [start, y] = [area.value, 0];
    return { area, y };
  });
}

/** Marks to point at; `dots` draws them. */
function marks(placed: readonly Stacked[], radius: number): Marks {
  return {
    data: placed.map(({ area, y }) => ({ x: area.value, y, area: area.area })),
    showLine: false,
    pointRadius: 0,
    pointHitRadius: radius,
    pointHoverRadius: radius + 2,
    clip: false,
  };
}

/** Draws the marks of each dataset, the last first. */
function dots(theme: ChartTheme, colours: readonly string[]): Plugin<'line'> {
  return {
    id: 'dots',
    beforeDatasetsDraw: (chart) => {
      for (const [at, colour] of [...colours.entries()].reverse()) {
        const { data } = chart.getDatasetMeta(at);
        const radius = Number(chart.data.datasets[at]?.pointHitRadius);
        const places = data.map(({ x, y }) => [x, y] as const);
        drawDots(chart.ctx, places, theme.ground, radius + 1);
        drawDots(chart.ctx, places, colour, radius);
      }
    },
  };
}

function middleHalf({ middle }: DistributionSpecification, theme: ChartTheme): Plugin<'line'> {
  return {
    id: 'middleHalf',
    beforeDatasetsDraw: ({ ctx, chartArea: { top, bottom }, scales }) => {
      const at = (value: number): number => scales['x']?.getPixelForValue(value) ?? 0;
      if (middle === undefined) return;
      const [left, right] = [at(middle.low), at(middle.high)].sort((one, other) => one - other) as [
        number,
        number,
      ];
      ctx.save();
      ctx.fillStyle = theme.grid;
      ctx.fillRect(left, top, right - left, bottom - top);
      ctx.strokeStyle = theme.text;
      ctx.lineWidth = 2;
      ctx.beginPath();
      ctx.moveTo(at(middle.median), top);
      ctx.lineTo(at(middle.median), bottom);
      ctx.stroke();
      ctx.restore();
    },
  };
}

/** One line of writing for each chosen area, above all dots, joined to its dot. */
function names(
  chosen: readonly Stacked[],
  tallest: number,
  direction: 'ltr' | 'rtl',
  theme: ChartTheme,
): Plugin<'line'> {
  return {
    id: 'names',
    afterDatasetsDraw: ({ ctx, chartArea, scales: { x: levels, y: heights } }) => {
      if (levels === undefined || heights === undefined) return;
      ctx.save();
      ctx.direction = direction;
      ctx.font = `bold ${String(theme.fontSize)}px ${theme.fontFamily}`;
      ctx.textBaseline = 'middle';
      for (const [position, { area, y }] of chosen.entries()) {
        const text = `${area.name} ${area.printed}`;
        const width = ctx.measureText(text).width;
        const x = levels.getPixelForValue(area.value);
        const line = heights.getPixelForValue(tallest + 2 + position * NAME_DOTS);
        const isRight = x + width + 8 <= chartArea.right;
        ctx.strokeStyle = theme.neutral;
        ctx.lineWidth = 1;
        ctx.beginPath();
        ctx.moveTo(x, heights.getPixelForValue(y) - 7);
        ctx.lineTo(x, line);
        ctx.stroke();
        ctx.textAlign = isRight ? 'left' : 'right';
        ctx.fillStyle = theme.ground;
        ctx.fillRect(isRight ? x + 2 : x - width - 8, line - 8, width + 6, 16);
        ctx.fillStyle = theme.text;
        ctx.fillText(text, isRight ? x + 5 : x - 5, line);
      }
      ctx.restore();
    },
  };
}
