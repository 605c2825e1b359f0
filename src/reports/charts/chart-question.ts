/** Kinds of charts that have an address. */
export const ADDRESSED_CHARTS = ['trend', 'profile', 'distribution', 'status', 'map'] as const;
export type AddressedChart = (typeof ADDRESSED_CHARTS)[number];

/** Which chart: its kind, and what it is of. What a kind does not ask for is not looked at. */
export interface ChartQuestion {
  readonly chart: AddressedChart;
  /** ISO 3166-1 alpha-3: of a trend, profile and status chart. */
  readonly area?: string | undefined;
  /** Areas that are marked in a distribution. */
  readonly areas?: readonly string[] | undefined;
  /** Node or indicator: of a trend, distribution and map. */
  readonly node?: string | undefined;
  /** Of a map; absent: the last one. */
  readonly year?: number | undefined;
}
