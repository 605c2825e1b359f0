import { Injectable } from '@nestjs/common';
import { CommunityRepository } from './community.repository.js';

/** How long nobody asks again whether another process changed a community, ms. */
const BELIEVED_MS = 2_000;
/** Longer ago than this, the last look tells nothing: consent may have ended meanwhile, ms. */
const STALE_MS = 20_000;

/** Tells when what is told of communities changes, with their consent and their statements: at once in this process, within seconds by another one. */
@Injectable()
export class CommunityWatchService {
  private readonly listeners: (() => void)[] = [];
  private state: string | undefined;
  private believedUntil = 0;
  private seenAt = -Infinity;
  private looking: Promise<void> = Promise.resolve();

  constructor(private readonly communities: CommunityRepository) {}

  /** Calls the listener after each change, until the process ends. It must not throw. */
  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** To be told by whoever changed one in this process. */
  changed(): void {
    for (const listener of this.listeners) listener();
  }

  /**
   * Finds out, in the background and now and again, what other processes changed.
   * @returns what is to be waited for when nobody looked for long; nothing while the last look still tells
   */
  look(): Promise<void> | undefined {
    if (performance.now() >= this.believedUntil) {
      this.believedUntil = performance.now() + BELIEVED_MS;
      this.looking = this.compare();
    }
    return performance.now() - this.seenAt > STALE_MS ? this.looking : undefined;
  }

  private async compare(): Promise<void> {
    // A database that is away is met by whoever reads next.
    const state = await this.communities.state().catch(() => undefined);
    if (state === undefined) return;
    this.seenAt = performance.now();
    const isNew = this.state !== undefined && this.state !== state;
    this.state = state;
    if (isNew) this.changed();
  }
}
