import type { ChartTheme } from './palette.js';

/** An axis from 0 to 100 along the lines of writing, marked at each fifth or quarter. */
export function levelAxis(theme: ChartTheme, direction: 'ltr' | 'rtl', step = 20) {
  return {
    type: 'linear' as const,
    min: 0,
    max: 100,
    reverse: direction === 'rtl',
    grid: { color: theme.grid, tickLength: 0 },
    border: { display: false },
    ticks: {
      color: theme.quietText,
      stepSize: step,
      maxRotation: 0,
      padding: 6,
      font: { family: theme.fontFamily, size: theme.fontSize },
    },
  };
}
