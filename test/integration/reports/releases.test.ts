import { createHash, createPublicKey, verify } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '../../../src/access/actor.js';
import { AccessService } from '../../../src/access/access.service.js';
import type { CommandRooms } from '../../../src/commands/command-rooms.js';
import { commandProgram } from '../../../src/commands/program.js';
import { AuditTrailService } from '../../../src/platform/audit/audit-trail.service.js';
import { SigningKeyService } from '../../../src/platform/signing-key.service.js';
import { countryReport } from '../../../src/reports/country-report.js';
import { faultsOfFiles } from '../../../src/reports/releases/release-faults.js';
import { ReleaseService } from '../../../src/reports/releases/release.service.js';
import { ReportSourcesService } from '../../../src/reports/report-sources.service.js';
import { ScoreIntervalsService } from '../../../src/scoring/uncertainty/score-intervals.service.js';
import { freshDatabase, type TestDatabase } from '../../support/database.js';
import { roomsOn } from '../../support/rooms-on.js';
import { simulationProgram } from '../../support/simulation-program.js';
import { unguarded } from '../../support/unguarded.js';

const FRAMEWORK = 'test/frameworks/goals-index';
const PARTS = ['frozen.json', 'manifest.json', 'manifest.json.sig', 'package.zip'];

interface Installation {
  readonly database: TestDatabase;
  readonly rooms: CommandRooms;
  readonly releases: ReleaseService;
  readonly ada: Actor;
  readonly ben: Actor;
  readonly eve: Actor;
}

async function installation(program: URL): Promise<Installation> {
  const database = await freshDatabase();
  const rooms = await roomsOn(database.dataSource, FRAMEWORK);
  await rooms.get(ScoreIntervalsService).start(program);
  const person = async (name: string, role: string): Promise<Actor> => {
    const { key } = await rooms.get(AccessService).createKey({ globalRoles: [role], name });
    return (await rooms.get(AccessService).actorOf(key)) as Actor;
  };
  return {
    database,
    rooms,
    releases: rooms.get(ReleaseService),
    ada: await person('Ada', 'publisher'),
    ben: await person('Ben', 'publisher'),
    eve: await person('Eve', 'administrator'),
  };
}

let here: Installation;
let there: Installation;
beforeAll(async () => {
  const program = await simulationProgram();
  [here, there] = [await installation(program), await installation(program)];
}, 120_000);
afterAll(async () => {
  for (const { rooms, database } of [here, there]) {
    await rooms.close();
    await database.close();
  }
});

const asked = (id: string) => ({ id, date: '2026-11-23', note: 'The first' });
const hashes = async ({ releases, ada }: Installation, id: string) =>
  Object.fromEntries((await releases.report(id, ada)).files.map(({ name, sha256 }) => [name, sha256]));
const filesOf = async (id: string) =>
  new Map(
    await Promise.all(PARTS.map(async (name) => [name, (await here.releases.part(id, name)).bytes] as const)),
  );

/** Runs `iww release ...` here. @returns what it prints and what it leaves with */
function iww(...words: readonly string[]) {
  return command('release', ...words);
}

async function command(...words: readonly string[]) {
  const printed: unknown[] = [];
  const print = (told: unknown): void => void printed.push(told);
  const output = { line: print, json: print, progress: () => undefined };
  process.exitCode = 0;
  await commandProgram((work) => work(here.rooms), output).parseAsync(words, {
    from: 'user',
  });
  return { printed, exitCode: process.exitCode };
}

