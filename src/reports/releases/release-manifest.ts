import { canonicalJson } from '../../catalogue/content-hash.js';
import type { ChainHead } from '../../platform/audit/verify-chain.js';
import type { ReleasePartFacts } from '../../scoring/releases/release.js';
import type { Seal } from '../../scoring/releases/seal.js';
import type { Citation } from '../package/citation.js';
import type { PackagePart } from '../package/package-part.js';
import type { BuiltRelease } from './release-building.service.js';

const FORMAT = 'iww-release-1';

/** What a release is and is made of: this is what gets signed. */
export interface ReleaseManifest {
  readonly format: typeof FORMAT;
  readonly id: string;
  readonly date: string;
  readonly note?: string;
  readonly framework: string;
  readonly edition: string;
  readonly methodVersion: string;
  readonly revision: number;
  readonly catalogue: { readonly version: number; readonly sha256: string };
  readonly observations: Seal;
  readonly scores: Seal;
  readonly intervals: { readonly seed: number; readonly replicates: number };
  /** The files beside the manifest. */
  readonly parts: readonly Pick<ReleasePartFacts, 'name' | 'mediaType' | 'size' | 'sha256'>[];
  /** The files inside of package.zip. */
  readonly package: readonly PackagePart[];
  readonly citation: Citation;
  /** The last link of the audit trail before it was prepared. */
  readonly audit?: ChainHead;
}

export function manifestOf(
  { frozen, parts, contents, citation, catalogue: { framework, method } }: BuiltRelease,
  about: Pick<ReleaseManifest, 'id' | 'date' | 'note' | 'audit'>,
): ReleaseManifest {
  const { revision, catalogue, observations, scores, intervals } = frozen;
  return {
    format: FORMAT,
    ...about,
    framework: framework.code,
    edition: method.edition,
    methodVersion: method.version,
    revision,
    catalogue,
    observations,
    scores,
    intervals: { seed: intervals.seed, replicates: intervals.replicates },
    parts: parts.map(({ name, mediaType, size, sha256 }) => ({ name, mediaType, size, sha256 })),
    package: contents,
    citation,
  };
}

export function writeManifest(manifest: ReleaseManifest): Buffer {
  return Buffer.from(`${canonicalJson(manifest)}\n`);
}

/** @throws SyntaxError when it is no JSON, RangeError when it is no manifest of a release */
export function readManifest(bytes: Buffer): ReleaseManifest {
  const manifest = JSON.parse(bytes.toString('utf8')) as Partial<ReleaseManifest> | null;
  if (manifest?.format === FORMAT && Array.isArray(manifest.parts)) return manifest as ReleaseManifest;
  throw new RangeError('It is no manifest of a release');
}
