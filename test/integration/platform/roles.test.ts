import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import type { CommandRooms } from '../../../src/commands/command-rooms.js';
import { faultsOf, verify } from '../../../src/commands/verify.js';
import { openInstallation, type Installation } from '../../../src/open-installation.js';
import { backUp } from '../../../src/platform/backup/back-up.js';
import { readConfig } from '../../../src/platform/config.js';
import { Refusal } from '../../../src/platform/refusal.js';
import { PASSING_TABLES, tableRules } from '../../../src/table-rules.js';
import { aWorkingDay } from '../../support/a-working-day.js';
import { freshDatabase, type TestDatabase } from '../../support/database.js';
import { SEEDS } from '../../support/rooms.js';
import { roomsOn } from '../../support/rooms-on.js';

/** Roles belong to the whole server: these are ours alone, and go with us. */
const ROLE = `iww_test_role_${randomBytes(4).toString('hex')}`;
const OTHER = `${ROLE}_other`;
const PASSWORD = randomBytes(16).toString('hex');

let database: TestDatabase;
let directory: string;
let installation: Installation;
let rooms: CommandRooms;
let server: DataSource;

beforeAll(async () => {
  database = await freshDatabase();
  directory = await mkdtemp(join(tmpdir(), 'iww-roles-'));
  await owner(
    `CREATE ROLE ${ROLE} LOGIN PASSWORD '${PASSWORD}'; CREATE ROLE ${OTHER} LOGIN PASSWORD '${PASSWORD}'`,
  );
  installation = await openAs(ROLE);
  server = installation.dataSource;
  rooms = await roomsOn(server, SEEDS);
  await aWorkingDay(rooms);
}, 120_000);
afterAll(async () => {
  await rooms.close();
  await installation.close();
  await owner(`DROP OWNED BY ${ROLE}, ${OTHER}; DROP ROLE ${ROLE}, ${OTHER}`);
  await database.close();
  await rm(directory, { recursive: true });
});

const owner = (sql: string) => database.dataSource.query(sql);

function urlAs(role: string): string {
  const url = new URL(database.url);
  [url.username, url.password] = [role, PASSWORD];
  return url.href;
}

function openAs(role: string, migrationUrl = database.url): Promise<Installation> {
  const urls = { DATABASE_URL: urlAs(role), DATABASE_MIGRATION_URL: migrationUrl };
  const config = readConfig({ IWW_DATA_DIR: directory, ...urls }, directory);
  return openInstallation(config, () => undefined);
}

/** PostgreSQL's code for what a role may not do. */
const FORBIDDEN = '42501';
const codeOf = (sql: string): Promise<unknown> =>
  server.query(sql).then(
    () => 'done',
    (error: unknown) => (error as { code?: unknown }).code,
  );

