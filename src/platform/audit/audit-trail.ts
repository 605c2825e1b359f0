import type { AuditEntry } from './audit-entry.js';

/** An entry with its place in the chain. */
export interface ChainedEntry extends AuditEntry {
  readonly number: number;
  /** SHA-256 over the hash before and this entry, hex. */
  readonly hash: string;
}

/** Which entries; each that is given must fit. */
export interface AuditFilter {
  /** Whole, e.g. `submission:12`. */
  readonly subject?: string | undefined;
  /** Whole, e.g. `submission.accepted`. */
  readonly action?: string | undefined;
  readonly contributorId?: number | undefined;
  /** At or after. */
  readonly from?: Date | undefined;
  /** Before. */
  readonly to?: Date | undefined;
  readonly requestId?: string | undefined;
}

/** Part of the entries that fit. */
export interface AuditPage {
  /** Last number read; those behind it follow. */
  readonly after?: number | undefined;
  /** Entries at most. */
  readonly limit: number;
  /** From the first entry on; otherwise from the last one back. */
  readonly isOldestFirst?: boolean | undefined;
}
