import { auditHash, FIRST_HASH, type HashedEntry } from '../../../../src/platform/audit/audit-hash.js';
import type { StoredLink } from '../../../../src/platform/audit/verify-chain.js';

export function anEntry(given: Partial<HashedEntry> = {}): HashedEntry {
  return {
    id: 1,
    at: '2026-01-31T09:15:00.123456Z',
    contributorId: 7,
    role: 'reviewer',
    action: 'submission.accepted',
    subject: 'submission:12',
    detail: '{"after": "accepted"}',
    requestId: null,
    ...given,
  };
}

/** Entries linked as the database links them. */
export function linked(entries: readonly HashedEntry[]): StoredLink[] {
  let hash = FIRST_HASH;
  return entries.map((entry, place) => {
    hash = auditHash(hash, place + 1, entry);
    return { number: place + 1, hash, entry };
  });
}

// eslint-disable-next-line @typescript-eslint/require-await -- as a database gives them
export async function* oneByOne<Thing>(things: readonly Thing[]): AsyncGenerator<Thing> {
  yield* things;
}
