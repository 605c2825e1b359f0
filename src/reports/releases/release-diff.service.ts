import { Injectable } from '@nestjs/common';
import { finishInTurns } from '../../scoring/board/steps.js';
import { releaseDiff, type ReleaseDiff } from './release-diff.js';
import { ReleaseService } from './release.service.js';

/** So many are kept; published releases never change, so neither does what they differ in. */
const KEPT = 4;

/** Compares releases, letting other requests in between. */
@Injectable()
export class ReleaseDiffService {
  private readonly kept = new Map<string, Promise<ReleaseDiff>>();

  constructor(private readonly releases: ReleaseService) {}

  /**
   * What the second of two published releases says otherwise than the first.
   * @throws Problem `release_not_found`, `release_not_reproducible`
   */
  async diff(from: string, to: string): Promise<ReleaseDiff> {
    const key = JSON.stringify([from, to]);
    const known = this.kept.get(key) ?? this.make(from, to);
    this.kept.delete(key);
    this.kept.set(key, known);
    known.catch(() => this.kept.delete(key));
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT && oldest !== undefined) this.kept.delete(oldest);
    return known;
  }

  private async make(from: string, to: string): Promise<ReleaseDiff> {
    const [before, after] = [await this.releases.sourcesOf(from), await this.releases.sourcesOf(to)];
    return finishInTurns(releaseDiff(before, after));
  }
}
