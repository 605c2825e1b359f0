import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config.js';
import { Problem } from '../platform/problem.js';
import { errorCode } from './error-code.js';

/** What was sent, whole on disk until it is let go. */
export interface SpooledFile {
  readonly byteSize: number;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
  open(): AsyncIterable<Uint8Array>;
  /** Lets it go; to be called whatever came of it. */
  remove(): Promise<void>;
}

const CHUNK = 262_144;
const NAME = /^(\d+)-[0-9a-f]+\.part$/;

/** Takes bodies and files to disk before they are read, measured and hashed on the way. */
@Injectable()
export class SpoolService implements OnModuleInit {
  private readonly directory: string;

  constructor(@Inject(CONFIG) config: Pick<Config, 'dataDirectory'>) {
    this.directory = join(config.dataDirectory, 'spool');
  }

  /** Removes what processes left behind that ended in the middle of an upload. */
  async onModuleInit(): Promise<void> {
    await mkdir(this.directory, { recursive: true });
    for (const name of await readdir(this.directory)) {
      const owner = Number(NAME.exec(name)?.[1] ?? Number.NaN);
      const isOrphan = owner !== process.pid && !isRunning(owner);
      if (!Number.isNaN(owner) && isOrphan) await rm(join(this.directory, name), { force: true });
    }
  }

  /**
   * @param limit most bytes to take
   * @throws Problem file_too_large (413) as soon as the limit is passed, no_space (507); nothing is kept then
   */
  async take(body: AsyncIterable<Uint8Array>, limit: number): Promise<SpooledFile> {
    const path = join(this.directory, `${String(process.pid)}-${randomBytes(8).toString('hex')}.part`);
    const remove = (): Promise<void> => rm(path, { force: true });
    const hash = createHash('sha256');
    let byteSize = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        byteSize += chunk.length;
        if (byteSize > limit) {
          done(new Problem('file_too_large', 413, { most: limit }));
          return;
        }
        hash.update(chunk);
        done(null, chunk);
      },
    });
    try {
      await pipeline(body, measure, createWriteStream(path, { mode: 0o600 }));
    } catch (error) {
      await remove();
      throw isDiskFull(error) ? new Problem('no_space', 507) : error;
    }
    const open = (): AsyncIterable<Uint8Array> => createReadStream(path, { highWaterMark: CHUNK });
    return { byteSize, sha256: hash.digest('hex'), open, remove };
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

function isDiskFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes(String(errorCode(error)));
}
