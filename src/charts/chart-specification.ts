import type { ChartWords } from './chart-words.js';
import type { TrendPoint, TrendSpecification } from './trend-specification.js';

/**
 * What a chart shows, as plain data: the same for the page, the API, the embed and the brief. Scores and levels are 0 to
 * 100, shares 0 to 1, all of them full doubles; what is printed stands beside them as text.
 */
export type ChartSpecification =
  | TrendSpecification
  | ProfileSpecification
  | DistributionSpecification
  | StatusSpecification
  | MapSpecification
  | SparklineSpecification;

/** Nodes of one area, one below the other: where it stands, how sure that is, and where its peers stand. */
export interface ProfileSpecification extends ChartWords {
  readonly kind: 'profile';
  readonly rows: readonly ProfileRow[];
  /** What the band and the ticks are; absent where no row has any. */
  readonly rangeLabel?: string;
  readonly peersLabel?: string;
}

export interface ProfileRow {
  readonly code: string;
  readonly label: string;
  readonly value?: number;
  /** Ends of the 90 % interval. */
  readonly low?: number;
  readonly high?: number;
  /** The figure, or in words why there is none. */
  readonly printed: string;
  readonly peers: readonly number[];
  /** Position of the hue in the palette (0-4); absent: neutral. */
  readonly hue?: number;
}

/** All areas of a group along one line, in no order but that of the line; chosen ones are named. */
export interface DistributionSpecification extends ChartWords {
  readonly kind: 'distribution';
  readonly areas: readonly PlacedArea[];
  /** The middle area and the middle half; absent with few values. */
  readonly middle?: {
    readonly median: number;
    readonly low: number;
    readonly high: number;
    readonly label: string;
  };
  readonly hue?: number;
}

export interface PlacedArea {
  readonly area: string;
  readonly name: string;
  readonly value: number;
  readonly printed: string;
  readonly chosen: boolean;
}

/** Shares by status, one bar a row. */
export interface StatusSpecification extends ChartWords {
  readonly kind: 'status';
  /** In the order they are drawn. */
  readonly statuses: readonly { readonly status: ChartStatus; readonly label: string }[];
  readonly rows: readonly StatusRow[];
}

export interface StatusRow {
  readonly code: string;
  readonly label: string;
  /** They sum to 1. */
  readonly shares: readonly {
    readonly status: ChartStatus;
    readonly share: number;
    readonly printed: string;
  }[];
}

/** In the order of the way to a target; `benchmark`: a level without an agreed target. */
export const CHART_STATUSES = [
  'target_met',
  'on_track',
  'needs_acceleration',
  'limited',
  'regressing',
  'target_missed',
  'not_assessable',
  'benchmark',
  'no_data',
] as const;
export type ChartStatus = (typeof CHART_STATUSES)[number];

/** Levels of the countries of the world in one year, in five bands. */
export interface MapSpecification extends ChartWords {
  readonly kind: 'map';
  readonly year: number;
  readonly areas: readonly MapArea[];
  /** From the lowest to the highest; `from` belongs to it, `to` to the next one (100 to the last). */
  readonly bands: readonly { readonly from: number; readonly to: number; readonly label: string }[];
  /** Name of the hatching. */
  readonly noDataLabel: string;
  readonly hue?: number;
  /** The first and the last year it can show. */
  readonly span?: { readonly first: number; readonly last: number };
}

/** What a map says in one year of many: its words, and of each country, in their order, its band and its figure. */
export interface MapYear {
  readonly year: number;
  readonly title: string;
  readonly summary: string;
  /** Positions; `undefined`: no figure. */
  readonly bands: readonly (number | undefined)[];
  readonly printed: readonly string[];
}

export interface MapArea {
  /** ISO 3166-1 alpha-3. */
  readonly area: string;
  /** Three digits, as in the atlas. */
  readonly m49: string;
  readonly name: string;
  readonly value?: number;
  /** The figure, or in words why there is none. */
  readonly printed: string;
}

/** A trend the size of a word: no axes, the last point marked. */
export interface SparklineSpecification extends ChartWords {
  readonly kind: 'sparkline';
  readonly points: readonly TrendPoint[];
  readonly range: { readonly low: number; readonly high: number };
  readonly hue?: number;
}
