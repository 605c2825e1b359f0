import { AREAS } from './areas.js';
import type { AwkwardFile } from './awkward-file.js';
import { DIALECTS } from './dialects.js';
import { ENCODINGS } from './encodings.js';
import { LAYOUTS } from './layouts.js';
import { NOT_TABLES } from './not-tables.js';
import { NUMBERS } from './numbers.js';
import { PUBLISHERS } from './publishers.js';
import { WORKBOOKS } from './workbooks.js';
import { YEARS } from './years.js';

/** All of them, by what is awkward about them. */
export const AWKWARD_KINDS: readonly (readonly [kind: string, files: readonly AwkwardFile[]])[] = [
  ['delimiters, quotes and rows', DIALECTS],
  ['letters', ENCODINGS],
  ['numbers', NUMBERS],
  ['years', YEARS],
  ['countries', AREAS],
  ['layouts', LAYOUTS],
  ['tables of publishers', PUBLISHERS],
  ['workbooks', WORKBOOKS],
  ['files that are no tables', NOT_TABLES],
];

export const AWKWARD_FILES: readonly AwkwardFile[] = AWKWARD_KINDS.flatMap(([, files]) => files);
