import type { BarElement, ChartConfiguration, Plugin } from 'chart.js';
import type { StatusSpecification } from './chart-specification.js';
import { drawHatching } from './hatch.js';
import { levelAxis } from './level-axis.js';
import type { ChartTheme } from './palette.js';
import { ROW_HEIGHT, rowWords } from './row-words.js';
import { statusStyle } from './status-style.js';
import { stillOptions } from './still-chart.js';

/** One bar a row, in percent; each status has its own hatching, and its share where there is room for it. */
export function statusConfiguration(
  specification: StatusSpecification,
  theme: ChartTheme,
): ChartConfiguration<'bar'> {
  const { rows, statuses, direction, language } = specification;
  return {
    type: 'bar',
    data: {
      labels: rows.map(({ label }) => label),
      datasets: statuses.map(({ status, label }) => ({
        label,
        data: rows.map(({ shares }) => 100 * (shares.find((one) => one.status === status)?.share ?? 0)),
        backgroundColor: statusStyle(status, theme).fill,
        borderWidth: 0,
        barThickness: ROW_HEIGHT / 2 - 5,
      })),
    },
    options: {
      ...stillOptions(theme, language),
      parsing: {},
      indexAxis: 'y',
      interaction: { mode: 'nearest', axis: 'xy', intersect: false },
      scales: {
        x: { ...levelAxis(theme, direction, 25), stacked: true },
        y: { type: 'category', display: false, stacked: true },
      },
    },
    plugins: [segments(specification, theme), rowWords(rows, direction, theme)],
  };
}

/** Hatches the segments, puts a line around them, and prints their shares. */
function segments({ statuses, rows, direction }: StatusSpecification, theme: ChartTheme): Plugin<'bar'> {
  return {
    id: 'segments',
    afterDatasetsDraw: (chart) => {
      const { ctx } = chart;
      ctx.save();
      ctx.direction = direction;
      ctx.font = `${String(theme.fontSize - 1)}px ${theme.fontFamily}`;
      ctx.textAlign = 'center';
      ctx.textBaseline = 'middle';
      for (const [position, { status }] of statuses.entries()) {
        const { line, hatching } = statusStyle(status, theme);
        for (const [at, element] of chart.getDatasetMeta(position).data.entries()) {
          const box = boxOf(element as BarElement);
          if (box.width < 0.5) continue;
          drawHatching(ctx, hatching, line, box, () => {
            ctx.rect(box.left, box.top, box.width, box.height);
          });
          ctx.strokeStyle = theme.neutral;
          ctx.lineWidth = 1;
          ctx.strokeRect(box.left + 0.5, box.top + 0.5, box.width - 1, box.height - 1);
          const printed = rows[at]?.shares.find((one) => one.status === status)?.printed ?? '';
          const width = ctx.measureText(printed).width;
          if (box.width < width + 16) continue;
          const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
          ctx.fillStyle = theme.ground;
          ctx.fillRect(x - width / 2 - 4, y - 7, width + 8, 14);
          ctx.fillStyle = theme.text;
          ctx.fillText(printed, x, y);
        }
      }
      ctx.restore();
    },
  };
}

function boxOf(element: BarElement): { left: number; top: number; width: number; height: number } {
  const { x, y, base, height } = element.getProps(['x', 'y', 'base', 'height'], true) as Record<
    'x' | 'y' | 'base' | 'height',
    number
  >;
  return { left: Math.min(x, base), top: y - height / 2, width: Math.abs(x - base), height };
}
