import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FORMAT, FORMAT_VERSION, MANIFEST, type Manifest, type TablePart } from './manifest.js';
import { Meter } from './meter.js';
import { SnapshotRepository } from './snapshot.repository.js';
import type { TableShape } from './table-shape.js';
import { writeArchive, type NewPart } from './write-archive.js';

export interface BackupOptions {
  /** Where the archive goes. */
  readonly path: string;
  /** Replace what is there. */
  readonly force: boolean;
  /** Tables whose rows do not last and are not taken. */
  readonly leftOut: readonly string[];
  /** Told how many rows of which table were read. */
  readonly tell: (table: string, rows: number) => void;
}

export interface Backup {
  readonly manifest: Manifest;
  /** Size of the archive. */
  readonly bytes: number;
  /** Of the archive, hex: kept elsewhere, it proves that the archive is the one that was written. */
  readonly sha256: string;
}

/**
 * Writes all that lasts in a database to one archive, as it stood at one moment. The installation may go on meanwhile.
 * @param url connection string
 * @throws Refusal as `writeArchive`
 */
export async function backUp(url: string, { path, force, leftOut, tell }: BackupOptions): Promise<Backup> {
  const snapshot = await SnapshotRepository.open(url);
  try {
    const about = await snapshot.about();
    const tables = snapshot.tables.filter(({ name }) => !leftOut.includes(name));
    const written: TablePart[] = [];
    const told: { manifest?: Manifest } = {};
    const parts = tables.map((table) => partOf(table, snapshot, written, tell));
    const last: NewPart = {
      name: MANIFEST,
      open: () =>
        Readable.from(
          (async function* () {
            const sequences = await snapshot.sequences();
            const kept = snapshot.tables.map(({ name }) => name).filter((name) => leftOut.includes(name));
            told.manifest = {
              format: FORMAT,
              formatVersion: FORMAT_VERSION,
              ...about,
              leftOut: kept,
              sequences,
              tables: written,
            };
            yield Buffer.from(`${JSON.stringify(told.manifest, undefined, 1)}\n`);
          })(),
        ),
    };
    const archive = await writeArchive(path, [...parts, last], { force });
    if (told.manifest === undefined) throw new TypeError('An archive was written without its manifest');
    return { manifest: told.manifest, ...archive };
  } finally {
    await snapshot.close();
  }
}

/** A table as an entry that notes what it was when all of it has passed. */
function partOf(
  table: TableShape,
  snapshot: SnapshotRepository,
  written: TablePart[],
  tell: BackupOptions['tell'],
): NewPart {
  const { name, columns } = table;
  const part = `${name}.copy`;
  return {
    name: part,
    open: () => {
      tell(name, 0);
      const meter = new Meter((rows) => tell(name, rows));
      meter.once('end', () => {
        const { rows, bytes } = meter;
        written.push({ table: name, part, columns, rows, bytes, sha256: meter.sha256() });
      });
      pipeline(snapshot.copy(table), meter).catch((error: unknown) => meter.destroy(error as Error));
      return meter;
    },
  };
}
