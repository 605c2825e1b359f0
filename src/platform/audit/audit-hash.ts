import { createHash } from 'node:crypto';

/** What stands before the first link. */
export const FIRST_HASH = '0'.repeat(64);

/** An entry as it is hashed: each field as the text that the database makes of it, `null` where there is none. */
export interface HashedEntry {
  readonly id: number;
  /** UTC with microseconds, e.g. `2026-01-31T09:15:00.123456Z`. */
  readonly at: string;
  readonly contributorId: number | null;
  readonly role: string | null;
  readonly action: string;
  readonly subject: string;
  /** As `detail::text` prints it. */
  readonly detail: string;
  readonly requestId: string | null;
}

/**
 * Hash of a link: SHA-256, hex, over the hash before it, a line feed and the entry in its place. Each field is written
 * with its length in bytes before it, so that no two entries are written alike. Written anew beside the function of the
 * database, so that each proves the other.
 * @param number place in the chain, from 1
 */
export function auditHash(before: string, number: number, entry: HashedEntry): string {
  const { id, at, contributorId, role, action, subject, detail, requestId } = entry;
  const fields = [number, id, at, contributorId, role, action, subject, detail, requestId];
  const written = fields.map((field) => {
    if (field === null) return '-';
    const text = String(field);
    return `${String(Buffer.byteLength(text))}:${text}`;
  });
  return createHash('sha256')
    .update(`${before}\n${written.join(',')}`)
    .digest('hex');
}
