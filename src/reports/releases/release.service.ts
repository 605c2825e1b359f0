import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../access/actor.js';
import { nearestWord } from '../../platform/nearest-word.js';
import { suggestionParams } from '../../platform/suggestion.js';
import { AuditHeadsService } from '../../platform/audit/audit-heads.service.js';
import { AuditRepository } from '../../platform/audit/audit.repository.js';
import { AuditTrailRepository } from '../../platform/audit/audit-trail.repository.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { constraintOf } from '../../platform/database-faults.js';
import { Problem } from '../../platform/problem.js';
import { SigningKeyService } from '../../platform/signing-key.service.js';
import { withoutUndefined } from '../../platform/without-undefined.js';
import {
  FROZEN,
  MANIFEST,
  SIGNATURE,
  type Release,
  type ReleasePart,
} from '../../scoring/releases/release.js';
import { ReleaseRepository } from '../../scoring/releases/release.repository.js';
import type { ReportSources } from '../report-sources.js';
import { ReportSourcesService } from '../report-sources.service.js';
import { readFrozen } from './frozen-release.js';
import { partOf, ReleaseBuildingService } from './release-building.service.js';
import { manifestOf, readManifest, writeManifest } from './release-manifest.js';
import { releaseReport, type ReleaseReport } from './release-report.js';
import { checkRelease, type ReleaseRequest } from './release-request.js';
import { maySee, requirePublisher } from './release-sight.js';
import { ThawedReleasesService } from './thawed-releases.service.js';

/** What goes along with a step: the manifest that was looked at, and the request. */
export interface ReleaseStep {
  /** SHA-256 of manifests of which one must be that of the release; absent: whichever it is. */
  readonly ifManifest?: readonly string[] | undefined;
  readonly requestId?: string | undefined;
}

