import { CODE_OF_CONDUCT } from '../../../src/platform/code-of-conduct.js';
import { REVIEWING, SENDING } from '../keys.js';
import { ASSESS } from './assess.js';
import { EXCHANGE } from './exchange.js';
import { FOLLOWING } from './following.js';
import { MODERATION } from './moderation.js';
import { PEOPLE_PAGES } from './people-pages.js';
import { RELEASES } from './releases.js';
import {
  administrators,
  anyKey,
  author,
  authorByKey,
  authorSignedIn,
  followers,
  followersByKey,
  followersSignedIn,
  keyHolders,
  nowhere,
  only,
  open,
  openNotYet,
  openUnlessBadKey,
  oversight,
  operation,
  ownMembers,
  ownSubmitter,
  ownSubmitterAmongFollowers,
  reverters,
  reviewDesk,
  reviewersElsewhere,
  type Rule,
  type Who,
} from './rules.js';
import { VOICES } from './voices.js';
import type { Sent, State, World } from './world.js';

/** What a request carries beside who asks. */
export interface Asked {
  /** For the parts `:name` of the address. */
  readonly parts?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Body of one kind. Forms of pages get the token of the session. */
  readonly json?: unknown;
  readonly csv?: string;
  readonly form?: Readonly<Record<string, string>>;
  readonly file?: string;
}

export type Ask = (world: World, who: Who) => Asked | Promise<Asked>;

export interface Decision {
  /** Method and address as declared; pages stand once, below `/:lang`; `.json` and its like are left out. */
  readonly route: string;
  /** What tells several decisions about a route apart, e.g. the state of the thing. */
  readonly about: string;
  readonly rule: Rule;
  readonly ask: Ask;
}

/**
 * Who may do what: a line for each address of the web server. Whoever adds a route decides here.
 * The request has to be one that is answered with success when it is allowed.
 */
