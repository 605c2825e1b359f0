/** One write that matters: who did what to what, why. Kept for ever. */
export interface AuditEntry {
  readonly id: number;
  /** When, UTC. */
  readonly at: Date;
  /** By whom; `undefined`: the operator on the host, or somebody who is not known. */
  readonly contributorId?: number;
  /** In which role, e.g. `reviewer`; `undefined`: the operator on the host, or somebody about themselves. */
  readonly role?: string;
  /** What, e.g. `submission.received`. */
  readonly action: string;
  /** On what, e.g. `submission:12`. */
  readonly subject: string;
  /** Before, after, reason. */
  readonly detail: Readonly<Record<string, unknown>>;
  /** Links to the log. */
  readonly requestId?: string;
}

/** An entry to be written; number and time are the database's. */
export type NewAuditEntry = Omit<AuditEntry, 'id' | 'at'>;
