import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { drop, poolOf, urlOf } from './connections.repository.js';

/** `other_version`: it answers, and its tables are not those of this version. */
export type DatabaseState = 'ok' | 'other_version' | 'away';

const LOOK_EVERY_MS = 1_000;
/** A database that says nothing for so long is taken to be away, ms. */
const PATIENCE_MS = 5_000;
/** So often in a row it must have said nothing before all connections to it are given up. */
const MOST_SILENCES = 2;

/**
 * Asks the database once a second, on a connection of its own, so that readiness costs nothing to tell and a full pool
 * does not look like a lost database. A database that takes connections and never answers, because its process or the
 * network hangs, would keep every request waiting: after two silences its connections are dropped.
 */
@Injectable()
export class DatabaseWatchService implements OnModuleDestroy {
  private readonly logger = new Logger('Database');
  private readonly ending = new AbortController();
  private readonly clients = new Set<pg.Client>();
  private client: pg.Client | undefined;
  private watching: Promise<void> | undefined;
  private silences = 0;
  private known: DatabaseState | undefined;

  constructor(private readonly dataSource: DataSource) {}

  /** As last heard. */
  get state(): DatabaseState {
    return this.known ?? 'away';
  }

  /** Begins to watch, until the application ends. @returns once the database was heard for the first time */
  async start(): Promise<void> {
    const pool = poolOf(this.dataSource);
    pool.on('acquire', (client) => this.clients.add(client));
    pool.on('remove', (client) => this.clients.delete(client));
    await this.look();
    this.watching = this.watch();
  }

  async onModuleDestroy(): Promise<void> {
    this.ending.abort();
    await this.watching;
    if (this.client !== undefined) drop(this.client);
  }

  private async watch(): Promise<void> {
    const { signal } = this.ending;
    for (;;) {
      await pause(LOOK_EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return;
      await this.look();
    }
  }

  private async look(): Promise<void> {
    try {
      const client = (this.client ??= await this.connected());
      const { rows } = await client.query<{ name: string }>(NEWEST_MIGRATION);
      this.hear(
        rows[0]?.name === this.dataSource.migrations.at(-1)?.constructor.name ? 'ok' : 'other_version',
      );
      this.silences = 0;
    } catch (error) {
      this.lose(error);
    }
  }

  private async connected(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: urlOf(this.dataSource),
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
      application_name: 'iww-progress watch',
    });
    const gone = (): void => {
      if (this.client !== client) return;
      this.client = undefined;
      if (!this.ending.signal.aborted) this.hear('away');
    };
    client.on('error', gone);
    client.on('end', gone);
    await client.connect().catch((error: unknown) => {
      drop(client);
      throw error;
    });
    return client;
  }

  private lose(error: unknown): void {
    const { client } = this;
    this.client = undefined;
    if (client !== undefined) drop(client);
    if (this.ending.signal.aborted) return;
    const wasSilent = error instanceof Error && /timeout/i.test(error.message);
    this.silences = wasSilent ? this.silences + 1 : 0;
    this.hear('away');
    if (this.silences < MOST_SILENCES) return;
    for (const stuck of this.clients) drop(stuck);
  }

  private hear(state: DatabaseState): void {
    if (state === this.known) return;
    if (this.known !== undefined || state !== 'ok') this.logger.warn(SENTENCES[state]);
    this.known = state;
  }
}

const NEWEST_MIGRATION = 'SELECT name FROM migrations ORDER BY timestamp DESC LIMIT 1';

const SENTENCES: Readonly<Record<DatabaseState, string>> = {
  ok: 'The database answers',
  other_version: 'The tables of the database are not those of this version',
  away: 'The database does not answer',
};