export const DECISIONS: readonly Decision[] = [
  // What everybody reads
  decide('GET /api/v1/frameworks/:code', open, { code: 'iww' }),
  decide('GET /api/v1/principles', open),
  decide('GET /api/v1/goals', open),
  decide('GET /api/v1/indicators', open),
  decide('GET /api/v1/indicators/:code', open, { code: 'UI_NETUSE' }),
  decide('GET /api/v1/objectives', open),
  decide('GET /api/v1/commitments', open),
  decide('GET /api/v1/commitments/:id', open, { id: 'GDC-11b' }),
  decide('GET /api/v1/crosswalk', open),
  decide('GET /api/v1/issues', open),
  decide('GET /api/v1/wsis', open),
  decide('GET /api/v1/sdgs', open),
  decide('GET /api/v1/search', open, () => ({ query: 'q=404' })),
  decide('GET /api/v1/areas', open),
  decide('GET /api/v1/areas/:code', open, { code: 'KEN' }),
  decide('GET /api/v1/communities', open),
  decide('GET /api/v1/communities/:code', open, { code: SENDING }),
  decide('GET /api/v1/observations', open, () => ({ query: 'area=KEN&limit=1' })),
  decide('GET /api/v1/observations/:id', open, observation),
  decide('GET /api/v1/scores', open, () => ({ query: 'area=KEN&by=principle' })),
  decide('GET /api/v1/scores/:area/:node/explanation', open, { area: 'KEN', node: 'P2' }),
  decide('GET /api/v1/comparisons', openNotYet, () => ({ query: 'area=KEN,UGA&node=P2' })),
  decide('GET /api/v1/group-scores', open, () => ({ query: 'group=UN-AFRICAN' })),
  decide('GET /api/v1/reports/participation', open, () => ({ query: 'issue=ACCESS' })),
  decide('GET /api/v1/reports/compare', open, () => ({ query: 'area=KEN,UGA&group=WORLD&node=P2' })),
  decide('GET /api/v1/reports/overview', open),
  decide('GET /api/v1/reports/countries/:iso3', open, { iso3: 'KEN' }),
  decide('GET /api/v1/reports/countries/:iso3/communication', open, { iso3: 'KEN' }),
  decide('GET /api/v1/reports/issues/:code', open, { code: 'ACCESS' }),
  decide('GET /api/v1/reports/wsis/:code', open, { code: 'WSIS-C5' }),
  decide('GET /api/v1/reports/sdgs/:code', open, { code: 'SDG-9.1' }),
  decide('GET /api/v1/reports/indicators/:code', open, { code: 'UI_NETUSE' }),
  decide('GET /api/v1/reports/principles/:code', open, { code: 'P2' }),
  decide('GET /api/v1/reports/goals/:code', open, { code: 'P2.1' }),
  decide('GET /api/v1/reports/objectives/:code', open, { code: '1' }),
  decide('GET /api/v1/reports/commitments', open),
  decide('GET /api/v1/reports/commitments/:id', open, { id: 'GDC-11b' }),
  decide('GET /api/v1/reports/regions/:code', open, { code: 'UN-AFRICAN' }),
  decide('GET /api/v1/reports/groups/:code', open, { code: 'UN-AFRICAN' }),
  decide('GET /api/v1/reports/communities/:code', open, { code: SENDING }),
  decide('GET /api/v1/charts/trend', open, () => ({ query: 'area=KEN&node=P2' })),
  decide('GET /api/v1/charts/profile', open, () => ({ query: 'area=KEN' })),
  decide('GET /api/v1/charts/status', open, () => ({ query: 'area=KEN' })),
  decide('GET /api/v1/charts/distribution', open, () => ({ query: 'node=P2&area=KEN' })),
  decide('GET /api/v1/charts/map', open, () => ({ query: 'node=P2' })),
  decide('GET /api/v1/charts/social', open, () => ({ query: 'area=KEN' })),
  decide('GET /api/v1/oembed', open, () => ({ query: 'url=https://progress.example.org/en/countries/KEN' })),
  decide('GET /api/v1/releases/:a/diff/:b', nowhere, { a: '2026-1', b: '2026-2' }, 'no such releases'),
  decide('GET /api/v1/templates/:area', open, { area: 'KEN' }),
  decide('GET /api/v1/communities/:code/submissions.atom', openUnlessBadKey, { code: SENDING }),
  decide('GET /api/v1/openapi.json', open),
  decide('GET /api/docs', open),
  decide('GET /api/docs.css', open),
  decide('GET /problems/:code', open, { code: 'four_eyes' }),
  decide('GET /health/live', open),
  decide('GET /health/ready', open),
  decide('GET /metrics', operation),
  decide('GET /api/v1/audit', oversight),
  decide('GET /api/v1/signing-key.pem', open),
  // There only where the operator named a contact
  decide('GET /.well-known/security.txt', nowhere),
  decide('GET /assets/*', nowhere),

  // Submissions over the interface
  decide('POST /api/v1/submissions', ownSubmitter, (world) => ({
    query: `community=${SENDING}`,
    csv: world.file(),
  })),
  decide('GET /api/v1/submissions', anyKey),
  decide(
    'GET /api/v1/submissions',
    reviewDesk,
    () => ({ query: 'list=review' }),
    'what waits for a decision',
  ),
  ...['', '/rows', '/progress', '/problems.csv', '/feed.atom'].flatMap((part) => {
    const route = `GET /api/v1/submissions/:receipt${part}`;
    return [
      decide(route, authorByKey, of('draft'), 'a draft'),
      decide(route, followersByKey, of('received'), 'received'),
      decide(route, openUnlessBadKey, of('accepted'), 'accepted'),
    ];
  }),
  decide('POST /api/v1/submissions/:receipt/decisions', reviewersElsewhere, step('received', ACCEPT())),
  decide('POST /api/v1/submissions/:receipt/revert', reverters, step('accepted', { text: 'It was wrong' })),
  decide('POST /api/v1/submissions/:receipt/withdrawal', ownSubmitterAmongFollowers, step('received')),
  decide(
    'POST /api/v1/submissions/:receipt/corrections',
    ownSubmitterAmongFollowers,
    step('returned', { cells: [{ row: 2, column: 'value', value: 62.5 }] }),
  ),
  decide('POST /api/v1/confirmations', ownSubmitter, () => ({
    json: { area: 'KEN', indicator: 'UI_NETUSE', community: SENDING },
  })),

  // Feeds, contacts and keys
  decide('POST /api/v1/communities/:code/feed-secret', ownMembers, { code: SENDING }),
  decide('DELETE /api/v1/communities/:code/feed-secret', ownMembers, { code: SENDING }),
  decide('GET /api/v1/me/contact', anyKey, async (world, who) => {
    if (anyKey[who] === 'allowed') await world.leaveContact(world.credentials(who)?.key ?? '');
    return {};
  }),
  decide('PUT /api/v1/me/contact', anyKey, (world) => ({
    json: { address: address(world), language: 'en' },
  })),
  decide('DELETE /api/v1/me/contact', anyKey),
  decide('POST /api/v1/contacts/:token/confirmation', open, byToken),
  decide('POST /api/v1/contacts/:token/removal', open, byToken),
  decide('POST /api/v1/keys', administrators, (world) => ({
    json: { community: SENDING, roles: ['submitter'], name: `Somebody ${String(world.next())}` },
  })),

  // Who contributes, and which communities take part
  decide('GET /api/v1/me', anyKey),
  decide('PUT /api/v1/me/conduct', anyKey, () => ({ json: { version: CODE_OF_CONDUCT.version } })),
  decide('DELETE /api/v1/me/sessions', anyKey, elsewhere),
  decide('GET /api/v1/keys', oversight),
  decide('GET /api/v1/keys/:id', oversight, concerning('key')),
  decide('POST /api/v1/keys/:id/revocation', administrators, concerning('key')),
  decide('POST /api/v1/keys/:id/reissue', administrators, concerning('key')),
  decide('GET /api/v1/contributors', oversight),
  decide('GET /api/v1/contributors/:id', oversight, concerning('person')),
  decide(
    'POST /api/v1/contributors/:id/memberships',
    administrators,
    concerning('person', { community: REVIEWING, roles: ['reviewer'] }),
  ),
  decide(
    'PUT /api/v1/contributors/:id/memberships/:community',
    administrators,
    concerning('person', { roles: ['reviewer'] }),
  ),
  decide(
    'POST /api/v1/contributors/:id/memberships/:community/departure',
    administrators,
    concerning('person'),
  ),
  decide(
    'PUT /api/v1/contributors/:id/roles',
    administrators,
    concerning('person', { roles: ['publisher'] }),
  ),
  decide('DELETE /api/v1/contributors/:id/sessions', administrators, concerning('person')),
  decide('POST /api/v1/contributors/:id/erasure', administrators, concerning('person')),
  decide('GET /api/v1/community-registrations', oversight),
  decide('GET /api/v1/communities/:code/registration', oversight, { code: SENDING }),
  decide('POST /api/v1/communities', administrators, (world) => ({
    json: { code: `community-${String(world.next())}`, name: 'Harbour Watch', kind: 'other' },
  })),
  decide('PATCH /api/v1/communities/:code', administrators, () => ({
    parts: { code: SENDING },
    headers: { 'if-match': '*' },
    json: { region: 'Africa' },
  })),
  decide('POST /api/v1/communities/:code/confirmation', administrators, { code: SENDING }),
  decide('POST /api/v1/communities/:code/hiding', administrators, { code: 'brazil-igf' }),

  // Pages everybody reads
  decide('GET /', open),
  decide('GET /:lang', open),
  decide('GET /:lang/countries', open),
  decide('GET /:lang/participation', open),
  decide('GET /:lang/compare', open, () => ({ query: 'area=KEN&group=WORLD' })),
  decide('GET /:lang/search', open, () => ({ query: 'q=internet' })),
  decide('GET /:lang/countries/:iso3', open, { iso3: 'KEN' }),
  decide('GET /:lang/countries/:iso3/letter', open, { iso3: 'KEN' }),
  decide('GET /:lang/countries/:iso3/explain/:node', open, { iso3: 'KEN', node: 'P2' }),
  decide('GET /:lang/issues', open),
  decide('GET /:lang/issues/:code', open, { code: 'ACCESS' }),
  decide('GET /:lang/wsis', open),
  decide('GET /:lang/wsis/:code', open, { code: 'WSIS-C5' }),
  decide('GET /:lang/sdgs', open),
  decide('GET /:lang/sdgs/:code', open, { code: 'SDG-9.1' }),
  decide('GET /:lang/indicators', open),
  decide('GET /:lang/indicators/:code', open, { code: 'UI_NETUSE' }),
  decide('GET /:lang/principles/:code', open, { code: 'P2' }),
  decide('GET /:lang/goals/:code', open, { code: 'P2.1' }),
  decide('GET /:lang/objectives/:code', open, { code: '1' }),
  decide('GET /:lang/commitments', open),
  decide('GET /:lang/commitments/:id', open, { id: 'GDC-11b' }),
  decide('GET /:lang/regions/:code', open, { code: 'UN-AFRICAN' }),
  decide('GET /:lang/releases/:from/diff/:to', nowhere, { from: '2026-1', to: '2026-2' }, 'no such releases'),
  decide('GET /:lang/embed/:chart', open, () => ({ parts: { chart: 'trend' }, query: 'area=KEN&node=P2' })),
  decide('GET /:lang/observations/:id', open, observation),
  decide('GET /:lang/method', open),
  decide('GET /:lang/method/:code', open, { code: 'level' }),
  decide('GET /:lang/about', open),
  decide('GET /:lang/accessibility', open),
  decide('GET /:lang/conduct', open),
  decide('GET /:lang/glossary', open),
  decide('GET /:lang/style', open),
  decide('GET /:lang/contribute', open),
  decide('GET /:lang/sign-in', open),
  decide('GET /:lang/*', nowhere),

  // Pages of people who signed in
  decide('POST /:lang/sign-in', keyHolders, async (world, who) => {
    const { cookie, form } = await world.invitation();
    const { key = '' } = who === 'wrongDoor' ? {} : (world.credentials(who) ?? {});
    return { headers: { cookie }, form: { ...form, key } };
  }),
  decide(
    'POST /:lang/sign-out',
    only([], { others: 'allowed', nobody: 'forbidden', badKey: 'allowed' }),
    aside,
  ),
  decide('POST /:lang/contribute', ownSubmitter, (world) => ({
    form: { community: SENDING },
    file: world.file(),
  })),
  decide('POST /:lang/contribute/confirmations', ownSubmitter, () => ({
    form: { country: 'KEN', indicator: 'UI_NETUSE', community: SENDING },
  })),
  decide('GET /:lang/submissions', anyKey),
  decide('GET /:lang/submissions/:receipt', author, of('draft'), 'a draft'),
  decide('GET /:lang/submissions/:receipt', followers, of('received'), 'received'),
  decide('GET /:lang/submissions/:receipt', open, of('accepted'), 'accepted'),
  ...['problems.csv', 'progress'].flatMap((part) => [
    decide(`GET /:lang/submissions/:receipt/${part}`, authorSignedIn, of('draft'), 'a draft'),
    decide(`GET /:lang/submissions/:receipt/${part}`, followersSignedIn, of('received'), 'received'),
    decide(`GET /:lang/submissions/:receipt/${part}`, anyKey, of('accepted'), 'accepted'),
  ]),
  ...(['answers', 'send', 'discard'] as const).map((name) =>
    decide('POST /:lang/submissions/:receipt/:step', authorSignedIn, sentForm('draft', { step: name }), name),
  ),
  decide(
    'POST /:lang/submissions/:receipt/:step',
    ownSubmitterAmongFollowers,
    sentForm('received', { step: 'withdrawal' }),
    'withdrawal',
  ),
  decide(
    'POST /:lang/submissions/:receipt/:step',
    ownSubmitterAmongFollowers,
    sentForm('returned', { step: 'corrections' }, { 'cell.2.1.value': '62.5', 'before.2.1.value': '61.5' }),
    'corrections',
  ),
  decide('GET /:lang/review', reviewDesk),
  decide('GET /:lang/review/:receipt', followersSignedIn, of('received')),
  decide('POST /:lang/review/:receipt/rows', followersSignedIn, sentForm('received')),
  decide('POST /:lang/review/:receipt/decision', reviewersElsewhere, sentForm('received', {}, ACCEPT())),
  decide('POST /:lang/review/:receipt/revert', reverters, sentForm('accepted', {}, { text: 'It was wrong' })),
  decide('GET /:lang/notices', anyKey),
  decide('POST /:lang/notices/contact', anyKey, (world) => ({ form: { address: address(world) } })),
  decide('POST /:lang/notices/contact/removal', anyKey),
  decide('POST /:lang/notices/feeds/:community', ownMembers, { community: SENDING }),
  decide('POST /:lang/notices/feeds/:community/removal', ownMembers, { community: SENDING }),
  ...ASSESS,
  ...PEOPLE_PAGES,
  ...VOICES,
  ...MODERATION,
  ...RELEASES,
  ...EXCHANGE,
  ...FOLLOWING,
  decide('GET /:lang/contact/:token', open, byToken),
  decide('POST /:lang/contact/:token/confirmation', open, byLink),
  decide('POST /:lang/contact/:token/removal', open, byLink),
];