describe('the role of the server', () => {
  it('is told for every table what it may do there', () => {
    const tables = database.dataSource.entityMetadatas.map(({ tableName }) => tableName);
    expect(Object.keys(tableRules).sort()).toEqual(tables.sort());
  });

  it('suffices for whatever people and the installation do', async () => {
    const [user] = await server.query<{ name: string }[]>('SELECT current_user::text AS name');
    expect(user?.name).toBe(ROLE);
    expect(faultsOf(await verify(rooms))).toEqual([]);
  });

  it('suffices to write a backup of everything', async () => {
    const path = join(directory, 'backup.zip');
    const { manifest } = await backUp(urlAs(ROLE), {
      ...{ path, force: false, leftOut: PASSING_TABLES },
      tell: () => undefined,
    });
    expect(manifest.tables.find(({ table }) => table === 'observation')?.rows).toBeGreaterThan(10_000);
  });

  it('may not change, remove or add what is append-only, nor what guards it', async () => {
    const statements = [
      ...[
        'audit_entry',
        'audit_link',
        'decision',
        'correction',
        'notice',
        'revision_log',
        'catalogue_version',
      ].flatMap((table) => [`DELETE FROM ${table}`, `TRUNCATE ${table}`]),
      `UPDATE audit_entry SET detail = '{}'`,
      `UPDATE audit_entry SET at = now()`,
      `INSERT INTO audit_link (number, audit_entry_id, hash) VALUES (1000000, 1, 'x')`,
      `UPDATE audit_link SET hash = 'x'`,
      `UPDATE decision SET verdict = 'accept'`,
      `UPDATE observation SET value = 1`,
      `UPDATE observation SET revision_from = 1`,
      'DELETE FROM observation',
      'TRUNCATE observation',
      'UPDATE staged_row SET value = 1',
      `UPDATE submission SET community_id = 1`,
      `UPDATE submission SET contributor_id = 1`,
      `UPDATE submission SET version = 1`,
      `UPDATE catalogue_version SET content = '{}'`,
      `UPDATE revision_log SET moved_at = now()`,
      'DELETE FROM membership',
      'DELETE FROM contributor',
      'DELETE FROM data_revision',
      `UPDATE api_key SET key_hash = 'x'`,
      `UPDATE api_key SET roles = '{administrator}'`,
      `UPDATE migrations SET name = 'x'`,
      `DELETE FROM migrations`,
    ];
    for (const statement of statements)
      expect([statement, await codeOf(statement)]).toEqual([statement, FORBIDDEN]);
  });

  it('may not change the tables, their triggers, or who may do what', async () => {
    const tables = Object.keys(tableRules);
    const statements = [
      ...tables.map((table) => `ALTER TABLE ${table} DISABLE TRIGGER USER`),
      ...tables.map((table) => `DROP TABLE ${table} CASCADE`),
      'DROP TRIGGER decision_guard ON decision',
      'CREATE TRIGGER mine BEFORE INSERT ON decision FOR EACH ROW EXECUTE FUNCTION refuse_change()',
      `CREATE OR REPLACE FUNCTION guard_decision() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'`,
      'CREATE TABLE mine (id integer)',
      `CREATE FUNCTION mine() RETURNS integer LANGUAGE sql AS 'SELECT 1'`,
      `SET session_replication_role = 'replica'`,
      `SELECT setval('submission_id_seq', 1)`,
      `ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO PUBLIC`,
      `CREATE ROLE ${ROLE}_made`,
      `COPY area TO '/tmp/area.csv'`,
      `SELECT pg_read_file('postgresql.conf')`,
    ].filter((statement) => !statement.startsWith('ALTER DEFAULT'));
    for (const statement of statements)
      expect([statement, await codeOf(statement)]).toEqual([statement, FORBIDDEN]);
  });

  it('may not give itself what it lacks', async () => {
    // PostgreSQL only warns of a grant that gives nothing.
    await server.query(`GRANT ALL ON decision TO ${ROLE}`);
    expect(await codeOf('DELETE FROM decision')).toBe(FORBIDDEN);
  });
});

describe('opening an installation with two roles', () => {
  const refusal = async (opening: Promise<Installation>): Promise<string> => {
    const error: unknown = await opening.then(
      (opened) => opened.close(),
      (caught: unknown) => caught,
    );
    if (error instanceof Refusal) return error.message;
    throw error instanceof Error ? error : new Error('It was opened');
  };

  it('gives and takes what the tables say, each time', async () => {
    await owner(`GRANT DELETE ON decision TO ${ROLE}; REVOKE INSERT ON decision FROM ${ROLE}`);
    await (await openAs(ROLE)).close();
    const [row] = await owner(
      `SELECT has_table_privilege('${ROLE}', 'decision', 'DELETE') AS "delete",
        has_table_privilege('${ROLE}', 'decision', 'INSERT') AS "insert"`,
    );
    expect(row).toEqual({ delete: false, insert: true });
  });

  it('lets a server start that does not know the owner, once the tables are there', async () => {
    const config = readConfig({ IWW_DATA_DIR: directory, DATABASE_URL: urlAs(ROLE) }, directory);
    const opened = await openInstallation(config, () => undefined);
    expect(await opened.dataSource.query('SELECT 1 AS one FROM data_revision')).toEqual([{ one: 1 }]);
    await opened.close();
  });

  it('is refused when the server could do more than serve', async () => {
    await owner(`GRANT CREATE ON SCHEMA public TO ${OTHER}`);
    expect(await refusal(openAs(OTHER))).toMatch(/may create tables/);
    await owner(`REVOKE CREATE ON SCHEMA public FROM ${OTHER}; ALTER ROLE ${OTHER} SUPERUSER`);
    expect(await refusal(openAs(OTHER))).toMatch(/may do more than serve/);
    await owner(
      `ALTER ROLE ${OTHER} NOSUPERUSER; GRANT ${ROLE} TO ${OTHER}; ALTER TABLE mail OWNER TO ${ROLE}`,
    );
    expect(await refusal(openAs(OTHER))).toMatch(/owns tables, or belongs to who does/);
    await owner(`ALTER TABLE mail OWNER TO CURRENT_USER; REVOKE ${ROLE} FROM ${OTHER}`);
    await (await openAs(OTHER)).close();
  });

  it('is refused when both are one, or lead to different databases', async () => {
    expect(await refusal(openAs(ROLE, urlAs(ROLE)))).toMatch(/name the same user/);
    const other = await freshDatabase();
    expect(await refusal(openAs(ROLE, other.url))).toMatch(/same database/);
    await other.close();
  });
});
