/** The engine's own words. Records and unions only; nothing here or beside it imports anything outside this folder. */

export type Scale = 'linear' | 'log' | 'log1p';

/** Where a level begins and ends, in the indicator's own unit. worst > best means lower is better. */
export type Goalposts =
  | {
      readonly kind: 'range' | 'rubric';
      readonly worst: number;
      readonly best: number;
      readonly scale: Scale;
    }
  | { readonly kind: 'band'; readonly low: number; readonly high: number; readonly zeroDistance: number };

export interface YearValue {
  readonly year: number;
  /** In the indicator's own unit; null where the source reports the year without a value. */
  readonly value: number | null;
}

export type Status =
  | 'target_met'
  | 'on_track'
  | 'needs_acceleration'
  | 'limited'
  | 'regressing'
  | 'target_missed'
  | 'not_assessable';

export type Direction = 'improving' | 'steady' | 'declining';

export type Grade = 'A' | 'B' | 'C' | 'D';

/** Comparisons of scores and paces hold within this distance. */
export const TOLERANCE = 1e-9;
