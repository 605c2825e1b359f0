import { createHash, randomBytes } from 'node:crypto';
import { read as readWithCallback } from 'node:fs';
import { chmod, mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config.js';
import { Problem } from '../../platform/problem.js';
import type { ByteSource } from '../reading/byte-source.js';
import { errorCode } from './error-code.js';

/** What was sent, whole on disk until it is let go. */
export interface SpooledFile extends ByteSource {
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
  /** By which all threads of this process reach it until it is let go. */
  readonly descriptor: number;
  /** Lets it go; to be called whatever came of it. */
  remove(): Promise<void>;
}

const read = promisify(readWithCallback);
const CHUNK = 262_144;
/** Of a file that is being written; one that is this old was left behind. */
const PART = '.part';
const LEFT_BEHIND_MS = 3_600_000;
/** Of a file that waits for its check, by the receipt of its submission. */
const KEPT = '.kept';

/**
 * Takes bodies and files to disk before they are read, measured and hashed on the way. A file has its name only for the
 * moment in which it is opened: its bytes go with the process, however that ends; unless it is kept under its receipt.
 */
@Injectable()
export class SpoolService implements OnModuleInit {
  private readonly directory: string;

  constructor(@Inject(CONFIG) config: Pick<Config, 'dataDirectory'>) {
    this.directory = join(config.dataDirectory, 'spool');
  }

  /** Makes the directory, which nobody else may enter, and removes what a process left that ended while it wrote. */
  async onModuleInit(): Promise<void> {
    await mkdir(this.directory, { recursive: true });
    await chmod(this.directory, 0o700);
    const before = Date.now() - LEFT_BEHIND_MS;
    for (const name of await readdir(this.directory)) {
      const path = join(this.directory, name);
      const isOld = name.endsWith(PART) && (await changedAt(path)) < before;
      if (isOld) await rm(path, { force: true });
    }
  }

  /**
   * @param limit most bytes to take
   * @throws Problem file_too_large (413) as soon as the limit is passed, no_space (507); nothing is kept then
   */
  async take(body: AsyncIterable<Uint8Array>, limit: number): Promise<SpooledFile> {
    const path = join(this.directory, randomBytes(16).toString('hex') + PART);
    const hash = createHash('sha256');
    let byteSize = 0;
    const file = await open(path, 'wx+', 0o600).catch(tellOfSpace);
    try {
      await rm(path, { force: true });
      for await (const chunk of body) {
        byteSize += chunk.length;
        if (byteSize > limit) throw new Problem('file_too_large', 413, { most: limit });
        hash.update(chunk);
        await file.appendFile(chunk);
      }
    } catch (error) {
      await file.close();
      return tellOfSpace(error);
    }
    return { ...opened(file, byteSize), sha256: hash.digest('hex') };
  }

  /**
   * Keeps a copy of a file under a receipt, safe on disk when this returns, until `forget`.
   * @throws Problem no_space (507); nothing is kept then
   */
  async keep(file: ByteSource, receipt: string): Promise<void> {
    const part = join(this.directory, receipt + PART);
    const copy = await open(part, 'wx', 0o600).catch(tellOfSpace);
    try {
      for await (const chunk of file.open()) await copy.appendFile(chunk);
      await copy.sync();
    } catch (error) {
      await rm(part, { force: true });
      tellOfSpace(error);
    } finally {
      await copy.close();
    }
    await rename(part, this.pathOf(receipt));
    await syncDirectory(this.directory);
  }

  /** What was kept under a receipt; `undefined` when it is not here. To be let go by `remove`, which leaves it kept. */
  async kept(receipt: string): Promise<Omit<SpooledFile, 'sha256'> | undefined> {
    const file = await open(this.pathOf(receipt), 'r').catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw error;
    });
    return file === undefined ? undefined : opened(file, (await file.stat()).size);
  }

  async forget(receipt: string): Promise<void> {
    await rm(this.pathOf(receipt), { force: true });
  }

  /** Receipts of which a file is kept here since before a moment. */
  async receiptsKeptBefore(moment: Date): Promise<readonly string[]> {
    const receipts: string[] = [];
    for (const name of await readdir(this.directory)) {
      if (!name.endsWith(KEPT) || (await changedAt(join(this.directory, name))) >= moment.getTime()) continue;
      receipts.push(name.slice(0, -KEPT.length));
    }
    return receipts;
  }

  private pathOf(receipt: string): string {
    return join(this.directory, receipt + KEPT);
  }
}

function opened(file: FileHandle, byteSize: number): Omit<SpooledFile, 'sha256'> {
  const { fd: descriptor } = file;
  return { ...fileUnder(descriptor, byteSize), descriptor, remove: () => file.close() };
}

/** A file that is open in this process. */
export function fileUnder(descriptor: number, byteSize: number): ByteSource {
  return { byteSize, open: (from = 0) => bytesOf(descriptor, from) };
}

async function* bytesOf(descriptor: number, from: number): AsyncGenerator<Uint8Array> {
  for (let position = from; ;) {
    const { bytesRead, buffer } = await read(descriptor, Buffer.allocUnsafe(CHUNK), 0, CHUNK, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/** When a file was written; a file that is gone counts as new. */
async function changedAt(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  return found?.mtimeMs ?? Number.POSITIVE_INFINITY;
}

/** Makes a new name last; where directories cannot be synced, the system sees to it. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r').catch(() => undefined);
  await directory?.sync().catch(() => undefined);
  await directory?.close();
}

function tellOfSpace(error: unknown): never {
  throw ['ENOSPC', 'EDQUOT'].includes(String(errorCode(error))) ? new Problem('no_space', 507) : error;
}
