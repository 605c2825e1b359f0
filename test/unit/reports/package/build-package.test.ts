import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { parquetReadObjects } from 'hyparquet';
import { parse } from 'yaml';
import type { Community } from '../../../../src/communities/community.js';
import { buildPackage, type BuiltPackage } from '../../../../src/reports/package/build-package.js';
import { aHardFramework } from './a-hard-framework.js';
import type { ReportSources } from '../../../../src/reports/report-sources.js';
import { scoringSome, seeded, sourcesOf, type Seeded } from './seeded-sources.js';
import { unpack, type Row, type Unpacked } from './unpacked.js';

const ABOUT = { id: '2026-1', date: '2026-11-23', publicUrl: 'https://progress.example.org' };

interface Descriptor {
  readonly resources: readonly Resource[];
  readonly citeAs: string;
  readonly homepage?: string;
}
interface Resource {
  readonly name: string;
  readonly path: string;
  readonly format: string;
  readonly bytes: number;
  readonly hash: string;
  readonly schema?: Schema;
}
interface Schema {
  readonly fields: readonly {
    readonly name: string;
    readonly type: string;
    readonly description: string;
    readonly constraints?: { readonly required?: boolean; readonly enum?: readonly string[] };
  }[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys?: readonly {
    readonly fields: readonly string[];
    readonly reference: { readonly resource: string; readonly fields: readonly string[] };
  }[];
}

let seeds: Seeded;
let built: BuiltPackage;
let unpacked: Unpacked;
let descriptor: Descriptor;
/** CSV tables by the names of their resources. */
let tables: ReadonlyMap<string, { readonly schema: Schema; readonly rows: readonly Row[] }>;

beforeAll(async () => {
  seeds = scoringSome(await seeded());
  built = await buildPackage(sourcesOf(seeds), ABOUT);
  unpacked = await unpack(built.zip);
  descriptor = JSON.parse(unpacked.text('datapackage.json')) as Descriptor;
  tables = new Map(
    descriptor.resources.flatMap(({ name, format, schema }) =>
      format === 'csv' && schema !== undefined ? [[name, { schema, rows: unpacked.table(name) }]] : [],
    ),
  );
});

function rowsOf(name: string): readonly Row[] {
  return tables.get(name)?.rows ?? [];
}

function keyOf(row: Row, columns: readonly string[]): string {
  return JSON.stringify(columns.map((column) => row[column]));
}

describe('a package of the bundled figures', () => {
  it('is described as version 2 of the Data Package standard asks', () => {
    const profile = JSON.parse(readFileSync('test/files/data-package/datapackage.json', 'utf8')) as object;
    const ajv = new Ajv({ strict: false, allErrors: true });
    formats.default(ajv);
    expect(ajv.validate(profile, descriptor) ? [] : ajv.errors).toEqual([]);
  });

  it('holds every file that is described, with the size and hash that are told, and lists all of them', () => {
    for (const { path, bytes, hash } of descriptor.resources) {
      const content = unpacked.files.get(path) ?? Buffer.alloc(0);
      expect([path, content.length, hash]).toEqual([path, bytes, `sha256:${sha256(content)}`]);
    }
    const found = [...unpacked.files].map(([path, content]) => [path, content.length, sha256(content)]);
    expect(built.parts.map(({ path, bytes, sha256: hash }) => [path, bytes, hash])).toEqual(found);
  });

  it('has the columns that the schemas describe, in their order, and a sentence on each', () => {
    for (const [name, { schema }] of tables) {
      const [header] = unpacked.text(`data/${name}.csv`).split('\r\n');
      expect([name, header]).toEqual([name, schema.fields.map((field) => field.name).join(',')]);
      expect(schema.fields.filter(({ description }) => description.length < 4)).toEqual([]);
    }
    const described = [...tables].flatMap(([name, { schema }]) =>
      name === 'data-dictionary' ? [] : schema.fields.map((field) => `${name} ${field.name}`),
    );
    expect(
      rowsOf('data-dictionary').map(({ table, column }) => `${String(table)} ${String(column)}`),
    ).toEqual(described);
  });

  it('keeps what the schemas promise: keys, references, types and values', () => {
    for (const [name, { schema, rows }] of tables) {
      const keys = new Set(rows.map((row) => keyOf(row, schema.primaryKey)));
      expect([name, keys.size]).toEqual([name, rows.length]);
      expect([name, rows.filter((row) => schema.fields.some((field) => !fits(row, field)))]).toEqual([
        name,
        [],
      ]);
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const known = new Set(rowsOf(reference.resource).map((row) => keyOf(row, reference.fields)));
        const named = rows.filter((row) => fields.every((field) => row[field] !== ''));
        expect([name, fields, named.filter((row) => !known.has(keyOf(row, fields)))]).toEqual([
          name,
          fields,
          [],
        ]);
      }
    }
  });

  it('has each figure that may be passed on, with every digit, and no other', () => {
    const passed = new Set(
      [...seeds.seriesEditions.values()]
        .filter(({ redistribution }) => redistribution === 'attribution' || redistribution === 'sa')
        .map(({ id }) => id),
    );
    const due = seeds.observations
      .filter(({ seriesEditionId }) => passed.has(seriesEditionId))
      .map(({ area, indicator, year, value }) => `${area} ${indicator} ${String(year)} ${String(value)}`);
    const there = rowsOf('observations').map((row) =>
      ['area', 'indicator', 'year', 'value'].map((c) => row[c]).join(' '),
    );
    expect(there.length).toBeGreaterThan(10_000);
    expect([...there].sort()).toEqual([...due].sort());
  });

  it('tells of each series that is kept out how many figures and why, and shows none of their values', () => {
    const kept = rowsOf('series').filter(
      ({ included, figures }) => included === 'false' && Number(figures) > 0,
    );
    expect(kept.length).toBeGreaterThan(10);
    const told = rowsOf('not-included').filter(({ what }) => what === 'figures');
    expect(told.map(({ series, figures }) => [series, figures])).toEqual(
      kept.map(({ id, figures }) => [id, figures]),
    );
    for (const { reason, terms } of told) expect([reason?.endsWith('.'), terms]).not.toEqual([true, '']);
    const marked = rowsOf('scores').filter(({ terms }) => terms === 'nc-sa' || terms === 'ask');
    expect(marked.filter(({ kind }) => kind === 'indicator').length).toBeGreaterThan(300);
    expect(marked.filter(({ value, observation }) => value !== '' || observation !== '')).toEqual([]);
    expect(unpacked.text('README.md')).toContain('`UI_COV4G`');
  });

  it('says of a score that rests on withheld figures under which terms it stands', () => {
    const scores = rowsOf('scores');
    const termsOf = (kind: string, code: string) =>
      scores.find((row) => row['area'] === 'KEN' && row['kind'] === kind && row['code'] === code)?.['terms'];
    expect(termsOf('indicator', 'UI_NETUSE')).toBe('attribution');
    expect(termsOf('indicator', 'SS_GCI')).toBe('ask');
    expect(termsOf('principle', 'P2')).toBe('nc-sa');
  });

  it('has the same cells in its Parquet as in its CSV', async () => {
    for (const name of ['observations', 'scores']) {
      const content = unpacked.files.get(`parquet/${name}.parquet`) ?? Buffer.alloc(0);
      const file = new Uint8Array(content).buffer;
      const rows = (await parquetReadObjects({ file })) as Record<string, string | number | boolean | null>[];
      const cells = rows.map((row) => Object.values(row).map(written).join('|'));
      const due = rowsOf(name).map((row) => Object.values(row).join('|'));
      expect([name, cells.length]).toEqual([name, due.length]);
      expect(cells.find((row, i) => row !== due[i])).toBeUndefined();
    }
  });

  it('has the same bytes again, whatever order the figures come in', async () => {
    const some = aHardFramework(seeds, 8);
    const shuffled = some.observations.toSorted((a, b) => sha256(a).localeCompare(sha256(b)));
    const [one, other] = [some.observations, shuffled].map((observations) =>
      sourcesOf({ ...some, observations }),
    );
    const first = await buildPackage(one as ReportSources, ABOUT);
    const second = await buildPackage(other as ReportSources, ABOUT);
    expect(first.zip.length).toBeGreaterThan(100_000);
    expect(second.zip.equals(first.zip)).toBe(true);
  });

  it('says how to cite it, alike for people and programs', () => {
    const cff = parse(unpacked.text('CITATION.cff')) as Record<string, unknown>;
    expect(cff).toMatchObject({
      'cff-version': '1.2.0',
      type: 'dataset',
      authors: [{ name: 'IWW Progress' }],
      version: '2026-1',
      url: 'https://progress.example.org/en/releases/2026-1',
    });
    expect(unpacked.text('CITATION.cff')).toContain('date-released: 2026-11-23');
    expect(unpacked.text('citation.bib')).toContain(
      'url = {https://progress.example.org/en/releases/2026-1}',
    );
    expect(descriptor.citeAs).toBe(
      'IWW Progress (2026). The Internet We Want: progress of countries, edition 2026, release 2026-1. Data set, 2026-11-23. https://progress.example.org/en/releases/2026-1',
    );
  });
});

