import type { ChartSpecification } from './chart-specification.js';
import { ROW_HEIGHT } from './row-words.js';

/**
 * Size of the chart in a drawn picture in CSS pixels, as pages show it: the part of the SVG that its view `#chart` names,
 * without the words above and below.
 */
export const chartSize = { width: 720, height: 320 } as const;

/** Size of the picture that networks show of a page, dots. */
export const SOCIAL_SIZE = { width: 1200, height: 630 } as const;

/** Of a sparkline; where words stand beside a picture; of the axis below rows. CSS pixels. */
export const SPARKLINE = { width: 160, height: 40 } as const;
export const MARGIN = 20;
const AXIS_HEIGHT = 32;
/** Width by height of the world without Antarctica, Equal Earth projection. */
const WORLD_RATIO = 2.33;

/** What a chart of its kind needs in a picture of a width, with its axes. */
export function chartHeight(specification: ChartSpecification, width: number = chartSize.width): number {
  switch (specification.kind) {
    case 'trend':
      return chartSize.height;
    case 'profile':
    case 'status':
      return specification.rows.length * ROW_HEIGHT + AXIS_HEIGHT;
    case 'distribution':
      return 220 + 16 * specification.areas.filter(({ chosen }) => chosen).length;
    case 'map':
      return Math.round((width - 2 * MARGIN) / WORLD_RATIO) + 16;
    case 'sparkline':
      return SPARKLINE.height;
  }
}
