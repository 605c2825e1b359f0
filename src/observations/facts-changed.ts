import type { Actor } from '../access/actor.js';
import { decidingRole } from '../submissions/reviewing/deciding.js';
import type { NewAuditEntry } from '../platform/audit/audit-entry.js';
import type { Submission } from '../submissions/submission.js';

/**
 * What the audit keeps of a batch that changed the facts, or whose revert did.
 * @param counts how many figures, by what became of them
 */
export function factsChanged(
  actor: Actor,
  { id, receipt }: Pick<Submission, 'id' | 'receipt'>,
  revision: number,
  counts: object,
  requestId: string | undefined,
): NewAuditEntry {
  return {
    contributorId: actor.contributorId,
    ...(actor.kind === 'installation' ? {} : { role: decidingRole(actor) }),
    action: 'observations.changed',
    subject: `submission:${String(id)}`,
    detail: { receipt, revision, ...counts },
    ...(requestId === undefined ? {} : { requestId }),
  };
}
