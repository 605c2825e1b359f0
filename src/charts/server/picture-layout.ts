import { chartKey, type KeyEntry } from '../chart-key.js';
import type { ChartSpecification } from '../chart-specification.js';
import type { ChartTheme } from '../palette.js';
import { chartHeight as neededHeight, chartSize, MARGIN, SPARKLINE } from '../picture-size.js';
import { shortened } from '../row-words.js';
import type { PictureOptions } from './picture-options.js';
import { fontOf, type WordCanvas } from './word-canvas.js';
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
  /** Absent where the chart is drawn alone. */
  readonly words?: {
    readonly title: readonly string[];
    readonly unitTop: number;
    readonly key: readonly PlacedEntry[];
    readonly notes: readonly string[];
  };
}

/** An entry of the key; `start` is counted from where lines begin. */
export interface PlacedEntry extends KeyEntry {
  readonly start: number;
  readonly top: number;
}

export const TITLE_LINE = 24;
export const NOTE_LINE = 17;
/** Width of a sample of the key, and of the gap behind it. */
export const SAMPLE = { width: 30, gap: 8 } as const;
const UNIT_LINE = 24;
const KEY_LINE = 20;
const KEY_GAP = 18;
const LEAST_CHART = 60;

/** Wraps title and notes to the width and finds out how high the picture becomes. */
export function layOut(
  context: WordCanvas,
  specification: ChartSpecification,
  options: PictureOptions,
  theme: ChartTheme,
): PictureLayout {
  const isSparkline = specification.kind === 'sparkline';
  const width = options.width ?? (isSparkline ? SPARKLINE.width : chartSize.width);
  const wished = options.chartHeight ?? neededHeight(specification, width);
  if (isSparkline || options.words === false) return alone(width, options.height ?? wished);
  const room = width - 2 * MARGIN;
  context.font = fontOf('title', theme);
  const title = wrapText(context, specification.title, room);
  const unitTop = MARGIN + title.length * TITLE_LINE + 2;
  context.font = fontOf('unit', theme);
  const key = placed(chartKey(specification, theme), unitTop + UNIT_LINE, room, context);
  context.font = fontOf('note', theme);
  const notes = specification.notes.flatMap((note) => wrapText(context, note, room));
  const top = (key.at(-1)?.top ?? unitTop) + KEY_LINE + 12;
  const bottom = notes.length * NOTE_LINE + MARGIN;
  const chartHeight =
    options.height === undefined ? wished : Math.max(LEAST_CHART, options.height - top - bottom);
  return {
    width,
    height: top + chartHeight + bottom,
    padding: { top, right: MARGIN + 8, bottom: bottom + 10, left: MARGIN },
    chart: { top: top - 8, height: chartHeight },
    words: { title, unitTop, key, notes },
  };
}

function alone(width: number, height: number): PictureLayout {
  return {
    width,
    height,
    padding: { top: 8, right: 12, bottom: 4, left: 6 },
    chart: { top: 0, height },
  };
}

/** Lays the entries of a key in lines, as words are. */
function placed(
  entries: readonly KeyEntry[],
  firstTop: number,
  room: number,
  context: WordCanvas,
): readonly PlacedEntry[] {
  let [start, top] = [0, firstTop];
  return entries.map((entry) => {
    const roomOfLabel = room - SAMPLE.width - SAMPLE.gap;
    const label = shortened(entry.label, roomOfLabel, (text) => context.measureText(text).width);
    const width = SAMPLE.width + SAMPLE.gap + context.measureText(label).width;
    if (start > 0 && start + width > room) [start, top] = [0, top + KEY_LINE];
    const place = { ...entry, label, start, top };
    start += width + KEY_GAP;
    return place;
  });
}
