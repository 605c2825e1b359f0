import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { Refusal } from '../refusal.js';
import { Meter } from './meter.js';

/** An entry to be written. */
export interface NewPart {
  readonly name: string;
  /** Its bytes; asked for when its turn comes. */
  readonly open: () => Readable;
}

/** Only its owner reads a backup: it holds hashes of keys and addresses of people. */
const MODE = 0o600;
/** Of 9: the database should not wait for it. */
const COMPRESSION = 4;

/**
 * Writes a ZIP archive, part after part in constant memory. It stands under its name when it is whole and on the disk, and not
 * before: until then it is `<path>.part`.
 * @returns size in bytes, and SHA-256 of the whole file, hex
 * @throws Refusal when the file is there already (without `force`), or cannot be written; whatever a part throws
 */
export async function writeArchive(
  path: string,
  parts: readonly NewPart[],
  { force }: { readonly force: boolean },
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  if (!force && (await isThere(path))) {
    throw new Refusal(`${path} is there already: choose another name, or say --force to replace it.`);
  }
  const draft = `${path}.part`;
  try {
    await rm(draft, { force: true }); // what a killed backup left behind
    const meter = new Meter();
    await pipeline(zipOf(parts), meter, createWriteStream(draft, { flags: 'wx', mode: MODE, flush: true }));
    await rename(draft, path);
    await onDisk(dirname(path));
    return { bytes: meter.bytes, sha256: meter.sha256() };
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw inWords(error, path);
  }
}

function zipOf(parts: readonly NewPart[]): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  let current: Readable | undefined;
  output.once('close', () => current?.destroy());
  zip.on('error', (error: Error) => output.destroy(error));
  for (const { name, open: openPart } of parts) {
    zip.addReadStreamLazy(name, { mode: 0o100_000 | MODE, compressionLevel: COMPRESSION }, (give) => {
      current = openPart();
      current.once('error', (error) => output.destroy(error));
      give(undefined, current);
    });
  }
  zip.end();
  return output;
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Makes a new name last. */
async function onDisk(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  await handle.sync().finally(() => handle.close());
}

const FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such directory',
  ENOTDIR: 'there is no such directory',
  EISDIR: 'it is a directory',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'nothing can be written there',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
  EFBIG: 'the file grows too large for that disk',
};

function inWords(error: unknown, path: string): unknown {
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  const fault = typeof syscall === 'string' ? FAULTS[String(code)] : undefined;
  return fault === undefined ? error : new Refusal(`The backup cannot be written to ${path}: ${fault}.`);
}
