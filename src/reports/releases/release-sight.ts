import { hasGlobalRole, type Actor } from '../../access/actor.js';
import { Problem } from '../../platform/problem.js';
import type { Release } from '../../scoring/releases/release.js';

/** @throws Problem not_a_publisher (403) */
export function requirePublisher(actor: Actor): void {
  if (!hasGlobalRole(actor, 'publisher')) throw new Problem('not_a_publisher', 403);
}

/** What is published everybody sees; what is prepared those who make releases or watch over them. */
export function maySee({ state }: Release, actor: Actor | undefined): boolean {
  if (state === 'published') return true;
  if (actor === undefined) return false;
  return (['publisher', 'administrator', 'auditor'] as const).some((role) => hasGlobalRole(actor, role));
}
