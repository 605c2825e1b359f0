import { AccessService } from '../../src/access/access.service.js';
import { PageReader } from '../support/page-reader.js';
import { pdfText } from '../support/pdf-text.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { unpack } from '../unit/reports/package/unpacked.js';
import { conductCases } from './conduct.cases.js';
import { moderationCases } from './moderation.cases.js';
import { participationCases } from './participation.cases.js';

type KeyRequest = Parameters<AccessService['createKey']>[0];

const NRI = 'brazil-igf';
const STATE = 'brazil-ministry';
const WORDS = 'We bring fishermen and engineers to one table.';
const ADDRESS = 'https://example.org/office-of-the-initiative';

/** Where a consented profile can be read. */
const SURFACES = [
  `/api/v1/communities/${NRI}`,
  '/api/v1/reports/countries/BRA',
  '/en/countries/BRA',
  '/ar/countries/BRA',
  `/en/communities/${NRI}`,
  `/fr/communities/${NRI}`,
  '/api/v1/reports/countries/BRA.pdf',
  '/en/countries/BRA/letter',
  '/api/v1/reports/countries/BRA/communication.html',
  '/api/v1/reports/countries/BRA/communication.txt',
  '/api/v1/reports/countries/BRA/communication.zip',
];
/** And where it never may, beside these when it is withdrawn. */
const OTHERS = [
  '/api/v1/communities',
  '/api/v1/communities.csv',
  '/api/v1/reports/countries/BRA.csv',
  `/api/v1/reports/communities/${NRI}`,
  `/api/v1/communities/${NRI}/submissions.atom`,
  '/en/communities',
  '/api/v1/feeds/countries/BRA.atom',
];

/** Where a statement on Internet use in Brazil is read. */
const EVERYWHERE = [
  '/en/countries/BRA',
  '/ar/countries/BRA',
  '/api/v1/reports/countries/BRA',
  '/api/v1/reports/countries/BRA.csv',
  '/api/v1/statements',
  '/api/v1/statements.csv?area=BRA&subject=indicator:UI_NETUSE',
  `/en/communities/${STATE}`,
  '/en/indicators/UI_NETUSE',
  '/api/v1/reports/indicators/UI_NETUSE',
  '/en/countries/BRA/explain/UI_NETUSE',
  '/ar/countries/BRA/explain/P2',
  '/api/v1/scores/BRA/UI_NETUSE/explanation',
  '/api/v1/scores/BRA/P2/explanation',
  '/api/v1/scores/BRA/P2/explanation.csv',
  '/en/compare?area=BRA&area=KEN&node=UI_NETUSE',
  '/api/v1/reports/compare?area=BRA,KEN&node=UI_NETUSE',
  '/api/v1/reports/compare.csv?area=BRA,KEN&node=UI_NETUSE',
  '/api/v1/observations/{figure}',
  '/es/observations/{figure}',
  '/api/v1/reports/countries/BRA.pdf',
];

let running: RunningApp;
const keys: Record<string, string> = {};
/** Id of a figure of Brazil. */
let figure: string;

beforeAll(async () => {
  running = await startApp();
  keys['administrator'] = await keyOf({ globalRoles: ['administrator'], name: 'Ada' });
  const state = { code: STATE, name: 'Ministry of Communications', kind: 'other', stakeholder: 'government' };
  expect(await status('POST', '/communities', 'administrator', { ...state, areas: ['BRA'] })).toBe(201);
  expect(await status('POST', `/communities/${STATE}/confirmation`, 'administrator')).toBe(200);
  keys['member'] = await keyOf({ community: NRI, roles: ['submitter'], name: 'Member' });
  keys['stranger'] = await keyOf({
    community: 'arab-igf',
    roles: ['submitter', 'reviewer'],
    name: 'Stranger',
  });
  keys['respondent'] = await keyOf({ community: STATE, roles: ['respondent'], name: 'Focal point' });
  keys['clerk'] = await keyOf({ community: STATE, roles: ['submitter'], name: 'Clerk' });
  keys['moderator'] = await keyOf({ globalRoles: ['moderator'], name: 'Moderator' });
  const figures = await fetch(`${running.url}/api/v1/observations?area=BRA&indicator=UI_NETUSE&limit=1`);
  figure = ((await figures.json()) as { items: { id: string }[] }).items[0]?.id ?? '';
}, 120_000);
afterAll(() => running.close());

