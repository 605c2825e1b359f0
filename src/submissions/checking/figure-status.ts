/** Nature of a figure, as a sender states it. */
export const FIGURE_STATUSES = [
  'normal',
  'estimated',
  'provisional',
  'modelled',
  'self_assessed',
  'doubtful',
] as const;

export type FigureStatus = (typeof FIGURE_STATUSES)[number];
