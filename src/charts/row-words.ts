import type { Plugin } from 'chart.js';
import type { ChartTheme } from './palette.js';

/** Height of one row: its words above, its marks below. CSS pixels. */
export const ROW_HEIGHT = 46;

interface WordedRow {
  readonly label: string;
  readonly printed?: string;
}

/**
 * Writes the name of each row above its marks where lines begin, and its figure where they end. Scale `y` has a place
 * for each row, by its position.
 */
export function rowWords(
  rows: readonly WordedRow[],
  direction: 'ltr' | 'rtl',
  theme: ChartTheme,
): Plugin<'line' | 'bar'> {
  const [start, end] = direction === 'rtl' ? (['right', 'left'] as const) : (['left', 'right'] as const);
  return {
    id: 'rowWords',
    afterDatasetsDraw: ({ ctx, chartArea, scales }) => {
      ctx.save();
      ctx.direction = direction;
      ctx.textBaseline = 'bottom';
      for (const [position, { label, printed }] of rows.entries()) {
        const bottom = (scales['y']?.getPixelForValue(position) ?? 0) - ROW_HEIGHT / 4 + 1;
        ctx.font = `${String(theme.fontSize)}px ${theme.fontFamily}`;
        const figureWidth = printed === undefined ? 0 : ctx.measureText(printed).width + 12;
        ctx.textAlign = start;
        ctx.fillStyle = theme.text;
        const room = chartArea.right - chartArea.left - figureWidth;
        ctx.fillText(
          shortened(label, room, (text) => ctx.measureText(text).width),
          chartArea[start],
          bottom,
        );
        if (printed === undefined) continue;
        ctx.textAlign = end;
        ctx.fillStyle = theme.quietText;
        ctx.fillText(printed, chartArea[end], bottom);
      }
      ctx.restore();
    },
  };
}

/** As much of a text as there is room for; an ellipsis stands for the rest. */
export function shortened(text: string, room: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= room) return text;
  const letters = Array.from(text);
  while (letters.length > 1 && widthOf(`${letters.join('').trimEnd()}…`) > room) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