async function keyOf(request: KeyRequest): Promise<string> {
  return (await running.app.get(AccessService).createKey({ acceptsConduct: 'operator', ...request })).key;
}

async function call(method: string, path: string, who: string, body?: unknown): Promise<Response> {
  return fetch(`${running.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${keys[who] ?? ''}`,
      'if-match': '*',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function status(method: string, path: string, who: string, body?: unknown): Promise<number> {
  return (await call(method, path, who, body)).status;
}

async function read(path: string): Promise<string> {
  const answer = await fetch(running.url + path.replace('{figure}', figure));
  if (path.endsWith('.zip')) return introductionIn(Buffer.from(await answer.arrayBuffer()));
  return path.endsWith('.pdf') ? pdfText(await answer.arrayBuffer()) : answer.text();
}

/** What the document in an archive says that introduces initiatives. */
async function introductionIn(archive: Buffer): Promise<string> {
  const { files } = await unpack(archive);
  expect([...files.keys()]).toEqual(['brief.pdf', 'introduction.pdf', 'letter.html', 'letter.txt']);
  return pdfText(new Uint8Array(files.get('introduction.pdf') ?? []).buffer);
}

async function showing(paths: readonly string[], text: string): Promise<readonly string[]> {
  const bodies = await Promise.all(paths.map(async (path) => [path, await read(path)] as const));
  return bodies.filter(([, body]) => body.includes(text)).map(([path]) => path);
}

const DESCRIPTION = { consent: true, description: { en: WORDS } };

describe('the profile of a community', () => {
  it('is shown wherever the community is introduced once a member consents, and nowhere before', async () => {
    const draft = { ...DESCRIPTION, consent: false };
    expect(await status('PUT', `/communities/${NRI}/profile/description`, 'member', draft)).toBe(200);
    expect(await showing(SURFACES, WORDS)).toEqual([]);
    expect(await status('PUT', `/communities/${NRI}/profile/description`, 'member', DESCRIPTION)).toBe(200);
    expect(await showing([...SURFACES, ...OTHERS], WORDS)).toEqual(SURFACES);
  });

  it('says in which language it is when it is not there in that of the reader', async () => {
    const page = await new PageReader(running.url).open(`/fr/communities/${NRI}`);
    expect(page.html).toContain(`<p lang="en" dir="ltr">${WORDS}</p>`);
  });

  it('is written by members of the community alone', async () => {
    const write = (who: string) => status('PUT', `/communities/${NRI}/profile/description`, who, DESCRIPTION);
    expect(await Promise.all(['stranger', 'administrator', 'nobody'].map(write))).toEqual([403, 403, 401]);
  });

  it('is not overwritten by who did not see what it is now', async () => {
    const path = `/communities/${NRI}/profile/contact`;
    const body = { consent: true, contact: { role: 'Secretariat', address: ADDRESS } };
    const put = (tag: string): Promise<Response> =>
      fetch(`${running.url}/api/v1${path}`, {
        method: 'PUT',
        headers: {
          authorization: `Bearer ${keys['member'] ?? ''}`,
          'content-type': 'application/json',
          'if-match': tag,
        },
        body: JSON.stringify(body),
      });
    const seen = await call('GET', `/communities/${NRI}/profile`, 'member');
    const tag = seen.headers.get('etag') ?? '';
    const answers = [await put(tag), await put(tag)];
    expect(answers.map((answer) => answer.status)).toEqual([200, 412]);
    expect(await showing(SURFACES, ADDRESS)).toEqual(SURFACES);
  });

  it.each([
    [{ consent: true, description: { en: 'x'.repeat(1_501) } }, 'description', 'text_long'],
    [{ consent: true, description: { xx: 'Bonjour' } }, 'description', 'text_language'],
    [{ consent: true, description: { en: ' ' } }, 'description', 'profile_nothing'],
    [
      { consent: true, contact: { role: 'Office', address: 'javascript:alert(1)' } },
      'contact',
      'contact_address',
    ],
    [{ consent: true, engagement: { channels: [] } }, 'engagement', 'profile_nothing'],
  ])('is refused with the place of the fault: %#', async (body, field, code) => {
    const answer = await call('PUT', `/communities/${NRI}/profile/${field}`, 'member', body);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ errors: [{ code }] });
  });

  it('is gone from every answer, and erased, with one click', async () => {
    const reader = new PageReader(running.url);
    await reader.signIn(keys['member'] ?? '');
    const before = (await fetch(`${running.url}/api/v1/reports/countries/BRA`)).headers.get('etag') ?? '';
    for (const field of ['description', 'contact']) {
      const page = await reader.open(`/en/communities/${NRI}/profile`);
      expect((await reader.send(page, `/profile/${field}/withdrawal`)).status).toBe(200);
    }
    const everywhere = [...SURFACES, ...OTHERS];
    expect(await showing(everywhere, WORDS)).toEqual([]);
    expect(await showing(everywhere, ADDRESS)).toEqual([]);
    const again = await fetch(`${running.url}/api/v1/reports/countries/BRA`, {
      headers: { 'if-none-match': before },
    });
    expect(again.status).toBe(200);
    const held = await running.database.dataSource.query<unknown[]>('SELECT FROM profile_text');
    const trail = await running.database.dataSource.query<unknown[]>(
      'SELECT FROM audit_entry WHERE detail::text LIKE $1 OR detail::text LIKE $2',
      [`%${WORDS}%`, `%${ADDRESS}%`],
    );
    expect([held, trail]).toEqual([[], []]);
  });

  it('keeps what was written when it cannot be taken', async () => {
    const reader = new PageReader(running.url);
    await reader.signIn(keys['member'] ?? '');
    const page = await reader.open(`/en/communities/${NRI}/profile`);
    const again = await reader.send(page, '/profile/contact', { role: 'Secretariat', address: 'nowhere' });
    expect(again.status).toBe(422);
    expect(again.html).toContain('value="nowhere"');
    expect(again.text).toContain('This is no public address.');
  });

  it('tells languages and meetings of the community', async () => {
    const facts = { languages: ['en', 'sw'], meetings: [{ year: 2019 }, { year: 2025, place: 'Recife' }] };
    expect(await status('PUT', `/communities/${NRI}/facts`, 'member', facts)).toBe(204);
    const { languages, meetings } = (await (
      await fetch(`${running.url}/api/v1/communities/${NRI}`)
    ).json()) as {
      languages: string[];
      meetings: { year: number; place: string | null }[];
    };
    expect(languages).toEqual(['en', 'sw']);
    expect(meetings.map(({ year, place }) => [year, place])).toEqual([
      [2025, 'Recife'],
      [2019, null],
    ]);
    expect(await showing([`/en/communities/${NRI}`], 'Recife')).toHaveLength(1);
  });
});

