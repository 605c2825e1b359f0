import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import papaparse from 'papaparse';
import { fromBufferPromise } from 'yauzl';

export type Row = Readonly<Record<string, string>>;

/** What is in a package, read by others than those who wrote it. */
export interface Unpacked {
  readonly files: ReadonlyMap<string, Buffer>;
  text(path: string): string;
  /** Rows of `data/<name>.csv`, every cell as its text. */
  table(name: string): readonly Row[];
}

export async function unpack(zip: Buffer): Promise<Unpacked> {
  const files = new Map<string, Buffer>();
  const archive = await fromBufferPromise(zip, { lazyEntries: true });
  for await (const entry of archive.eachEntry()) {
    files.set(entry.fileName, await buffer(await archive.openReadStreamPromise(entry)));
  }
  const text = (path: string): string => {
    const content = files.get(path);
    if (content === undefined) throw new RangeError(`There is no ${path} in the package`);
    return content.toString('utf8');
  };
  return {
    files,
    text,
    table: (name) => papaparse.parse<Row>(text(`data/${name}.csv`).trimEnd(), { header: true }).data,
  };
}

/** A folder with the files of a package. */
export async function onDisk({ files }: Unpacked): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'iww-package-'));
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return { folder, remove: () => rm(folder, { recursive: true }) };
}
