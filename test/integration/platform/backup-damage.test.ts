import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';
import { ZipFile } from 'yazl';
import { schema } from '../../../src/data-source.js';
import { backUp } from '../../../src/platform/backup/back-up.js';
import { MANIFEST, type Manifest } from '../../../src/platform/backup/manifest.js';
import { Archive } from '../../../src/platform/backup/read-archive.js';
import { RestoreService } from '../../../src/platform/backup/restore.service.js';
import { Refusal } from '../../../src/platform/refusal.js';
import { emptyDatabase, freshDatabase, type TestDatabase } from '../../support/database.js';

type Parts = Map<string, Buffer>;

let directory: string;
let original: Buffer;
let manifest: Manifest;
let parts: Parts;
let target: TestDatabase;
const quiet = () => undefined;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'iww-damage-'));
  const source = await freshDatabase();
  const path = join(directory, 'good.zip');
  ({ manifest } = await backUp(source.url, { path, force: false, leftOut: [], tell: quiet }));
  await source.close();
  original = await readFile(path);
  parts = await unpacked(path);
  target = await emptyDatabase();
});
afterAll(async () => {
  await target.close();
  await rm(directory, { recursive: true });
});

async function unpacked(path: string): Promise<Parts> {
  const zip = await yauzl.openPromise(path, { autoClose: false });
  const found: Parts = new Map();
  for await (const entry of zip.eachEntry()) {
    found.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  }
  zip.close();
  return found;
}