describe('a statement', () => {
  const SAYS = 'The survey of 2025 is not counted yet.';
  const statement = { area: 'BRA', subject: 'indicator:UI_NETUSE', texts: { en: SAYS } };
  let id = '';

  async function sent(who: string, body: object = statement): Promise<string> {
    const answer = await call('POST', '/statements', who, body);
    expect(answer.status).toBe(201);
    return ((await answer.json()) as { id: string }).id;
  }

  it('is sent by the focal point of the State, and by nobody else for it', async () => {
    id = await sent('respondent');
    const others = ['clerk', 'stranger', 'moderator'].map((who) =>
      status('POST', '/statements', who, statement),
    );
    expect(await Promise.all(others)).toEqual([403, 403, 403]);
    expect(await status('POST', '/statements', 'respondent', { ...statement, area: 'UGA' })).toBe(403);
  });

  it('waits for a moderator of neither side', async () => {
    expect(await showing(EVERYWHERE, SAYS)).toEqual([]);
    const decide = (who: string) =>
      status('POST', `/statements/${id}/decisions`, who, { decision: 'publish' });
    expect(await Promise.all([decide('respondent'), decide('stranger'), decide('clerk')])).toEqual([
      403, 403, 403,
    ]);
    keys['insider'] = await keyOf({ community: STATE, roles: ['submitter'], name: 'Insider' });
    await running.database.dataSource.transaction(async (manager) => {
      await manager.query(`UPDATE contributor SET global_roles = '{moderator}' WHERE name = 'Insider'`);
      await manager.query(`UPDATE api_key SET roles = roles || '{moderator}' WHERE label = 'Insider'`);
      await manager.query(
        `INSERT INTO audit_entry (action, subject) SELECT 'contributor.changed', 'contributor:' || id
         FROM contributor WHERE name = 'Insider' UNION ALL
         SELECT 'key.changed', 'key:' || id FROM api_key WHERE label = 'Insider'`,
      );
    });
    expect(await decide('insider')).toBe(409);
  });

  it('stands wherever its figure stands once it is published', async () => {
    expect(await status('POST', `/statements/${id}/decisions`, 'moderator', { decision: 'publish' })).toBe(
      200,
    );
    expect(await showing(EVERYWHERE, SAYS)).toEqual(EVERYWHERE);
    expect(await status('POST', `/statements/${id}/decisions`, 'moderator', { decision: 'publish' })).toBe(
      409,
    );
  });

  it('is not declined for naming the government that speaks', async () => {
    const other = await sent('respondent', { ...statement, subject: 'country' });
    const decide = (reasonCode: string) =>
      call('POST', `/statements/${other}/decisions`, 'moderator', {
        decision: 'decline',
        reasonCode,
        text: 'Please add a link.',
      });
    const refused = await decide('names_government');
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ errors: [{ code: 'decline_reason' }] });
    expect((await decide('no_evidence')).status).toBe(200);
    const file = await (await call('GET', `/statement-files/${other}`, 'respondent')).json();
    expect(file).toMatchObject({ versions: [{ state: 'declined', reason: 'Please add a link.' }] });
  });

  it('stays as it was published until its next version is decided on', async () => {
    const NEW = 'The survey of 2025 is counted now.';
    const texts = { en: NEW, fr: 'Une autre version.' };
    expect(await status('POST', `/statements/${id}/versions`, 'respondent', { texts })).toBe(201);
    expect([await showing(EVERYWHERE, SAYS), await showing(EVERYWHERE, NEW)]).toEqual([EVERYWHERE, []]);
    expect(await status('POST', `/statements/${id}/decisions`, 'moderator', { decision: 'publish' })).toBe(
      200,
    );
    expect([await showing(EVERYWHERE, SAYS), await showing(EVERYWHERE, NEW)]).toEqual([[], EVERYWHERE]);
  });

  it('leaves a place-holder when its side withdraws it', async () => {
    expect(await status('DELETE', `/statements/${id}`, 'moderator')).toBe(403);
    expect(await status('DELETE', `/statements/${id}`, 'respondent')).toBe(204);
    expect(await showing(EVERYWHERE, 'survey of 2025')).toEqual([]);
    expect(await read('/en/countries/BRA')).toContain('Its authors withdrew it on');
    expect(await status('POST', `/statements/${id}/versions`, 'respondent', { texts: { en: 'x' } })).toBe(
      409,
    );
  });

  it('is written, decided on and withdrawn on pages without script', async () => {
    const [author, moderator] = [new PageReader(running.url), new PageReader(running.url)];
    await author.signIn(keys['member'] ?? '');
    await moderator.signIn(keys['moderator'] ?? '');
    const form = await author.open('/en/statements/new?area=BRA&subject=principle:P2');
    const fields = { community: NRI, subject: 'principle:P2', 'texts.en': 'Look at the islands.' };
    const wrong = await author.send(form, '/statements', { ...fields, 'texts.en': '' });
    expect([wrong.status, wrong.text.includes('There is no text.')]).toEqual([422, true]);
    const own = await author.send(form, '/statements', fields);
    expect(own.text).toContain('waits for a moderator');
    const queue = await moderator.open('/en/moderation/waiting');
    expect(queue.text).toContain('5 working days are left.');
    const path = /\/en\/statements\/[0-9a-f]{16}/.exec(queue.html)?.[0] ?? '';
    const desk = await moderator.open(path);
    const done = await moderator.send(desk, '/decision', { decision: 'publish' });
    expect(done.text).toContain('Published on');
    expect(await read('/en/countries/BRA')).toContain('Look at the islands.');
    const gone = await author.send(await author.open(path), '/withdrawal');
    expect(gone.text).toContain('Withdrawn on');
  });
});

