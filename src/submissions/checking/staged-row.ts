import type { Confidence } from '../../catalogue/confidence.js';
import type { TookPart } from '../../catalogue/took-part.js';
import type { FigureStatus } from './figure-status.js';

/** A good row as read and checked, waiting for a decision. Codes, not keys. */
export interface GoodRow {
  /** Row of the spreadsheet, 1 = header; of a JSON list the place in it, from 1. */
  readonly row: number;
  readonly area: string;
  readonly indicator: string;
  readonly year: number;
  /** In the indicator's unit. */
  readonly value: number;
  readonly status: FigureStatus;
  readonly source: string;
  readonly edition: string;
  readonly note?: string;
  /** Addresses (http or https) of what proves it, parted by spaces. */
  readonly evidence?: string;
  /** Of an assessment only. */
  readonly tookPart?: TookPart;
  /** Of an assessment only. */
  readonly confidence?: Confidence;
}
