import type { Config } from './config.js';
import { openEmbeddedServer } from './postgres/embedded-server.js';

/** The database in use, until it is given up. */
export interface OpenDatabase {
  /** Connection string. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * The database the settings name, or the bundled one, joined or started.
 * @param say told in one line what a reader would not expect
 * @throws Refusal when the bundled PostgreSQL cannot run here
 */
export async function openDatabase(config: Config, say: (line: string) => void): Promise<OpenDatabase> {
  if (config.databaseUrl !== undefined) return { url: config.databaseUrl, close: () => Promise.resolve() };
  return await openEmbeddedServer({ dataDirectory: config.dataDirectory, say });
}
