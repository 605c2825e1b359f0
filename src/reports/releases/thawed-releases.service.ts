import { Injectable, Logger } from '@nestjs/common';
import { ObservationRepository } from '../../observations/observation.repository.js';
import { Problem } from '../../platform/problem.js';
import { withoutUndefined } from '../../platform/without-undefined.js';
import { thawIntervals } from '../../scoring/releases/frozen-intervals.js';
import { FROZEN, type Release } from '../../scoring/releases/release.js';
import { ReleaseRepository } from '../../scoring/releases/release.repository.js';
import type { ReportSources } from '../report-sources.js';
import { readFrozen } from './frozen-release.js';
import { ReleaseBuildingService } from './release-building.service.js';

/** So many releases are kept; each takes as much memory as the live board. */
const KEPT = 2;

/** What published releases say, computed again and held against what they said. */
@Injectable()
export class ThawedReleasesService {
  private readonly log = new Logger(ThawedReleasesService.name);
  private readonly kept = new Map<string, Promise<ReportSources>>();

  constructor(
    private readonly releases: ReleaseRepository,
    private readonly building: ReleaseBuildingService,
    private readonly observations: ObservationRepository,
  ) {}

  /**
   * @returns the same value each time while it is kept
   * @throws Problem release_not_reproducible (410) when this version of the program, or this database, says otherwise
   */
  of(release: Release): Promise<ReportSources> {
    const key = release.manifestSha256;
    const known = this.kept.get(key) ?? this.thaw(release);
    this.kept.delete(key);
    this.kept.set(key, known);
    known.catch(() => this.kept.delete(key));
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT && oldest !== undefined) this.kept.delete(oldest);
    return known;
  }

  private async thaw(release: Release): Promise<ReportSources> {
    const { id, date, publishedAt, manifestSha256 } = release;
    const part = await this.releases.part(id, FROZEN);
    if (part === undefined) throw new Problem('release_not_reproducible', 410, { id });
    const { catalogue, observations, scores, intervals, ...pins } = readFrozen(part.bytes);
    const found = await this.building.gather(release, { ...pins, catalogueVersion: catalogue.version });
    const seals = [
      ['catalogue', catalogue.sha256, found.catalogueSha256],
      ['observations', observations.sha256, found.observations.sha256],
      ['scores', scores.sha256, found.scores.sha256],
    ] as const;
    for (const [what, said, says] of seals) {
      if (said === says) continue;
      this.log.error(`The ${what} of release ${id} are not what they were`);
      throw new Problem('release_not_reproducible', 410, { id });
    }
    return {
      ...found.sources,
      intervals: thawIntervals(intervals, pins.revision, catalogue.version),
      receipts: await this.observations.receiptsSince(0),
      release: withoutUndefined({ id, date, publishedAt: publishedAt?.toISOString() }),
      fingerprint: `release ${id} ${manifestSha256}`,
    };
  }
}
