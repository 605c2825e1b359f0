import { Injectable } from '@nestjs/common';
import { CommunityRepository } from './community.repository.js';

/** How long nobody asks again whether another process changed a community, ms. */
const BELIEVED_MS = 2_000;

/** Tells when what is told of communities changes: at once in this process, within seconds by another one. */
@Injectable()
export class CommunityWatchService {
  private readonly listeners: (() => void)[] = [];
  private state: string | undefined;
  private believedUntil = 0;

  constructor(private readonly communities: CommunityRepository) {}

  /** Calls the listener after each change, until the process ends. It must not throw. */
  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** To be told by whoever changed one in this process. */
  changed(): void {
    for (const listener of this.listeners) listener();
  }

  /** Finds out, in the background and now and again, what other processes changed. */
  look(): void {
    if (performance.now() < this.believedUntil) return;
    this.believedUntil = performance.now() + BELIEVED_MS;
    // A database that is away is met by whoever reads next.
    this.communities.state().then(
      (state) => {
        const isNew = this.state !== undefined && this.state !== state;
        this.state = state;
        if (isNew) this.changed();
      },
      () => undefined,
    );
  }
}
