import type { ChartSpecification } from '../chart-specification.js';
import { drawHatching, type HatchedCanvas } from '../hatch.js';
import type { ChartTheme } from '../palette.js';
import { MARGIN } from '../picture-size.js';
import { NOTE_LINE, SAMPLE, TITLE_LINE, type PictureLayout, type PlacedEntry } from './picture-layout.js';
import { fontOf, type WordCanvas } from './word-canvas.js';

/** A line without any of these letters, such as a unit, keeps its own direction in a text that runs to the left. */
const RUNS_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** Writes title, unit, key and notes around the chart. */
export function writeWords(
  context: WordCanvas,
  { unit, direction }: ChartSpecification,
  { words, width, height }: PictureLayout,
  theme: ChartTheme,
): void {
  if (words === undefined) return;
  const { title, unitTop, key, notes } = words;
  const fromStart = (distance: number): number =>
    direction === 'rtl' ? width - MARGIN - distance : MARGIN + distance;
  const write = (text: string, distance: number, y: number): void => {
    context.direction = direction === 'rtl' && RUNS_LEFT.test(text) ? 'rtl' : 'ltr';
    context.textAlign = direction === 'rtl' ? 'right' : 'left';
    context.fillText(text, fromStart(distance), y);
  };
  context.textBaseline = 'top';
  context.fillStyle = theme.text;
  context.font = fontOf('title', theme);
  for (const [at, line] of title.entries()) write(line, 0, MARGIN + at * TITLE_LINE);
  context.fillStyle = theme.quietText;
  context.font = fontOf('unit', theme);
  write(unit, 0, unitTop);
  for (const { label, start, top } of key) write(label, start + SAMPLE.width + SAMPLE.gap, top);
  context.font = fontOf('note', theme);
  for (const [at, line] of notes.entries()) write(line, 0, height - MARGIN - (notes.length - at) * NOTE_LINE);
}

/** The part of a canvas context that samples need. */
interface SampleCanvas extends HatchedCanvas {
  fillStyle: unknown;
  rect(x: number, y: number, width: number, height: number): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  strokeRect(x: number, y: number, width: number, height: number): void;
}

/** Draws the samples of the key. */
export function drawSamples(
  context: SampleCanvas,
  direction: 'ltr' | 'rtl',
  { words, width }: PictureLayout,
  theme: ChartTheme,
): void {
  for (const entry of words?.key ?? []) {
    const left = direction === 'rtl' ? width - MARGIN - entry.start - SAMPLE.width : MARGIN + entry.start;
    context.save();
    drawSample(context, entry, left, entry.top, theme);
    context.restore();
  }
}

function drawSample(
  context: SampleCanvas,
  { sample }: PlacedEntry,
  left: number,
  top: number,
  theme: ChartTheme,
): void {
  const middle = top + 9;
  if (sample.shape === 'box') {
    const box = { left, top: top + 2, width: SAMPLE.width, height: 14 };
    context.fillStyle = sample.fill;
    context.fillRect(box.left, box.top, box.width, box.height);
    drawHatching(context, sample.hatching, sample.line, box, () => {
      context.rect(box.left, box.top, box.width, box.height);
    });
    context.strokeStyle = theme.neutral;
    context.lineWidth = 1;
    context.strokeRect(box.left + 0.5, box.top + 0.5, box.width - 1, box.height - 1);
    return;
  }
  if (sample.shape === 'line' && sample.band !== undefined) {
    context.fillStyle = sample.band;
    context.fillRect(left, middle - 6, SAMPLE.width, 12);
  }
  context.strokeStyle = sample.shape === 'tick' ? sample.fill : theme.neutral;
  context.lineWidth = sample.shape === 'tick' ? 1 : 1.75;
  context.setLineDash(sample.shape === 'line' ? [...sample.dash] : []);
  context.beginPath();
  const marks = sample.shape === 'tick' ? [6, 13, 17, 24] : [];
  for (const at of marks) {
    context.moveTo(left + at, middle - 5);
    context.lineTo(left + at, middle + 5);
  }
  if (sample.shape === 'line') {
    context.moveTo(left, middle);
    context.lineTo(left + SAMPLE.width, middle);
  }
  context.stroke();
}
