import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { ENTRY_TIMELESS } from '../package/zip-parts.js';

/**
 * An archive of files of a directory, read one after the other and written whole or not at all; the same files give the
 * same bytes.
 */
export async function zipFiles(directory: string, files: readonly string[], path: string): Promise<void> {
  const zip = new ZipFile();
  for (const file of [...files].sort()) zip.addFile(join(directory, file), file, ENTRY_TIMELESS);
  zip.end();
  await pipeline(zip.outputStream as Readable, createWriteStream(`${path}.part`));
  await rename(`${path}.part`, path);
}
