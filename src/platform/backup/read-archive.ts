import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { Refusal } from '../refusal.js';
import { MANIFEST, readManifest, type Manifest, type TablePart } from './manifest.js';
import { Meter } from './meter.js';

/** More than any manifest of ours has. */
const MOST_MANIFEST_BYTES = 4_000_000;

/** A backup that holds what its manifest says, byte for byte. */
export class Archive {
  private constructor(
    readonly manifest: Manifest,
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /**
   * Opens a backup and reads all of it once: names, sizes, numbers of rows and hashes must be what its manifest says.
   * @param tell told which table is read
   * @throws Refusal when the file cannot be read, is no backup of ours, or is damaged
   */
  static async open(path: string, tell: (table: string) => void): Promise<Archive> {
    const zip = await yauzl
      .openPromise(path, { autoClose: false, lazyEntries: true })
      .catch((error: unknown) => {
        throw unreadable(path, error as Error);
      });
    try {
      const archive = await Archive.of(zip);
      for (const part of archive.manifest.tables) {
        tell(part.table);
        await archive.prove(part);
      }
      return archive;
    } catch (error) {
      zip.close();
      throw error instanceof Refusal ? error : damaged((error as Error).message);
    }
  }

  /** The rows of a table in COPY's text format. */
  async read({ part }: TablePart): Promise<Readable> {
    const entry = this.entries.get(part);
    if (entry === undefined) throw new RangeError(`No part ${part}`);
    return await this.zip.openReadStreamPromise(entry);
  }

  close(): void {
    this.zip.close();
  }

  private static async of(zip: ZipFile): Promise<Archive> {
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) {
      if (entries.has(entry.fileName)) throw damaged(`${entry.fileName} is there twice`);
      entries.set(entry.fileName, entry);
    }
    const told = entries.get(MANIFEST);
    if (told === undefined || told.uncompressedSize > MOST_MANIFEST_BYTES) {
      throw new Refusal('This is no backup of IWW Progress: it has no manifest.');
    }
    const bytes = await buffer(await zip.openReadStreamPromise(told));
    if (crc32(bytes) !== told.crc32) throw damaged('its manifest was changed');
    const manifest = readManifest(bytes.toString());
    const promised = new Set([MANIFEST, ...manifest.tables.map(({ part }) => part)]);
    const missing = [...promised].find((name) => !entries.has(name));
    if (missing !== undefined) throw damaged(`${missing} is missing`);
    const extra = [...entries.keys()].find((name) => !promised.has(name));
    if (extra !== undefined) throw damaged(`${extra} does not belong to it`);
    if (promised.size !== manifest.tables.length + 1) throw damaged('two tables share a part');
    return new Archive(manifest, zip, entries);
  }

  private async prove(part: TablePart): Promise<void> {
    const meter = new Meter();
    await pipeline(await this.read(part), meter.resume());
    const isTrue = meter.bytes === part.bytes && meter.rows === part.rows && meter.sha256() === part.sha256;
    if (!isTrue) throw damaged(`${part.part} is not what the manifest says`);
  }
}

function damaged(reason: string): Refusal {
  return new Refusal(`This backup is damaged: ${reason.replace(/[.]$/, '')}. Nothing was restored.`);
}

function unreadable(path: string, error: Error): Refusal {
  const { code } = error as { code?: unknown };
  if (code === 'ENOENT') return new Refusal(`There is no file ${path}.`);
  if (typeof code === 'string') return new Refusal(`${path} cannot be read (${code}).`);
  return new Refusal(`${path} is no backup of IWW Progress, or it is cut off (${error.message}).`);
}
