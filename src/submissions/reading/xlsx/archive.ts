import { Readable } from 'node:stream';
import { types } from 'node:util';
import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { Problem } from '../../../platform/problem.js';
import type { ByteSource } from '../byte-source.js';

/** Bounds of what a zip may unpack to. Deflate alone can make a thousand bytes of one. */
export const UNPACKED = {
  /** Entries of one archive. */
  entries: 10_000,
  /** Bytes of all entries together. */
  bytes: 2_000_000_000,
  /** Unpacked to packed bytes, of an entry that unpacks to more than `free`. Sheets of figures reach some 30. */
  ratio: 100,
  free: 20_000_000,
} as const;

/** A zip whose entries can be read by name; capitals do not count, as programs write the same name in several ways. */
export interface Archive {
  /** In small letters. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Bytes that the entry says it unpacks to; reading it yields no more than that. */
  sizeOf(name: string): number;
  /** @throws Problem damaged_spreadsheet */
  read(name: string): AsyncIterable<Buffer>;
}

/** @throws Problem damaged_spreadsheet (422), unpacks_too_large (413) */
export async function openArchive(source: ByteSource): Promise<Archive> {
  const entries = new Map<string, Entry>();
  const zip = await orDamaged(async () => {
    const opened = await yauzl.fromRandomAccessReaderPromise(new SourceReader(source), source.byteSize, {
      autoClose: false,
    });
    if (opened.entryCount > UNPACKED.entries) throw tooLarge();
    for await (const entry of opened.eachEntry()) entries.set(folded(entry.fileName), entry);
    return opened;
  });
  refuseBombs([...entries.values()]);
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(folded(name)),
    sizeOf: (name) => entries.get(folded(name))?.uncompressedSize ?? 0,
    read: (name) => bytesOf(zip, entries.get(folded(name))),
  };
}

function folded(name: string): string {
  return name.replace(/^\/+/, '').toLowerCase();
}

function refuseBombs(entries: readonly Entry[]): void {
  let total = 0;
  for (const { uncompressedSize, compressedSize } of entries) {
    total += uncompressedSize;
    const isBomb = uncompressedSize > UNPACKED.free && uncompressedSize > compressedSize * UNPACKED.ratio;
    if (isBomb || total > UNPACKED.bytes) throw tooLarge();
  }
}

function tooLarge(): Problem {
  return new Problem('unpacks_too_large', 413, { most: UNPACKED.bytes });
}

async function* bytesOf(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<Buffer> {
  if (entry === undefined) return;
  if (entry.isEncrypted()) throw new Problem('protected_spreadsheet', 415);
  const stream = await orDamaged(() => zip.openReadStreamPromise(entry));
  try {
    let checksum = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
    if (checksum !== entry.crc32) throw new Problem('damaged_spreadsheet', 422);
  } catch (error) {
    throw damaged(error);
  } finally {
    stream.destroy();
  }
}

async function orDamaged<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    throw damaged(error);
  }
}

/** What went wrong while unpacking, as a problem of the file. */
export function damaged(error: unknown): unknown {
  const isOfFile = types.isNativeError(error) && !(error instanceof Problem) && !isOfProgram(error);
  return isOfFile ? new Problem('damaged_spreadsheet', 422) : error;
}

/** Faults of the disk or of this program are not faults of the file. */
function isOfProgram(error: Error): boolean {
  const isMistake = ['RangeError', 'ReferenceError', 'TypeError'].includes(error.name) && !('code' in error);
  return isMistake || 'syscall' in error;
}

class SourceReader extends yauzl.RandomAccessReader {
  constructor(private readonly source: ByteSource) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(range(this.source, start, end), { objectMode: false });
  }

  override close(done: (error: Error | null) => void): void {
    done(null);
  }
}

async function* range(source: ByteSource, start: number, end: number): AsyncGenerator<Uint8Array> {
  let left = end - start;
  if (left <= 0) return;
  for await (const chunk of source.open(start)) {
    yield left < chunk.length ? chunk.subarray(0, left) : chunk;
    left -= chunk.length;
    if (left <= 0) return;
  }
}
