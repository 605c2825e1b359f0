import { Injectable } from '@nestjs/common';
import type { Release } from '../../scoring/releases/release.js';
import { ReleaseRepository } from '../../scoring/releases/release.repository.js';
import { SigningKeyService } from '../../platform/signing-key.service.js';
import { faultsOfFiles, type ReleaseFault } from './release-faults.js';
import { ReleaseService } from './release.service.js';

/** What came of checking a release. */
export interface ReleaseCheck {
  readonly id: string;
  readonly files: number;
  readonly isSigned: boolean;
  /** Whether it was built once more. */
  readonly isRebuilt: boolean;
  readonly faults: readonly ReleaseFault[];
}

/** Proves that a release of this installation is as it was made. */
@Injectable()
export class ReleaseCheckService {
  constructor(
    private readonly releases: ReleaseRepository,
    private readonly service: ReleaseService,
    private readonly key: SigningKeyService,
  ) {}

  /**
   * Recomputes every hash and the signature, and builds the release once more from the database.
   * @param publicKey PEM of who is to have signed it; that of this installation when absent
   */
  async check(release: Release, publicKey = this.key.knownPublicKey()): Promise<ReleaseCheck> {
    const files = await this.filesOf(release.id);
    const isSigned = release.state === 'published';
    const faults = faultsOfFiles(files, isSigned ? (publicKey ?? '') : undefined);
    const different = faults.length > 0 ? undefined : await this.service.differentPart(release);
    const rebuilt = different === undefined ? [] : [{ part: different, code: 'rebuilt_otherwise' as const }];
    return { id: release.id, files: files.size, isSigned, isRebuilt: true, faults: [...faults, ...rebuilt] };
  }

  /** The files of a release by name. */
  async filesOf(id: string): Promise<ReadonlyMap<string, Buffer>> {
    const files = new Map<string, Buffer>();
    for (const { name } of await this.releases.parts(id)) {
      const part = await this.releases.part(id, name);
      if (part !== undefined) files.set(name, part.bytes);
    }
    return files;
  }
}
