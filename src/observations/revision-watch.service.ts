import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import { ObservationRepository } from './observation.repository.js';

/** How long a silent connection is believed, ms: one that died without a word is found out by then. */
const BELIEVED_MS = 2_000;

/**
 * Knows the newest data revision without asking the database each time: PostgreSQL tells it of every move, whoever
 * made it. While that line is down, each question goes to the database itself.
 */
@Injectable()
export class RevisionWatchService implements OnModuleDestroy {
  private newest = 0;
  private due = 0;
  private readonly listeners: (() => void)[] = [];
  private line: QueryRunner | undefined;
  private opening: Promise<void> | undefined;
  private believedUntil = 0;
  private closed = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly observations: ObservationRepository,
  ) {}

  /** The newest revision. @throws whatever the database says when it has to be asked and is away */
  async current(): Promise<number> {
    const known = this.newestKnown();
    if (known !== undefined) return known;
    if (this.line === undefined && !this.closed) await (this.opening ??= this.open());
    this.reached(await this.observations.revision());
    this.believedUntil = performance.now() + BELIEVED_MS;
    return this.newest;
  }

  /** The newest revision, when there is no need to ask the database. */
  newestKnown(): number | undefined {
    return this.line !== undefined && performance.now() < this.believedUntil ? this.newest : undefined;
  }

  /**
   * What no reader may be shown less than: the newest revision that was moved to in this process, or found by asking.
   * One only heard of may take a moment.
   */
  leastToShow(): number {
    return this.due;
  }

  /** Told by whoever moved it in this process, so that they see their own change at once. */
  reached(revision: number): void {
    this.due = Math.max(this.due, revision);
    this.heard(revision);
  }

  /** Calls the listener after each move, until the process ends. It must not throw. */
  onMove(listener: () => void): void {
    this.listeners.push(listener);
  }

  async onModuleDestroy(): Promise<void> {
    this.closed = true;
    await this.opening;
    await this.hangUp();
  }

  private heard(revision: number): void {
    if (!(revision > this.newest)) return;
    this.newest = revision;
    for (const listener of this.listeners) listener();
  }

  /** Listens first; what moved before is found by the question that follows. */
  private async open(): Promise<void> {
    const line = this.dataSource.createQueryRunner();
    try {
      const client = (await line.connect()) as PoolClient;
      client.on('notification', ({ payload }) => this.heard(Number(payload)));
      client.on('error', () => void this.hangUp());
      client.on('end', () => void this.hangUp());
      await client.query('LISTEN data_revision');
      this.line = line;
    } finally {
      if (this.line === undefined) await line.release();
      this.opening = undefined;
    }
  }

  private async hangUp(): Promise<void> {
    const { line } = this;
    this.line = undefined;
    await line?.release();
  }
}