async function packed(from: Iterable<readonly [string, Buffer]>): Promise<string> {
  const path = join(directory, 'changed.zip');
  const zip = new ZipFile();
  for (const [name, bytes] of from) zip.addBuffer(bytes, name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

/** The backup with another manifest. */
async function withManifest(change: (manifest: Manifest) => object): Promise<string> {
  const text = JSON.stringify(change(manifest));
  return packed(new Map(parts).set(MANIFEST, Buffer.from(text)));
}

async function withBytes(bytes: Uint8Array): Promise<string> {
  const path = join(directory, 'changed.zip');
  await writeFile(path, bytes);
  return path;
}

/** What reading says against it; `undefined` when it holds what the manifest of the good one says. */
async function objection(path: string): Promise<string | undefined> {
  try {
    const archive = await Archive.open(path, quiet);
    archive.close();
    expect(archive.manifest).toEqual(manifest);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

/** What restoring says against it. Nothing may have come into the database. */
async function refusal(path: string): Promise<string> {
  const error: unknown = await new RestoreService(target.dataSource, schema)
    .restore(path, quiet)
    .catch((caught: unknown) => caught);
  if (!(error instanceof Refusal)) throw error instanceof Error ? error : new Error('It was restored');
  const left = await target.dataSource.query(
    `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace`,
  );
  expect(left).toEqual([]);
  return error.message;
}

const without = (name: string): Parts => new Map([...parts].filter(([other]) => other !== name));

describe('a damaged backup', () => {
  it('is refused, or says the same, when any of its bytes is another one', async () => {
    const step = Math.ceil(original.length / 250);
    let refused = 0;
    for (let at = 0; at < original.length; at += step) {
      const changed = Buffer.from(original);
      changed.writeUInt8(changed.readUInt8(at) ^ 0x10, at);
      if ((await objection(await withBytes(changed))) !== undefined) refused += 1;
    }
    expect(refused).toBeGreaterThan(100);
  }, 60_000);

  it('is refused wherever it is cut off', async () => {
    for (let length = 0; length < original.length; length += Math.ceil(original.length / 40)) {
      expect(await objection(await withBytes(original.subarray(0, length)))).toMatch(/[.]$/);
    }
    expect(await refusal(await withBytes(original.subarray(0, -1)))).toMatch(
      /is no backup.*or it is cut off/,
    );
  });

  it('is refused when a part is missing, added, renamed, put in twice or changed', async () => {
    const area = parts.get('area.copy') ?? Buffer.alloc(0);
    const cases = [
      [without('area.copy'), /area[.]copy is missing/],
      [new Map(parts).set('more.copy', area), /more[.]copy does not belong to it/],
      [without('area.copy').set('areas.copy', area), /area[.]copy is missing/],
      [[...parts, ['area.copy', area] as const], /area[.]copy is there twice/],
      [new Map(parts).set('area.copy', Buffer.from('1\tKEN\tKenya\tf\n')), /area[.]copy is not what/],
    ] as const;
    for (const [changed, sentence] of cases) {
      expect(await refusal(await packed(changed))).toMatch(sentence);
    }
  });

  it('is refused when its manifest says what is not so', async () => {
    const [first, ...rest] = manifest.tables;
    if (first === undefined) throw new Error('It has no tables');
    const tables = (change: object) => ({ ...manifest, tables: [{ ...first, ...change }, ...rest] });
    const cases = [
      [() => tables({ rows: first.rows + 1 }), /is not what the manifest says/],
      [() => tables({ bytes: first.bytes + 1 }), /is not what the manifest says/],
      [() => tables({ sha256: 'f'.repeat(64) }), /is not what the manifest says/],
      [() => tables({ rows: -1 }), /damaged: see "tables"/],
      [() => tables({ table: 'pg_authid' }), /does not fit the tables/],
      [() => tables({ columns: first.columns.toReversed() }), /does not fit the tables/],
      [
        () => ({ ...manifest, sequences: [{ name: 'x', lastValue: 1, isCalled: true }] }),
        /does not fit.*see x/,
      ],
      [() => ({ ...manifest, revision: 'many' }), /damaged: see "revision"/],
    ] as const;
    for (const [change, sentence] of cases) {
      expect(await refusal(await withManifest(change))).toMatch(sentence);
    }
  }, 60_000);
});

describe('a forged backup, right in itself', () => {
  /** The backup with other rows of a table, and a manifest that goes with them. */
  async function withRows(table: string, rows: string, more: Partial<Manifest> = {}): Promise<string> {
    const bytes = Buffer.from(rows);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const told = { rows: rows.split('\n').length - 1, bytes: bytes.length, sha256 };
    const tables = manifest.tables.map((part) => (part.table === table ? { ...part, ...told } : part));
    const text = JSON.stringify({ ...manifest, ...more, tables });
    return packed(new Map(parts).set(`${table}.copy`, bytes).set(MANIFEST, Buffer.from(text)));
  }

  it('is refused when the database does not take its rows', async () => {
    const cases = [
      ['area', 'one\tKEN\tKenya\tf\n', /rows of area [(]invalid input syntax for type integer/],
      ['area', '1\tKEN\n', /rows of area [(]missing data/],
      ['area', '1\tKEN\tKenya\tf\n2\tKEN\tKenya\tf\n', /rows of area [(]duplicate key/],
      ['membership', '1\t1\t{submitter}\t\\N\n', /rows of membership [(].*foreign key/],
    ] as const;
    for (const [table, rows, sentence] of cases) {
      expect(await refusal(await withRows(table, rows))).toMatch(sentence);
    }
  });

  it('is refused when a counter would give out a key that is in use', async () => {
    const row = '7\tKEN\tKenya\tf\n';
    const at = (lastValue: number) => ({
      sequences: manifest.sequences.map((one) =>
        one.name === 'area_id_seq' ? { ...one, lastValue, isCalled: true } : one,
      ),
    });
    expect(await refusal(await withRows('area', row, at(6)))).toMatch(/does not fit.*see area_id_seq/);
  });
});

describe('what is no backup of this program or this version', () => {
  it('is refused, and said what it is', async () => {
    expect(await refusal(await withBytes(Buffer.from('a,b\n1,2\n')))).toMatch(/is no backup/);
    expect(await refusal(await packed([['readme.txt', Buffer.from('Hello')]]))).toMatch(/has no manifest/);
    expect(await refusal(await withManifest(() => ({ format: 'other' })))).toMatch(/is no backup/);
    expect(await refusal(join(directory, 'nothing.zip'))).toMatch(/^There is no file /);
    expect(await refusal(directory)).toMatch(/cannot be read/);
  });

  it('is refused when a later version wrote it', async () => {
    const migrations = [...manifest.migrations, 'Later9999999999999'];
    const later = await withManifest(() => ({ ...manifest, application: '9.0.0', migrations }));
    expect(await refusal(later)).toMatch(/version 9[.]0[.]0, whose tables this version does not know/);
    const format = await withManifest(() => ({ ...manifest, formatVersion: 2, application: '9.0.0' }));
    expect(await refusal(format)).toMatch(
      /has format 2.*restore it with the version that wrote it [(]9[.]0[.]0[)]/,
    );
  });
});
