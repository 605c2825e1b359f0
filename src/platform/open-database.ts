import type { Config } from './config.js';
import { openEmbeddedServer } from './postgres/embedded-server.js';

/** The database in use, until it is given up. */
export interface OpenDatabase {
  /** Connection string. */
  readonly url: string;
  /**
   * Keeps the bundled server running until `close`.
   * @param moved told where it is now when it could not come back to its port
   */
  keepUp(moved: (url: string) => void): void;
  close(): Promise<void>;
}

/**
 * The database the settings name, or the bundled one, joined or started.
 * @param say told in one line what a reader would not expect
 * @throws Refusal when the bundled PostgreSQL cannot run here
 */
export async function openDatabase(config: Config, say: (line: string) => void): Promise<OpenDatabase> {
  const { databaseUrl: url } = config;
  if (url !== undefined) return { url, keepUp: () => undefined, close: () => Promise.resolve() };
  return await openEmbeddedServer({ dataDirectory: config.dataDirectory, say });
}
