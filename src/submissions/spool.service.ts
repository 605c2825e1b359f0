import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readdir, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config.js';
import { Problem } from '../platform/problem.js';
import { errorCode } from './error-code.js';

/** What was sent, whole on disk until it is let go. */
export interface SpooledFile {
  readonly byteSize: number;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
  /** @param from place of the first byte, 0 = the beginning */
  open(from?: number): AsyncIterable<Uint8Array>;
  /** Lets it go; to be called whatever came of it. */
  remove(): Promise<void>;
}

const CHUNK = 262_144;
const SUFFIX = '.part';

/**
 * Takes bodies and files to disk before they are read, measured and hashed on the way. A file has its name only for the
 * moment in which it is opened: its bytes go with the process, however that ends.
 */
@Injectable()
export class SpoolService implements OnModuleInit {
  private readonly directory: string;

  constructor(@Inject(CONFIG) config: Pick<Config, 'dataDirectory'>) {
    this.directory = join(config.dataDirectory, 'spool');
  }

  /** Makes the directory, which nobody else may enter, and removes what a process left that ended in that moment. */
  async onModuleInit(): Promise<void> {
    await mkdir(this.directory, { recursive: true });
    await chmod(this.directory, 0o700);
    for (const name of await readdir(this.directory)) {
      if (name.endsWith(SUFFIX)) await rm(join(this.directory, name), { force: true });
    }
  }

  /**
   * @param limit most bytes to take
   * @throws Problem file_too_large (413) as soon as the limit is passed, no_space (507); nothing is kept then
   */
  async take(body: AsyncIterable<Uint8Array>, limit: number): Promise<SpooledFile> {
    const path = join(this.directory, randomBytes(16).toString('hex') + SUFFIX);
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
    return {
      byteSize,
      sha256: hash.digest('hex'),
      open: (from = 0) => bytesOf(file, from),
      remove: () => file.close(),
    };
  }
}

async function* bytesOf(file: FileHandle, from: number): AsyncGenerator<Uint8Array> {
  for (let position = from; ;) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

function tellOfSpace(error: unknown): never {
  throw ['ENOSPC', 'EDQUOT'].includes(String(errorCode(error))) ? new Problem('no_space', 507) : error;
}
