import { createHash, createPublicKey, verify } from 'node:crypto';
import { MANIFEST, SIGNATURE } from '../../scoring/releases/release.js';
import { readManifest, type ReleaseManifest } from './release-manifest.js';

/** What keeps files from being the release they say they are. */
export interface ReleaseFault {
  readonly part: string;
  readonly code: 'missing' | 'differs' | 'unreadable' | 'not_signed' | 'rebuilt_otherwise';
}

/**
 * Whether files are what their manifest says, and whether the manifest was signed.
 * @param files by name
 * @param publicKey PEM of who is to have signed it; absent: no signature is asked for
 */
export function faultsOfFiles(
  files: ReadonlyMap<string, Buffer>,
  publicKey?: string,
): readonly ReleaseFault[] {
  const manifest = files.get(MANIFEST);
  if (manifest === undefined) return [{ part: MANIFEST, code: 'missing' }];
  const unsigned =
    publicKey === undefined ? [] : faultsOfSignature(manifest, files.get(SIGNATURE), publicKey);
  const read = readable(manifest);
  if (read === undefined) return [...unsigned, { part: MANIFEST, code: 'unreadable' }];
  return [
    ...unsigned,
    ...read.parts.flatMap(({ name, sha256 }): readonly ReleaseFault[] => {
      const bytes = files.get(name);
      if (bytes === undefined) return [{ part: name, code: 'missing' }];
      return sha256Of(bytes) === sha256 ? [] : [{ part: name, code: 'differs' }];
    }),
  ];
}

function faultsOfSignature(
  manifest: Buffer,
  signature: Buffer | undefined,
  publicKey: string,
): readonly ReleaseFault[] {
  if (signature === undefined) return [{ part: SIGNATURE, code: 'missing' }];
  return isSigned(manifest, signature, publicKey) ? [] : [{ part: SIGNATURE, code: 'not_signed' }];
}

/** With what is no key nothing was signed. */
function isSigned(manifest: Buffer, signature: Buffer, publicKey: string): boolean {
  try {
    return verify(null, manifest, createPublicKey(publicKey), signature);
  } catch {
    return false;
  }
}

function readable(manifest: Buffer): ReleaseManifest | undefined {
  try {
    return readManifest(manifest);
  } catch {
    return undefined;
  }
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
