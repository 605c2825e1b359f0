import type { ChartTheme } from '../palette.js';

/** The part of a canvas context that words need. */
export interface WordCanvas {
  font: string;
  fillStyle: unknown;
  textAlign: string;
  textBaseline: string;
  direction: string;
  measureText(text: string): { readonly width: number };
  fillText(text: string, x: number, y: number): void;
}

const SIZES = { title: 18, unit: 13, note: 12 } as const;

/** The font of a part of the words around a chart. */
export function fontOf(part: keyof typeof SIZES, { fontFamily }: ChartTheme): string {
  return `${part === 'title' ? 'bold ' : ''}${String(SIZES[part])}px ${fontFamily}`;
}