/** @param asked how to ask, or the parts of the address alone */
function decide(
  route: string,
  rule: Rule,
  asked: Ask | Readonly<Record<string, string>> = {},
  about = '',
): Decision {
  return { route, about, rule, ask: typeof asked === 'function' ? asked : () => ({ parts: asked }) };
}

function ACCEPT(): { readonly decision: string } {
  return { decision: 'accept' };
}

/** About a submission in a state. */
function of(state: State): Ask {
  return async (world) => ({ parts: { receipt: (await world.submission(state)).receipt } });
}

/** A step over the interface, with a submission as it stands. */
function step(state: State, json?: object): Ask {
  return async (world) => {
    const { receipt, tag }: Sent = await world.submission(state);
    return { parts: { receipt }, headers: { 'if-match': tag }, ...(json === undefined ? {} : { json }) };
  };
}

/** A step by a form of a page. */
function sentForm(
  state: State,
  parts: Readonly<Record<string, string>> = {},
  form: Readonly<Record<string, string>> = {},
): Ask {
  return async (world) => {
    const { receipt, version } = await world.submission(state);
    return { parts: { receipt, ...parts }, form: { version, ...form } };
  };
}

/** About somebody new who sends, or their key. */
function concerning(what: 'key' | 'person', json?: object): Ask {
  return async (world) => {
    const { id, contributorId } = await world.newKey({ community: SENDING, roles: ['submitter'] });
    return {
      parts: { id: String(what === 'key' ? id : contributorId), community: SENDING },
      headers: { 'if-match': '*' },
      ...(json === undefined ? {} : { json }),
    };
  };
}

