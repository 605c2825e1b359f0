import { CODE_OF_CONDUCT } from '../../platform/code-of-conduct.js';
import { Problem } from '../../platform/problem.js';
import type { CommunityActor } from '../community-actor.js';

export function hasAcceptedConduct({ conduct }: Pick<CommunityActor, 'conduct'>): boolean {
  return conduct?.version === CODE_OF_CONDUCT.version;
}

/**
 * Who writes what is published has accepted the Code of Conduct as it stands. Figures need no acceptance.
 * @throws Problem conduct_not_accepted (403)
 */
export function requireConduct(actor: Pick<CommunityActor, 'conduct'>): void {
  if (!hasAcceptedConduct(actor)) {
    throw new Problem('conduct_not_accepted', 403, { version: CODE_OF_CONDUCT.version });
  }
}
