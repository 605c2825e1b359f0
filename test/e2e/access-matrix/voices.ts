import { randomUUID } from 'node:crypto';
import { AccessService } from '../../../src/access/access.service.js';
import { ClaimService } from '../../../src/communities/claim.service.js';
import { StatementService } from '../../../src/communities/statement.service.js';
import { REPLYING, SENDING } from '../keys.js';
import type { Ask, Asked, Decision } from './decisions.js';
import { administrators, anyKey, only, open, oversight, ownMembers, type Rule } from './rules.js';
import type { World } from './world.js';

const COMMUNITY = '/api/v1/communities/:code';
const PROFILE = '/:lang/communities/:code/profile';
const CLAIMS = '/:lang/administration/claims';
const ofMembers = only(['submitter', 'reviewerOwn', 'administrator']);
const respondents = only(['respondent']);
const moderators = only(['moderator', 'administrator']);
const statementReaders = only(['respondent', 'moderator', 'administrator', 'auditor'], { others: 'hidden' });
/** Its own side takes these steps; others who see it are forbidden, from the rest it is hidden. */
const ownSide: Rule = {
  ...only(['respondent'], { others: 'hidden' }),
  moderator: 'forbidden',
  administrator: 'forbidden',
  auditor: 'forbidden',
};
const TEXTS = { en: 'The survey of 2025 is not counted yet.' };
const STATEMENT = { area: 'ARG', subject: 'country', texts: TEXTS };
const DESCRIPTION = { consent: true, description: { en: 'We meet once a year.' } };

/** What communities tell of themselves, what they and States reply, and who asks to join. */
export const VOICES: readonly Decision[] = [
  decide(`GET ${COMMUNITY}/profile`, ofMembers, () => ({ parts: { code: SENDING } })),
  decide(`PUT ${COMMUNITY}/profile/:field`, ownMembers, () => ({
    parts: { code: SENDING, field: 'description' },
    headers: { 'if-match': '*' },
    json: DESCRIPTION,
  })),
  decide(`DELETE ${COMMUNITY}/consents/:field`, ofMembers, () => ({
    parts: { code: SENDING, field: 'description' },
  })),
  decide(`PUT ${COMMUNITY}/facts`, ownMembers, () => ({
    parts: { code: SENDING },
    json: { languages: ['en'] },
  })),

  decide('POST /api/v1/wording', open, () => ({ json: { text: 'It fell in 2024.', language: 'en' } })),
  decide('GET /api/v1/statements', open),
  decide('GET /api/v1/statement-files', anyKey),
  decide('GET /api/v1/statement-files', moderators, () => ({ query: 'list=waiting' }), 'what waits'),
  decide('GET /api/v1/statement-files/:id', statementReaders, aboutStatement()),
  decide('POST /api/v1/statements', respondents, () => ({ json: STATEMENT })),
  decide('POST /api/v1/statements/:id/versions', ownSide, aboutStatement({ json: { texts: TEXTS } })),
  decide(
    'POST /api/v1/statements/:id/decisions',
    moderators,
    aboutStatement({ json: { decision: 'publish' } }),
  ),
  decide('DELETE /api/v1/statements/:id', ownSide, aboutStatement()),

  decide('GET /:lang/communities', open),
  decide('GET /:lang/communities/:code', open, () => ({ parts: { code: SENDING } })),
  decide(`GET ${PROFILE}`, ofMembers, () => ({ parts: { code: SENDING } })),
  decide(`POST ${PROFILE}/:field`, ownMembers, async (world) => ({
    parts: { code: SENDING, field: 'contact' },
    form: { version: await versionOfProfile(world), role: 'Office', address: 'office@example.org' },
  })),
  decide(`POST ${PROFILE}/:field/withdrawal`, ofMembers, () => ({
    parts: { code: SENDING, field: 'contact' },
    form: {},
  })),
  decide('POST /:lang/communities/:code/facts', ownMembers, () => ({
    parts: { code: SENDING },
    form: { languages: 'en fr' },
  })),
  decide('GET /:lang/claim', open),
  decide('POST /:lang/claim', open, async (world) => {
    const { cookie, form } = await world.invitation();
    return { headers: { cookie }, form: { ...form, ...CLAIM } };
  }),
  decide('POST /api/v1/claims', open, () => ({ json: CLAIM })),
  decide('GET /api/v1/claims', oversight),
  decide('POST /api/v1/claims/:id/decisions', administrators, async (world) => ({
    parts: { id: await claim(world) },
    json: { decision: 'confirm' },
  })),
  decide(`GET ${CLAIMS}`, oversight),
  decide(`POST ${CLAIMS}/:id/confirmation`, administrators, async (world) => {
    const id = await claim(world);
    return { parts: { id }, form: { once: randomUUID(), [`community-${id}`]: SENDING } };
  }),
  decide(`POST ${CLAIMS}/:id/refusal`, administrators, async (world) => ({
    parts: { id: await claim(world) },
    form: {},
  })),

  decide('GET /:lang/statements', anyKey),
  decide('GET /:lang/statements/new', anyKey, () => ({ query: 'area=ARG' })),
  decide('GET /:lang/statements/:id', statementReaders, aboutStatement()),
  decide('POST /:lang/statements', respondents, () => ({
    form: { area: 'ARG', subject: 'country', 'texts.en': TEXTS.en },
  })),
  decide('POST /:lang/statements/:id/versions', ownSide, aboutStatement({ form: { 'texts.en': TEXTS.en } })),
  decide('POST /:lang/statements/:id/withdrawal', ownSide, aboutStatement({ form: {} })),
  decide('POST /:lang/statements/:id/decision', moderators, async (world) => {
    const { id, version } = await statement(world);
    return { parts: { id }, form: { decision: 'publish', version: String(version) } };
  }),
];

const CLAIM = {
  initiative: 'Harbour Watch',
  person: 'Somebody',
  address: 'somebody@example.org',
  evidence: 'https://example.org/team',
};

function decide(route: string, rule: Rule, ask: Ask = () => ({}), about = ''): Decision {
  return { route, about, rule, ask };
}

/** About a statement that waits. */
function aboutStatement(more: Asked = {}): Ask {
  return async (world) => ({ ...more, parts: { id: (await statement(world)).id } });
}

export async function statement(world: World): Promise<{ readonly id: string; readonly version: number }> {
  const { key = '' } = world.credentials('respondent') ?? {};
  const actor = await world.app.get(AccessService).actorOf(key);
  if (actor === undefined) throw new Error(`Nobody replies for ${REPLYING}`);
  const { id, versions } = await world.app.get(StatementService).send(actor, STATEMENT);
  return { id, version: versions[0]?.number ?? 0 };
}

async function claim(world: World): Promise<string> {
  const claims = world.app.get(ClaimService);
  await claims.send({ ...CLAIM, community: SENDING });
  const administrator = await world.app.get(AccessService).actorOf(world.credentials('administrator')?.key);
  if (administrator === undefined) throw new Error('Nobody administers');
  return String((await claims.waiting(administrator)).at(-1)?.id ?? 0);
}

async function versionOfProfile(world: World): Promise<string> {
  const answer = await fetch(`${world.url}/api/v1/communities/${SENDING}/profile`, {
    headers: { authorization: `Bearer ${world.credentials('submitter')?.key ?? ''}` },
  });
  return /-(\d+)"$/.exec(answer.headers.get('etag') ?? '')?.[1] ?? '';
}
