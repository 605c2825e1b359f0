import type { ChartSpecification } from '../chart-specification.js';
import type { PictureOptions } from './picture-options.js';

/** What a drawing thread is asked for. */
export interface PictureOrder {
  readonly form: 'svg' | 'png';
  readonly specification: ChartSpecification;
  readonly options: PictureOptions;
}

/** What it says: the picture, or what went wrong. */
export type PictureAnswer = { readonly picture: string | Uint8Array } | { readonly fault: string };