/** By a key of somebody else: the sessions of the one who asks are needed later. */
async function elsewhere(world: World, who: Who): Promise<Asked> {
  if (anyKey[who] !== 'allowed') return {};
  const { key } = await world.newKey({ community: SENDING, roles: ['submitter'] });
  return { headers: { authorization: `Bearer ${key}` } };
}

/** Whoever has the link of a mail is who it was sent to. */
async function byToken(world: World): Promise<Asked> {
  return { parts: { token: await world.contactToken() } };
}

async function byLink(world: World): Promise<Asked> {
  return { ...(await byToken(world)), form: {} };
}

/** In a session beside the one that is needed later. */
async function aside(world: World, who: Who): Promise<Asked> {
  const { key = '', session = '' } = world.credentials(who) ?? {};
  if (who === 'nobody' || who === 'wrongDoor') return {};
  const isOver = who === 'expired' || who === 'revoked';
  return { headers: { cookie: `iww=${isOver ? session : await world.signIn(key)}` } };
}

async function observation(world: World): Promise<Asked> {
  const answer = await fetch(`${world.url}/api/v1/observations?area=KEN&limit=1`);
  const { items } = (await answer.json()) as { readonly items: readonly { readonly id: string }[] };
  return { parts: { id: String(items[0]?.id) } };
}

function address(world: World): string {
  return `somebody-${String(world.next())}@example.org`;
}
