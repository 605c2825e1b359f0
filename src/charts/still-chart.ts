import type { ChartTheme } from './palette.js';

/** What all charts have in common: they stand still, and take data as given. */
export function stillOptions(theme: ChartTheme, language: string) {
  return {
    animation: false,
    responsive: false,
    parsing: false,
    normalized: true,
    locale: language,
    font: { family: theme.fontFamily, size: theme.fontSize },
    color: theme.text,
    layout: { padding: { top: 4, right: 12, bottom: 0, left: 12 } },
  } as const;
}
