import type { ChartStatus } from './chart-specification.js';
import type { Hatching } from './hatch.js';
import type { ChartTheme } from './palette.js';

/** How a status is filled: each has a hatching of its own, so that a copy in black and white tells them apart. */
export interface StatusStyle {
  readonly fill: string;
  readonly line: string;
  readonly hatching: Hatching;
}

const LOOKS: Readonly<Record<ChartStatus, { readonly hue?: number; readonly hatching: Hatching }>> = {
  target_met: { hue: 0, hatching: 'none' },
  on_track: { hue: 0, hatching: 'rising' },
  needs_acceleration: { hue: 2, hatching: 'falling' },
  limited: { hue: 2, hatching: 'crossed' },
  regressing: { hue: 3, hatching: 'upright' },
  target_missed: { hue: 4, hatching: 'grid' },
  not_assessable: { hatching: 'sparse' },
  benchmark: { hatching: 'flat' },
  no_data: { hatching: 'none' },
};

/** What is not known is lines, or nothing, on the ground; all else is filled, with lines in the colour of the ground. */
export function statusStyle(status: ChartStatus, theme: ChartTheme): StatusStyle {
  const { hue, hatching } = LOOKS[status];
  if (hue !== undefined) return { fill: theme.hues[hue] ?? theme.neutral, line: theme.ground, hatching };
  if (status === 'benchmark') return { fill: theme.neutral, line: theme.ground, hatching };
  return { fill: theme.ground, line: theme.neutral, hatching };
}
