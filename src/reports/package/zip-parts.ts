import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { PartContent } from './package-part.js';

/** Midnight of 1980-01-01 wherever it is read: archives know local time only. */
const NO_TIME = new Date(1980, 0, 1);
/** Readable for all, writable for its owner. */
const MODE = 0o100_644;
/** Of 9. */
const COMPRESSION = 6;

/** How every file lies in an archive: nothing of when and where it was made. */
export const ENTRY_TIMELESS = {
  mtime: NO_TIME,
  forceDosTimestamp: true,
  mode: MODE,
  compressionLevel: COMPRESSION,
} as const;

/** A ZIP archive of the parts in order of their paths, all of one time: the same content gives the same bytes. */
export async function zipParts(parts: readonly Pick<PartContent, 'path' | 'content'>[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { path, content } of [...parts].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    zip.addBuffer(content, path, ENTRY_TIMELESS);
  }
  zip.end();
  return buffer(zip.outputStream as Readable);
}
