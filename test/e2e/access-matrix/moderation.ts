import { AccessService } from '../../../src/access/access.service.js';
import { ModerationService } from '../../../src/communities/moderation/moderation.service.js';
import { StatementService } from '../../../src/communities/statement.service.js';
import type { Ask, Decision } from './decisions.js';
import { anyKey, only, open, type Rule } from './rules.js';
import { statement } from './voices.js';
import type { World } from './world.js';

const CASES = '/api/v1/moderation/cases';
const PAGES = '/:lang/moderation';
const readers = only(['respondent', 'moderator', 'administrator', 'auditor'], { others: 'hidden' });
const moderators = only(['moderator', 'administrator']);
/** Others who see the text are forbidden, from the rest it is hidden. */
const takeDown: Rule = { ...readers, respondent: 'forbidden', auditor: 'forbidden' };
const appeal: Rule = {
  ...takeDown,
  respondent: 'allowed',
  moderator: 'forbidden',
  administrator: 'forbidden',
};

/** What moderators decide on texts, and who may appeal. */
export const MODERATION: readonly Decision[] = [
  decide('GET /api/v1/moderation', open),
  decide(`GET ${CASES}`, anyKey),
  decide(`GET ${CASES}`, moderators, () => ({ query: 'list=waiting' }), 'what waits'),
  decide(`GET ${CASES}/:id`, readers, async (world) => ({ parts: { id: await takenDown(world) } })),
  decide(`POST ${CASES}`, takeDown, async (world) => ({
    json: { ...TAKE_DOWN, of: await published(world) },
  })),
  decide(`POST ${CASES}/:id/steps`, appeal, async (world) => ({
    parts: { id: await takenDown(world) },
    json: { step: 'appeal', text: 'Look again.' },
  })),
  decide(`GET ${PAGES}`, open),
  decide(`GET ${PAGES}/waiting`, moderators),
  decide(`GET ${PAGES}/own`, anyKey),
  decide(`GET ${PAGES}/new`, anyKey, () => ({ query: 'kind=statement' })),
  decide(`GET ${PAGES}/cases/:id`, readers, async (world) => ({ parts: { id: await takenDown(world) } })),
  decide(`POST ${PAGES}`, takeDown, async (world) => ({
    form: { ...TAKE_DOWN, of: await published(world) },
  })),
  decide(`POST ${PAGES}/cases/:id`, appeal, async (world) => ({
    parts: { id: await takenDown(world) },
    form: { step: 'appeal', text: 'Look again.' },
  })),
];

const TAKE_DOWN = {
  kind: 'statement',
  step: 'take_down',
  reasonCode: 'off_topic',
  text: 'It is about something else.',
} as const;

function decide(route: string, rule: Rule, ask: Ask = () => ({}), about = ''): Decision {
  return { route, about, rule, ask };
}

/** A statement that everybody reads. */
async function published(world: World): Promise<string> {
  const { id } = await statement(world);
  await world.app.get(StatementService).decide(await moderator(world), id, { decision: 'publish' });
  return id;
}

/** The case of one that was taken down. */
async function takenDown(world: World): Promise<string> {
  const of = await published(world);
  return (await world.app.get(ModerationService).open(await moderator(world), { ...TAKE_DOWN, of })).id;
}

async function moderator(world: World) {
  const actor = await world.app.get(AccessService).actorOf(world.credentials('moderator')?.key);
  if (actor === undefined) throw new Error('Nobody moderates');
  return actor;
}
