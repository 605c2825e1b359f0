import { maySubmitFor, type Actor, type ActorCommunity } from '../../access/actor.js';
import { Problem } from '../../platform/problem.js';

/**
 * The community somebody sends for: the one named, or the only one they may send for.
 * @throws Problem not_a_submitter (403); community_needed (400) when there are several and none is named
 */
export function senderCommunity(actor: Actor, code: string | undefined): ActorCommunity {
  const allowed = actor.communities.filter(({ id }) => maySubmitFor(actor, id));
  const named = code === undefined ? allowed : allowed.filter((community) => community.code === code);
  const [community] = named;
  if (community === undefined) throw new Problem('not_a_submitter', 403, { community: code ?? '' });
  if (named.length > 1) {
    const communities = allowed.map((one) => one.code).join(', ');
    throw new Problem('community_needed', 400, { communities });
  }
  return community;
}
