import type { ChartTheme } from '../palette.js';
import { trendKey } from '../trend.js';
import type { TrendSpecification } from '../trend-specification.js';
import { wrapText } from './wrap-text.js';

/** Where the words of a picture go and how much room they leave to the chart, in CSS pixels. */
export interface PictureLayout {
  readonly width: number;
  readonly height: number;
  readonly padding: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  /** Where the chart with its axes lies, without the words above and below. */
  readonly chart: { readonly top: number; readonly height: number };
  readonly title: readonly string[];
  readonly notes: readonly string[];
}

/** The part of a canvas context that words need. */
export interface WordCanvas {
  font: string;
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  textAlign: string;
  textBaseline: string;
  measureText(text: string): { readonly width: number };
  fillText(text: string, x: number, y: number): void;
  setLineDash(dash: number[]): void;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  stroke(): void;
}

const margin = 20;
const titleLine = 24;
const unitLine = 28;
const keyLine = 19;
const noteLine = 17;

const titleFont = (theme: ChartTheme): string => `bold 18px ${theme.fontFamily}`;
const unitFont = (theme: ChartTheme): string => `13px ${theme.fontFamily}`;
const noteFont = (theme: ChartTheme): string => `12px ${theme.fontFamily}`;

/** Wraps title and notes to the width and finds out how high the picture becomes. */
export function layOut(
  context: WordCanvas,
  specification: TrendSpecification,
  { width, chartHeight }: { readonly width: number; readonly chartHeight: number },
  theme: ChartTheme,
): PictureLayout {
  const room = width - 2 * margin;
  context.font = titleFont(theme);
  const title = wrapText(context, specification.title, room);
  context.font = noteFont(theme);
  const notes = specification.notes.flatMap((note) => wrapText(context, note, room));
  const top = margin + title.length * titleLine + unitLine + trendKey(specification).length * keyLine + 10;
  const bottom = notes.length * noteLine + margin;
  return {
    width,
    height: top + chartHeight + bottom,
    padding: { top, right: margin + 8, bottom: bottom + 10, left: margin },
    chart: { top: top - 8, height: chartHeight },
    title,
    notes,
  };
}

/** Writes title, unit, key and notes around the chart. */
export function writeWords(
  context: WordCanvas,
  specification: TrendSpecification,
  { title, notes, height }: PictureLayout,
  theme: ChartTheme,
): void {
  context.textAlign = 'left';
  context.textBaseline = 'top';
  context.fillStyle = theme.text;
  context.font = titleFont(theme);
  title.forEach((line, index) => {
    context.fillText(line, margin, margin + index * titleLine);
  });
  const unitTop = margin + title.length * titleLine + 2;
  context.fillStyle = theme.quietText;
  context.font = unitFont(theme);
  context.fillText(specification.unit, margin, unitTop);
  writeKey(context, specification, unitTop + unitLine - 2, theme);
  context.font = noteFont(theme);
  notes.forEach((line, index) => {
    context.fillText(line, margin, height - margin - (notes.length - index) * noteLine);
  });
}

function writeKey(
  context: WordCanvas,
  specification: TrendSpecification,
  top: number,
  theme: ChartTheme,
): void {
  context.strokeStyle = theme.neutral;
  context.lineWidth = 1.75;
  trendKey(specification).forEach(({ label, dash }, index) => {
    context.fillText(label, margin + 38, top + index * keyLine);
    context.setLineDash([...dash]);
    context.beginPath();
    context.moveTo(margin, top + index * keyLine + 8);
    context.lineTo(margin + 30, top + index * keyLine + 8);
    context.stroke();
  });
  context.setLineDash([]);
}
