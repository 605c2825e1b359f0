/** Which values of its dimensions a flow holds observations of. */
export interface HeldRegion {
  /** Ids of codes by dimension, in the order of the key. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** First and last year; absent where there is no observation. */
  readonly years?: readonly [first: number, last: number];
  readonly series: number;
  readonly observations: number;
}
