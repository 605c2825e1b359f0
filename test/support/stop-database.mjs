import { rm } from 'node:fs/promises';
import pg from 'pg';

/** After all tests: ends the run's server, or removes what the run left on the server of DATABASE_URL. */
export default async function stopDatabase() {
  if (globalThis.testServer) {
    const { server, directory } = globalThis.testServer;
    await server.close();
    await rm(directory, { recursive: true });
    return;
  }
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  const { rows } = await client.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [
    process.env.TEST_DATABASE_PREFIX,
  ]);
  for (const { datname } of rows) await client.query(`DROP DATABASE ${datname} WITH (FORCE)`);
  await client.end();
}