/** Releases: what was said once, and stays. One publisher prepares, another one publishes. */
@Injectable()
export class ReleaseService {
  constructor(
    private readonly releases: ReleaseRepository,
    private readonly building: ReleaseBuildingService,
    private readonly thawed: ThawedReleasesService,
    private readonly sources: ReportSourcesService,
    private readonly audit: AuditRepository,
    private readonly trail: AuditTrailRepository,
    private readonly heads: AuditHeadsService,
    private readonly key: SigningKeyService,
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  /** The newest first. @param actor publishers, administrators and auditors see what is prepared, too */
  async list(actor?: Actor): Promise<readonly Release[]> {
    const all = await this.releases.all();
    return all.filter((release) => maySee(release, actor));
  }

  /** @throws Problem release_not_found (404) */
  async get(id: string, actor?: Actor): Promise<Release> {
    const release = await this.releases.one(id);
    if (release !== undefined && maySee(release, actor)) return release;
    const known = (await this.list(actor)).map((one) => one.id);
    throw new Problem('release_not_found', 404, { code: id, ...suggestionParams(nearestWord(id, known)) });
  }

  /** A file of it. @throws Problem release_not_found, release_part_not_found (404) */
  async part(id: string, name: string, actor?: Actor): Promise<ReleasePart> {
    await this.get(id, actor);
    const part = await this.releases.part(id, name);
    if (part === undefined) throw new Problem('release_part_not_found', 404, { id, name });
    return part;
  }

  /** All there is to say of it. @throws Problem release_not_found (404) */
  async report(id: string, actor?: Actor): Promise<ReleaseReport> {
    const release = await this.get(id, actor);
    const manifest = readManifest((await this.part(id, MANIFEST, actor)).bytes);
    const { statements } = await this.sources.current();
    return releaseReport(release, manifest, await this.releases.parts(id), await this.list(), statements);
  }

  /**
   * What a published release says, to be reported on.
   * @throws Problem release_not_found (404), release_not_reproducible (410)
   */
  async sourcesOf(id: string): Promise<ReportSources> {
    return this.thawed.of(await this.get(id));
  }

  /**
   * Freezes what is said now. Takes seconds; nothing is written before all of it is there.
   * @throws Problem not_a_publisher (403); release_exists (409); release_id_malformed, release_date_malformed,
   *   release_note_too_long (422)
   */
  async prepare(actor: Actor, asked: ReleaseRequest, requestId?: string): Promise<Release> {
    requirePublisher(actor);
    const { id, date, note } = checkRelease(asked);
    if ((await this.releases.one(id)) !== undefined) throw new Problem('release_exists', 409, { id });
    const current = await this.sources.current();
    const built = await this.building.build(
      { id, date },
      {
        publicUrl: this.config.publicUrl,
        revision: current.board.revision,
        catalogueVersion: current.lookUp.version,
        seriesEditions: [...current.seriesEditions.values()],
        communities: [...current.communities.values()].sort((a, b) => (a.code < b.code ? -1 : 1)),
        statements: current.statements,
      },
    );
    await this.inTransaction(async (manager) => {
      const audit = await this.trail.head(manager);
      const manifest = manifestOf(built, withoutUndefined({ id, date, note, audit }));
      const written = partOf(MANIFEST, 'application/json', writeManifest(manifest));
      const { revision, edition, methodVersion } = manifest;
      const pinned = { revision, catalogueVersion: manifest.catalogue.version, edition, methodVersion };
      const facts = { id, date, note, ...pinned, manifestSha256: written.sha256 };
      const release = { ...withoutUndefined(facts), preparedBy: actor.contributorId };
      await this.releases.add(manager, release, [...built.parts, written]);
      await this.tell(
        manager,
        actor,
        id,
        'release.prepared',
        { date, ...pinned, manifest: written.sha256 },
        requestId,
      );
    });
    return this.get(id, actor);
  }

  /**
   * Publishes what somebody else prepared: builds it once more, compares every byte, and signs.
   * @throws Problem not_a_publisher, release_four_eyes (403); release_not_found (404); release_published,
   *   release_changed (409); stale_release (412)
   */
  async publish(actor: Actor, id: string, requestId?: string, step: ReleaseStep = {}): Promise<Release> {
    const release = await this.prepared(actor, id, step);
    if (release.preparedBy === actor.contributorId) throw new Problem('release_four_eyes', 403, { id });
    const different = await this.differentPart(release);
    if (different !== undefined) throw new Problem('release_changed', 409, { id, part: different });
    const { bytes } = await this.part(id, MANIFEST, actor);
    const signature = partOf(SIGNATURE, 'application/octet-stream', this.key.signBytes(bytes));
    await this.inTransaction(async (manager) => {
      const held = await this.releases.one(id, manager, true);
      if (held?.manifestSha256 !== release.manifestSha256) throw new Problem('stale_release', 412, { id });
      if (held.state === 'published') throw new Problem('release_published', 409, { id });
      await this.releases.publish(manager, id, actor.contributorId, signature);
      await this.tell(
        manager,
        actor,
        id,
        'release.published',
        { manifest: release.manifestSha256 },
        requestId,
      );
    });
    await this.heads.note();
    return this.get(id);
  }

  /**
   * Takes back what was prepared: all of it goes, and a line in the audit trail stays.
   * @throws Problem not_a_publisher (403), release_not_found (404), release_published (409), stale_release (412)
   */
  async withdraw(actor: Actor, id: string, step: ReleaseStep = {}): Promise<void> {
    const release = await this.prepared(actor, id, step);
    await this.inTransaction(async (manager) => {
      const held = await this.releases.one(id, manager, true);
      if (held?.manifestSha256 !== release.manifestSha256) throw new Problem('stale_release', 412, { id });
      if (held.state === 'published') throw new Problem('release_published', 409, { id });
      await this.releases.withdraw(manager, id);
      const detail = { manifest: release.manifestSha256 };
      await this.tell(manager, actor, id, 'release.withdrawn', detail, step.requestId);
    });
  }

  /**
   * Builds a release once more from the database.
   * @returns the first of its parts that came out otherwise
   */
  async differentPart(release: Release): Promise<string | undefined> {
    const stored = new Map((await this.releases.parts(release.id)).map((part) => [part.name, part.sha256]));
    const frozen = await this.releases.part(release.id, FROZEN);
    if (frozen === undefined) return FROZEN;
    const { catalogue, ...pins } = readFrozen(frozen.bytes);
    const built = await this.building.build(release, { ...pins, catalogueVersion: catalogue.version });
    return built.parts.find(({ name, sha256 }) => stored.get(name) !== sha256)?.name;
  }

  private async prepared(actor: Actor, id: string, { ifManifest }: ReleaseStep): Promise<Release> {
    requirePublisher(actor);
    const release = await this.get(id, actor);
    if (release.state === 'published') throw new Problem('release_published', 409, { id });
    if (ifManifest?.includes(release.manifestSha256) === false)
      throw new Problem('stale_release', 412, { id });
    return release;
  }

  private async tell(
    manager: EntityManager,
    { contributorId }: Actor,
    id: string,
    action: string,
    detail: Readonly<Record<string, unknown>>,
    requestId: string | undefined,
  ): Promise<void> {
    await this.audit.append(manager, {
      contributorId,
      role: 'publisher',
      action,
      subject: `release:${id}`,
      detail,
      ...(requestId === undefined ? {} : { requestId }),
    });
  }

  private async inTransaction(work: (manager: EntityManager) => Promise<void>): Promise<void> {
    try {
      await this.dataSource.transaction(work);
    } catch (error) {
      throw REFUSALS[constraintOf(error) ?? '']?.() ?? error;
    }
  }
}

/** What the database says when somebody else was faster. */
const REFUSALS: Readonly<Record<string, () => Problem>> = {
  release_pkey: () => new Problem('release_exists', 409, { id: '' }),
  release_publishers: () => new Problem('not_a_publisher', 403),
  release_two_people_check: () => new Problem('release_four_eyes', 403, { id: '' }),
};
