import { FollowerRepository } from '../../../src/reports/following/follower.repository.js';
import type { Ask, Decision } from './decisions.js';
import { open } from './rules.js';
import type { World } from './world.js';

const FOLLOWER = '/api/v1/followers/:token';
const LINK = '/:lang/follow/:token';

/** Readers follow by mail without an account: whoever has the link of a mail is who it was sent to. */
export const FOLLOWING: readonly Decision[] = [
  decide('GET /:lang/follow', () => ({ query: 'country=KEN' })),
  decide('POST /:lang/follow', (world) => ({ form: { ...asked(world), followed: 'country:KEN' } })),
  decide(`GET ${LINK}`, byToken),
  decide(`POST ${LINK}/confirmation`, async (world) => ({ ...(await byToken(world)), form: {} })),
  decide(`POST ${LINK}/removal`, async (world) => ({ ...(await byToken(world)), form: {} })),
  decide('POST /api/v1/followers', (world) => ({ json: { ...asked(world), follows: ['country:KEN'] } })),
  decide(`GET ${FOLLOWER}`, byToken),
  decide(`POST ${FOLLOWER}/confirmation`, byToken),
  decide(`POST ${FOLLOWER}/removal`, byToken),
];

function decide(route: string, ask: Ask): Decision {
  return { route, about: '', rule: open, ask };
}

function asked(world: World) {
  return { address: `reader-${String(world.next())}@example.org`, language: 'en' };
}

/** Of a follower of their own, as mails bring it. */
async function byToken(world: World) {
  const { address, language } = asked(world);
  const token = `reader${String(world.next())}`.padEnd(22, '-');
  const followers = world.app.get(FollowerRepository, { strict: false });
  await followers.inTransaction(async (manager) => {
    const id = await followers.put(manager, address, language, token);
    await followers.follow(manager, id, ['country:KEN']);
  });
  return { parts: { token } };
}
