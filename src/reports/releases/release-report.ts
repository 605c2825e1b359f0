import type { Statement } from '../../communities/statement.js';
import {
  FROZEN,
  MANIFEST,
  PACKAGE,
  SIGNATURE,
  type Release,
  type ReleasePartFacts,
} from '../../scoring/releases/release.js';
import { statementsAfter } from '../statements-on.js';
import type { ReleaseManifest } from './release-manifest.js';

/** What there is to say of a release. */
export interface ReleaseReport {
  readonly release: Release;
  readonly manifest: ReleaseManifest;
  /** Files to be downloaded. */
  readonly files: readonly ReleasePartFacts[];
  /** Id of the published release before it. */
  readonly before?: string;
  /** Statements that came after it: they stand beside it, never in its files. */
  readonly laterStatements: readonly Statement[];
}

/** What readers look for first. */
const IN_ORDER = [PACKAGE, MANIFEST, SIGNATURE, FROZEN];

/**
 * @param releases all published ones, the newest first
 * @param live statements as published now
 */
export function releaseReport(
  release: Release,
  manifest: ReleaseManifest,
  files: readonly ReleasePartFacts[],
  releases: readonly Release[],
  live: readonly Statement[],
): ReleaseReport {
  const place = releases.findIndex(({ id }) => id === release.id);
  const before = releases[place + 1]?.id;
  const { id, publishedAt } = release;
  return {
    release,
    manifest,
    files: [...files].sort((a, b) => IN_ORDER.indexOf(a.name) - IN_ORDER.indexOf(b.name)),
    ...(before === undefined ? {} : { before }),
    laterStatements:
      publishedAt === undefined ? [] : statementsAfter(live, { id, publishedAt: publishedAt.toISOString() }),
  };
}
