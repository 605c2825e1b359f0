import { createHash } from 'node:crypto';

/** A file of the package. */
export interface PackagePart {
  /** Its path in the archive. */
  readonly path: string;
  readonly bytes: number;
  /** SHA-256 of its content, hexadecimal. */
  readonly sha256: string;
  /** Rows of a table, without the header. */
  readonly rows?: number;
}

export interface PartContent extends PackagePart {
  readonly content: Buffer;
}

export function partOf(path: string, content: Buffer | string, rows?: number): PartContent {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(content, 'utf8');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path, content: bytes, bytes: bytes.length, sha256, ...(rows === undefined ? {} : { rows }) };
}
