export type ReleaseState = 'prepared' | 'published';

/** A frozen edition of everything the service says: prepared by one publisher, published by another. */
export interface Release {
  /** Name in addresses, e.g. 2026-1. */
  readonly id: string;
  /** The day it carries, YYYY-MM-DD. */
  readonly date: string;
  readonly state: ReleaseState;
  /** Data revision it stands on. */
  readonly revision: number;
  readonly catalogueVersion: number;
  readonly methodVersion: string;
  readonly edition: string;
  readonly preparedAt: Date;
  /** Absent until it is published. */
  readonly publishedAt?: Date;
  /** SHA-256 of its manifest, hex; the manifest has those of all other parts. */
  readonly manifestSha256: string;
  /** What its makers say of it. */
  readonly note?: string;
  /** Contributor who prepared it: somebody else publishes. Not shown. */
  readonly preparedBy: number;
}

/** One of the files a release is made of. */
export interface ReleasePart extends ReleasePartFacts {
  readonly bytes: Buffer;
}

export interface ReleasePartFacts {
  /** E.g. `package.zip`. */
  readonly name: string;
  readonly mediaType: string;
  /** Hex. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** Names of the parts. */
export const PACKAGE = 'package.zip';
export const FROZEN = 'frozen.json';
export const MANIFEST = 'manifest.json';
export const SIGNATURE = 'manifest.json.sig';

/** What the id of a release looks like. */
export const RELEASE_ID = /^[a-z0-9][a-z0-9.-]{0,39}$/;
