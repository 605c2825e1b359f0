import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadOpenEmbeddedServer } from './embedded-server.mjs';

/** Nothing of a test run has to outlive it. */
const fast = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'];

/**
 * Before all tests: a PostgreSQL server for this run, the bundled one in a temporary directory or that of DATABASE_URL.
 * Tests find it in TEST_DATABASE_URL; databases of this run start with TEST_DATABASE_PREFIX.
 */
export default async function startDatabase() {
  process.env.TEST_DATABASE_PREFIX = `iww_test_${randomBytes(4).toString('hex')}`;
  if (process.env.DATABASE_URL) {
    process.env.TEST_DATABASE_URL = process.env.DATABASE_URL;
    delete process.env.DATABASE_URL;
    return;
  }
  const directory = await mkdtemp(join(tmpdir(), 'iww-test-'));
  await chmod(directory, 0o711); // under root the server runs as a user of its own
  const openEmbeddedServer = await loadOpenEmbeddedServer();
  const server = await openEmbeddedServer({ dataDirectory: directory, say: console.log, settings: fast });
  process.env.TEST_DATABASE_URL = server.url;
  globalThis.testServer = { server, directory };
}
