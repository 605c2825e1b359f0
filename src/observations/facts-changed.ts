import type { Actor } from '../access/actor.js';
import type { NewAuditEntry } from '../platform/audit-entry.js';
import type { Submission } from '../submissions/submission.js';

/**
 * What the audit keeps of a batch that changed the facts, or whose revert did.
 * @param counts how many figures, by what became of them
 */
export function factsChanged(
  { contributorId }: Actor,
  { id, receipt }: Pick<Submission, 'id' | 'receipt'>,
  revision: number,
  counts: object,
  requestId: string | undefined,
): NewAuditEntry {
  return {
    contributorId,
    action: 'observations.changed',
    subject: `submission:${String(id)}`,
    detail: { receipt, revision, ...counts },
    ...(requestId === undefined ? {} : { requestId }),
  };
}
