import { Problem } from '../platform/problem.js';
import { hasGlobalRole, type Actor } from './actor.js';
import type { Trace } from './trace.js';

/** Who administers: an administrator by their key, or the operator on the host. */
export type Administering = Actor | 'operator';

/** @throws Problem not_an_administrator (403) */
export function requireAdministrator(by: Administering): void {
  if (by !== 'operator' && !hasGlobalRole(by, 'administrator')) {
    throw new Problem('not_an_administrator', 403);
  }
}

/**
 * Who may read what administrators work with: they and auditors.
 * @throws Problem not_an_auditor (403)
 */
export function requireOversight(by: Administering): void {
  if (by !== 'operator' && !hasGlobalRole(by, 'administrator') && !hasGlobalRole(by, 'auditor')) {
    throw new Problem('not_an_auditor', 403);
  }
}

/** The operator leaves a trace without a name. */
export function traceOf(by: Administering, requestId?: string): Trace {
  return {
    ...(by === 'operator' ? {} : { contributorId: by.contributorId, role: 'administrator' }),
    ...(requestId === undefined ? {} : { requestId }),
  };
}