describe('a release', () => {
  it('is prepared by one publisher, published by another, and cannot be taken back', async () => {
    const { releases, ada, ben, eve } = here;
    await expect(releases.prepare(eve, asked('2026-1'))).rejects.toMatchObject({ code: 'not_a_publisher' });
    const prepared = await releases.prepare(ada, asked('2026-1'), 'request-1');
    expect(prepared).toMatchObject({ id: '2026-1', date: '2026-11-23', state: 'prepared', revision: 4 });
    expect(await releases.list()).toEqual([]);
    expect((await releases.list(eve)).map(({ id }) => id)).toEqual(['2026-1']);
    await expect(releases.get('2026-1')).rejects.toMatchObject({ code: 'release_not_found' });
    await expect(releases.sourcesOf('2026-1')).rejects.toMatchObject({ code: 'release_not_found' });
    await expect(releases.prepare(ben, asked('2026-1'))).rejects.toMatchObject({ code: 'release_exists' });
    await expect(releases.publish(ada, '2026-1')).rejects.toMatchObject({ code: 'release_four_eyes' });
    await expect(releases.publish(ben, '2026-1', undefined, { ifManifest: ['other'] })).rejects.toMatchObject(
      { code: 'stale_release', status: 412 },
    );
    const published = await releases.publish(ben, '2026-1');
    expect(published).toMatchObject({ state: 'published', publishedAt: expect.any(Date) as Date });
    expect((await releases.list()).map(({ id }) => id)).toEqual(['2026-1']);
    await expect(releases.publish(ben, '2026-1')).rejects.toMatchObject({ code: 'release_published' });
    await expect(releases.withdraw(ada, '2026-1')).rejects.toMatchObject({ code: 'release_published' });
    const { database } = here;
    const told: unknown[] = await database.dataSource.query(
      `SELECT action, role, request_id FROM audit_entry WHERE subject = 'release:2026-1' ORDER BY id`,
    );
    expect(told).toEqual([
      { action: 'release.prepared', role: 'publisher', request_id: 'request-1' },
      { action: 'release.published', role: 'publisher', request_id: null },
    ]);
    expect((await here.rooms.get(AuditTrailService).verify()).fault).toBeUndefined();
  });

  it('is the same bytes when it is built again, also in another database', async () => {
    const { ada, ben, releases } = there;
    await releases.prepare(ada, asked('2026-1'));
    const first = await hashes(there, '2026-1');
    await releases.withdraw(ben, '2026-1');
    expect(await releases.list(ada)).toEqual([]);
    await releases.prepare(ben, asked('2026-1'));
    const again = await hashes(there, '2026-1');
    const elsewhere = await hashes(here, '2026-1');
    for (const part of ['package.zip', 'frozen.json']) {
      expect(again[part]).toBe(first[part]);
      expect(elsewhere[part]).toBe(first[part]);
    }
    expect(await here.releases.differentPart(await here.releases.get('2026-1'))).toBeUndefined();
  });

  it('is signed, names nobody, and a flipped byte in any of its files is found', async () => {
    const key = here.rooms.get(SigningKeyService).publicKey();
    const files = await filesOf('2026-1');
    expect(faultsOfFiles(files, key)).toEqual([]);
    for (const name of PARTS) {
      const bytes = Buffer.from(files.get(name) ?? '');
      const place = Math.floor(bytes.length / 2);
      bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
      const found = faultsOfFiles(new Map(files).set(name, bytes), key);
      const signed = name.startsWith('manifest') ? 'manifest.json.sig' : name;
      expect(found.map(({ part }) => part)).toContain(signed);
    }
    const told = ['frozen.json', 'manifest.json'].map((name) => String(files.get(name))).join('\n');
    const receipts: { receipt: string }[] = await here.database.dataSource.query(
      'SELECT receipt FROM submission',
    );
    expect(receipts.filter(({ receipt }) => told.includes(receipt))).toEqual([]);
    expect(/\b(Ada|Ben|Eve)\b/.exec(told)).toBeNull();
    const signature = files.get('manifest.json.sig') ?? Buffer.alloc(0);
    expect(signature).toHaveLength(64);
    const manifest = files.get('manifest.json') ?? Buffer.alloc(0);
    expect(verify(null, manifest, createPublicKey(key), signature)).toBe(true);
    const { manifestSha256 } = await here.releases.get('2026-1');
    expect(createHash('sha256').update(manifest).digest('hex')).toBe(manifestSha256);
  });

  it('reads back what it said, whatever is said later', async () => {
    const { rooms, releases } = here;
    const thawed = await releases.sourcesOf('2026-1');
    const current = await rooms.get(ReportSourcesService).current();
    const [area] = current.lookUp.scoredAreas;
    if (area === undefined) throw new Error('No area is scored');
    const { intervals } = thawed;
    const known = await rooms.get(ScoreIntervalsService).compute(current.board, current.lookUp);
    const node = current.lookUp.catalogue.goals[0]?.code ?? '';
    expect(intervals?.of(area.code, 'goal', node)).toEqual(known.of(area.code, 'goal', node));
    expect(intervals?.of(area.code, 'goal', node)).toBeDefined();
    const now = { ...current, intervals: known };
    expect(JSON.stringify(countryReport(area, thawed).principles)).toBe(
      JSON.stringify(countryReport(area, now).principles),
    );
    expect(thawed.release).toMatchObject({ id: '2026-1', date: '2026-11-23' });
    expect(await releases.sourcesOf('2026-1')).toBe(thawed);
  });

  it('is listed, fetched and verified by command, and a directory with a flipped byte is not', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'iww-release-'));
    const { printed } = await iww('list', '--json');
    expect(printed).toEqual([[expect.objectContaining({ id: '2026-1', state: 'published' })]]);
    await iww('download', '2026-1', directory);
    expect((await readdir(directory)).sort()).toEqual(PARTS);
    expect(await iww('verify', '2026-1', '--json')).toEqual({
      printed: [{ id: '2026-1', files: 4, isSigned: true, isRebuilt: true, faults: [] }],
      exitCode: 0,
    });
    expect((await iww('verify', directory)).exitCode).toBe(0);
    const file = join(directory, 'frozen.json');
    await writeFile(file, (await readFile(file, 'utf8')).replace('"revision"', '"revisioN"'));
    expect(await iww('verify', directory)).toEqual({
      printed: ['frozen.json is not what the manifest says.'],
      exitCode: 1,
    });
    process.exitCode = 0;
    await rm(directory, { recursive: true });
  });

  it('is told to nobody when nobody follows, and when there was none before', async () => {
    const { printed } = await command('digests', '--release', '2026-1', '--dry-run');
    expect(printed).toEqual(['Release 2026-1: no mail would be sent.']);
  });

  it('is not published when what it was built from was changed behind its back', async () => {
    const { database, releases, ada, ben } = there;
    await unguarded(
      database.dataSource,
      'UPDATE observation SET value = value + 1 WHERE revision_from = 1 AND ctid = (SELECT min(ctid) FROM observation)',
      [],
    );
    await expect(releases.publish(ada, '2026-1')).rejects.toMatchObject({
      code: 'release_changed',
      status: 409,
    });
    await releases.withdraw(ben, '2026-1');
    const { database: other } = here;
    await unguarded(other.dataSource, `UPDATE observation SET value = value + 1`, []);
    expect(await here.releases.differentPart(await here.releases.get('2026-1'))).toBe('package.zip');
  });
});
