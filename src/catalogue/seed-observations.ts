/** The bundled figures of one indicator: one file of `observations/`, in the order of the file. */
export interface SeedObservations {
  readonly indicator: string;
  /** Path inside the seeds directory. */
  readonly file: string;
  /** SHA-256 of the bytes of the file, hexadecimal. */
  readonly sha256: string;
  readonly rows: readonly SeedObservation[];
}

export interface SeedObservation {
  /** ISO 3166-1 alpha-3. */
  readonly area: string;
  readonly year: number;
  /** In the indicator's own unit, as published. */
  readonly value: number;
  /** Stands in observations/sources.csv for this indicator. */
  readonly edition: string;
  readonly status: SeedObservationStatus;
  /** Line of the file, 1 = header. */
  readonly line: number;
}

export type SeedObservationStatus =
  'normal' | 'estimated' | 'provisional' | 'modelled' | 'self_assessed' | 'doubtful';
