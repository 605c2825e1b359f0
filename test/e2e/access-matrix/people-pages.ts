import { CODE_OF_CONDUCT } from '../../../src/platform/code-of-conduct.js';
import { randomUUID } from 'node:crypto';
import { CommunityAdministrationService } from '../../../src/communities/community-administration.service.js';
import { REVIEWING, SENDING } from '../keys.js';
import type { Ask, Asked, Decision } from './decisions.js';
import { administrators, anyKey, nowhere, only, open, oversight, type Rule, type Who } from './rules.js';
import type { World } from './world.js';

const ADMINISTRATION = '/:lang/administration';
const PERSON = `${ADMINISTRATION}/contributors/:id`;
const COMMUNITY = `${ADMINISTRATION}/communities/:code`;
const KEY = `${ADMINISTRATION}/keys/:id`;
const toNobody = only([], { others: 'forbidden', nobody: 'forbidden' });

/** Pages of people about themselves, and of those who administer and audit. No provider is set up to sign in with. */
export const PEOPLE_PAGES: readonly Decision[] = [
  decide('GET /:lang/account', anyKey),
  decide('GET /:lang/conduct/acceptance', anyKey),
  decide('POST /:lang/conduct/acceptance', anyKey, () => ({
    form: { agree: 'yes', version: CODE_OF_CONDUCT.version },
  })),
  decide('POST /:lang/account/sessions/removal', anyKey, elsewhere),
  decide('POST /:lang/account/identities', only([], { others: 'hidden' })),
  decide('POST /:lang/account/identities/:id/removal', anyKey, () => ({ parts: { id: '1' } })),
  decide('GET /:lang/sign-in/openid', nowhere),
  decide('GET /sign-in/openid', open),
  decide('GET /:lang/sign-in/openid/callback', toNobody),
  decide('POST /:lang/sign-in/openid/link', toNobody),

  decide(`GET ${ADMINISTRATION}`, oversight),
  decide(`GET ${ADMINISTRATION}/communities`, oversight),
  decide(`POST ${ADMINISTRATION}/communities`, administrators, (world) => ({
    form: { code: `harbour-${String(world.next())}`, name: 'Harbour Watch', kind: 'other' },
  })),
  decide(`GET ${COMMUNITY}`, oversight, () => ({ parts: { code: SENDING } })),
  decide(`POST ${COMMUNITY}`, administrators, community(SENDING)),
  decide(`POST ${COMMUNITY}/confirmation`, administrators, community(SENDING)),
  decide(`POST ${COMMUNITY}/hiding`, administrators, community('brazil-igf')),

  decide(`GET ${ADMINISTRATION}/contributors`, oversight),
  decide(`GET ${PERSON}`, oversight, somebody),
  decide(`POST ${PERSON}/memberships`, administrators, person({ community: REVIEWING, role: 'reviewer' })),
  decide(`POST ${PERSON}/memberships/:community`, administrators, person({ role: 'reviewer' })),
  decide(`POST ${PERSON}/memberships/:community/removal`, administrators, person()),
  decide(`POST ${PERSON}/roles`, administrators, person({ role: 'publisher' })),
  decide(`POST ${PERSON}/sessions/removal`, administrators, person()),
  decide(`GET ${PERSON}/erasure`, oversight, somebody),
  decide(`POST ${PERSON}/erasure`, administrators, person()),

  decide(`GET ${ADMINISTRATION}/keys`, oversight),
  decide(`POST ${ADMINISTRATION}/keys`, administrators, (world) => ({
    form: {
      once: randomUUID(),
      name: `Somebody ${String(world.next())}`,
      community: SENDING,
      role: 'submitter',
      days: '30',
    },
  })),
  decide(`GET ${KEY}`, oversight, async (world) => ({ parts: (await key(world)).parts ?? {} })),
  decide(`POST ${KEY}/revocation`, administrators, key),
  decide(`POST ${KEY}/replacement`, administrators, key),

  decide('GET /:lang/audit', oversight),
  decide('POST /:lang/audit/verification', oversight),
];

function decide(route: string, rule: Rule, ask: Ask = () => ({})): Decision {
  return { route, about: '', rule, ask };
}

async function somebody(world: World): Promise<Asked> {
  const { contributorId } = await world.newKey({ community: SENDING, roles: ['submitter'] });
  return { parts: { id: String(contributorId) } };
}

/** About somebody new, as they stand; `number` confirms that they are meant. */
function person(form: Readonly<Record<string, string>> = {}): Ask {
  return async (world) => {
    const { id = '' } = (await somebody(world)).parts ?? {};
    return { parts: { id, community: SENDING }, form: { version: '1', number: id, ...form } };
  };
}

async function key(world: World): Promise<Asked> {
  const { id } = await world.newKey({ community: SENDING, roles: ['submitter'] });
  return { parts: { id: String(id) }, form: { once: randomUUID() } };
}

/** A community as it stands. */
function community(code: string): Ask {
  return async (world) => {
    const { name, kind, version } = await world.app.get(CommunityAdministrationService).get(code);
    return { parts: { code }, form: { name, kind, version: String(version) } };
  };
}

/** In a session of somebody else: those of the one who asks are needed later. */
async function elsewhere(world: World, who: Who): Promise<Asked> {
  if (anyKey[who] !== 'allowed') return {};
  const { key: shown } = await world.newKey({ community: SENDING, roles: ['submitter'] });
  return { headers: { cookie: `iww=${await world.signIn(shown)}` } };
}