describe('a package of another framework', () => {
  it('tells of files, statements and communities, and names no address where there is none', async () => {
    const three = await seeded('seeds/examples/three-indicators');
    const sources = sourcesOf(three);
    const [area = ''] = sources.board.areas;
    const statement = {
      id: 'S1',
      area,
      subject: 'country',
      by: { kind: 'community', community: 'shore-watch', name: 'Shore Watch' },
      texts: { fr: '=Nous mesurons autrement', en: 'We measure, "differently"' },
      publishedAt: '2026-11-20T10:00:00Z',
    } as const;
    const gone = { ...statement, id: 'S2', texts: {}, withdrawnAt: '2026-11-21T10:00:00Z' };
    const shoreWatch: Community = {
      id: 2,
      code: 'shore-watch',
      name: 'Shore Watch',
      kind: 'national',
      areas: [area],
      hidden: false,
      languages: [],
      meetings: [],
    };
    const { zip } = await buildPackage(
      {
        ...sources,
        statements: [statement, gone],
        communities: new Map([[shoreWatch.code, shoreWatch]]),
      },
      { ...ABOUT, publicUrl: '', files: new Map([[1, 'ab'.repeat(32)]]) },
    );
    const other = await unpack(zip);
    expect(other.table('statements').map(({ id, language, text }) => [id, language, text])).toEqual([
      ['S1', 'en', 'We measure, "differently"'],
      ['S1', 'fr', "'=Nous mesurons autrement"],
    ]);
    expect(other.table('communities').map(({ code, name }) => [code, name])).toEqual([
      ['published-figures', 'published-figures'],
      ['shore-watch', 'Shore Watch'],
    ]);
    expect(other.table('observations').map((row) => row['file_sha256'])).toContain('ab'.repeat(32));
    expect(Object.keys(JSON.parse(other.text('datapackage.json')) as object)).not.toContain('homepage');
    expect(other.text('README.md')).toContain('Nothing was left out.');
    expect(other.text('CITATION.cff')).not.toContain('url:');
  });
});

function fits(row: Row, { name, type, constraints }: Schema['fields'][number]): boolean {
  const cell = row[name] ?? '';
  if (cell === '') return constraints?.required !== true;
  if (constraints?.enum?.includes(cell) === false) return false;
  if (type === 'boolean') return cell === 'true' || cell === 'false';
  if (type === 'integer') return /^-?\d+$/.test(cell);
  return type === 'number' ? Number.isFinite(Number(cell)) : true;
}

/** A cell of a Parquet file as CSV writes it. */
function written(cell: string | number | boolean | null): string {
  return cell === null ? '' : String(cell);
}

function sha256(content: unknown): string {
  return createHash('sha256')
    .update(Buffer.isBuffer(content) ? content : JSON.stringify(content))
    .digest('hex');
}
