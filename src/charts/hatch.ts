/** Lines across an area, so that colour is never the only carrier. */
export type Hatching = 'none' | 'rising' | 'falling' | 'crossed' | 'upright' | 'flat' | 'grid' | 'sparse';

/** The part of a canvas context that hatching needs. */
export interface HatchedCanvas {
  strokeStyle: unknown;
  lineWidth: number;
  save(): void;
  restore(): void;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  clip(): void;
  stroke(): void;
  setLineDash(dash: number[]): void;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Draws a hatching over an area.
 * @param outline traces the area; the path is begun already
 * @param box that holds the area; lines of neighbouring areas meet
 */
export function drawHatching(
  context: HatchedCanvas,
  hatching: Hatching,
  colour: string,
  box: Box,
  outline: () => void,
): void {
  if (hatching === 'none') return;
  context.save();
  context.beginPath();
  outline();
  context.clip();
  context.beginPath();
  context.strokeStyle = colour;
  context.lineWidth = 1.25;
  context.setLineDash([]);
  for (const [x1, y1, x2, y2] of hatchLines(hatching, box)) {
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
  }
  context.stroke();
  context.restore();
}

type Line = readonly [x1: number, y1: number, x2: number, y2: number];

/** Ends of the lines of a hatching over a box. */
export function hatchLines(hatching: Hatching, box: Box): readonly Line[] {
  switch (hatching) {
    case 'none':
      return [];
    case 'rising':
      return rising(box, 6);
    case 'sparse':
      return rising(box, 12);
    case 'falling':
      return falling(box, 6);
    case 'crossed':
      return [...rising(box, 7), ...falling(box, 7)];
    case 'upright':
      return upright(box, 5);
    case 'flat':
      return flat(box, 5);
    case 'grid':
      return [...upright(box, 6), ...flat(box, 6)];
  }
}

/** Whole multiples of `step` from `from` to `to`. */
function multiples(from: number, to: number, step: number): readonly number[] {
  const first = Math.ceil(from / step);
  return Array.from(
    { length: Math.max(0, Math.floor(to / step) - first + 1) },
    (_, at) => (first + at) * step,
  );
}

function rising({ left, top, width, height }: Box, step: number): readonly Line[] {
  return multiples(left + top, left + width + top + height, step).map((sum) => [
    sum - top - height,
    top + height,
    sum - top,
    top,
  ]);
}

function falling({ left, top, width, height }: Box, step: number): readonly Line[] {
  return multiples(left - top - height, left + width - top, step).map((gap) => [
    gap + top,
    top,
    gap + top + height,
    top + height,
  ]);
}

function upright({ left, top, width, height }: Box, step: number): readonly Line[] {
  return multiples(left, left + width, step).map((x) => [x, top, x, top + height]);
}

function flat({ left, top, width, height }: Box, step: number): readonly Line[] {
  return multiples(top, top + height, step).map((y) => [left, y, left + width, y]);
}
