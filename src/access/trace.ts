/** By whom, in which role and by which request, as the audit trail tells it. */
export interface Trace {
  readonly contributorId?: number;
  readonly role?: string;
  readonly requestId?: string;
}
