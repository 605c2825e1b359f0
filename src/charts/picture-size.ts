/**
 * Size of the chart in a drawn picture in CSS pixels, as pages show it: the part of the SVG that its view `#chart` names,
 * without the words above and below.
 */
export const chartSize = { width: 720, height: 320 } as const;

/** Size of the picture that networks show of a page, dots. */
export const SOCIAL_SIZE = { width: 1200, height: 630 } as const;