describe('a claim', () => {
  it('makes whoever acts for a community a member, and their name and address are forgotten', async () => {
    const [visitor, administrator] = [new PageReader(running.url), new PageReader(running.url)];
    const form = await visitor.open(`/en/claim?community=${NRI}`);
    const claim = { person: 'Wanjiru', address: 'wanjiru@example.org', evidence: 'https://example.org/team' };
    const wrong = await visitor.send(form, '/claim', {
      ...claim,
      initiative: 'Brazil IGF',
      address: 'wanjiru',
    });
    expect([wrong.status, wrong.text.includes('This is no e-mail address.')]).toEqual([422, true]);
    const sent = await visitor.send(form, '/claim', { ...claim, initiative: 'Brazil IGF' });
    expect(sent.text).toContain('Your request arrived');
    await administrator.signIn(keys['administrator'] ?? '');
    const list = await administrator.open('/en/administration/claims');
    expect(list.text).toContain('wanjiru@example.org');
    const field = /community-\d+/.exec(list.html)?.[0] ?? '';
    const fresh = await administrator.send(list, '/confirmation', { [field]: NRI });
    const key = /iww_[\w-]{43}/.exec(fresh.html)?.[0];
    const me = await fetch(`${running.url}/api/v1/me`, { headers: { authorization: `Bearer ${key ?? ''}` } });
    expect(await me.json()).toMatchObject({ communities: [{ code: NRI, roles: ['submitter'] }] });
    const held = await running.database.dataSource.query<unknown[]>(
      'SELECT FROM community_claim WHERE person IS NOT NULL OR address IS NOT NULL',
    );
    expect(held).toEqual([]);
  });

  it('is taken over the interface from anybody, told back without who sent it, and decided on once', async () => {
    const claim = {
      community: NRI,
      initiative: 'Brazil IGF',
      person: 'Iracema',
      address: 'iracema@example.org',
      evidence: 'https://example.org/team',
    };
    const wrong = await call('POST', '/claims', 'nobody', { ...claim, address: 'iracema', evidence: 'here' });
    expect([wrong.status, await wrong.json()]).toMatchObject([
      422,
      { errors: [{ code: 'claim_address' }, { code: 'claim_evidence' }] },
    ]);
    const sent = await call('POST', '/claims', 'nobody', claim);
    const told = await sent.text();
    expect([sent.status, told]).toEqual([201, expect.not.stringMatching(/iracema|brazil/i)]);
    const { id } = JSON.parse(told) as { readonly id: number };
    expect(await (await call('GET', '/claims', 'administrator')).json()).toEqual({
      items: [{ ...claim, id, sentAt: expect.stringMatching(/Z$/) as string }],
    });
    const decide = (who: string) =>
      call('POST', `/claims/${String(id)}/decisions`, who, { decision: 'confirm' });
    expect((await decide('member')).status).toBe(403);
    const { key } = (await (await decide('administrator')).json()) as {
      key: { key: string; roles: string[] };
    };
    expect(key).toMatchObject({ roles: ['submitter'], key: expect.stringMatching(/^iww_/) as string });
    expect((await decide('administrator')).status).toBe(404);
    expect(await (await call('GET', '/claims', 'administrator')).json()).toEqual({ items: [] });
  });
});

conductCases(() => running);
moderationCases(() => ({
  url: running.url,
  keys,
  surfaces: SURFACES,
  everywhere: EVERYWHERE,
  call,
  showing,
}));
participationCases(() => ({ running, administrator: keys['administrator'] ?? '' }));
