import type { KeyObject } from 'node:crypto';
import { KeyAdministrationService } from '../../src/access/key-administration.service.js';
import { AccessService } from '../../src/access/access.service.js';
import { CLIENT, startOpenIdProvider, type OpenIdProvider } from '../support/openid-provider.js';
import { PageReader, type ReadPage } from '../support/page-reader.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import {
  FOREIGN,
  idToken,
  OWN,
  startUntrueProvider,
  type UntrueProvider,
} from '../support/untrue-provider.js';
import { REVIEWING, SENDING } from './keys.js';

const settings = (issuer: string): Readonly<Record<string, string>> => ({
  IWW_OIDC_ISSUER: issuer,
  IWW_OIDC_CLIENT_ID: CLIENT.id,
  IWW_OIDC_CLIENT_SECRET: CLIENT.secret,
});
const keyIn = async ({ app }: RunningApp, community = SENDING): Promise<string> => {
  const request = { community, roles: ['submitter'], name: 'Somebody' };
  return (await app.get(AccessService).createKey(request)).key;
};
const START = '/en/sign-in/openid?to=%2Fen%2Fcontribute';

describe('signing in with a provider', () => {
  let provider: OpenIdProvider;
  let running: RunningApp;
  let key: string;
  let people = 0;

  beforeAll(async () => {
    provider = await startOpenIdProvider();
    running = await startApp({ environment: settings(provider.issuer) });
  }, 120_000);
  afterAll(async () => {
    await running.close();
    await provider.stop();
  });
  beforeEach(async () => {
    key = await keyIn(running);
    provider.somebody = `person-${String(++people)}@example.org`;
  });

  const visitor = (): PageReader => new PageReader(running.url);
  const isSignedIn = async (reader: PageReader): Promise<boolean> =>
    (await reader.open('/en/submissions')).path === '/en/submissions';
  const linkAs = async (reader: PageReader, shown: string): Promise<ReadPage> =>
    reader.send(await reader.open(START), '/sign-in/openid/link', { key: shown });
  /** Begins at the provider by the link that leads there from the account. */
  const linkFromAccount = async (reader: PageReader): Promise<ReadPage> => {
    const away = await reader.send(await reader.open('/en/account'), '/account/identities');
    const [, address = ''] = /href="(http:[^"]+)"/.exec(away.html) ?? [];
    return reader.open(address.replaceAll('&amp;', '&'));
  };
  const sql = (text: string): Promise<readonly Readonly<Record<string, unknown>>[]> =>
    running.database.dataSource.query<readonly Readonly<Record<string, unknown>>[]>(text);

  it('asks whoever is not known for the key once, and knows them from then on', async () => {
    const first = visitor();
    const unknown = await first.open(START);
    expect([unknown.status, unknown.path.split('?')[0]]).toEqual([200, '/en/sign-in/openid/callback']);
    expect(await isSignedIn(first)).toBe(false);
    const linked = await first.send(unknown, '/sign-in/openid/link', { key });
    expect([linked.status, linked.path]).toEqual([200, '/en/contribute']);
    const again = visitor();
    expect((await again.open(START)).path).toBe('/en/contribute');
    expect(await isSignedIn(again)).toBe(true);
  });

  it('keeps neither name nor address, nor logs them', async () => {
    await linkAs(visitor(), key);
    const found = await sql(
      `SELECT (SELECT count(*) FROM openid_identity i WHERE i::text LIKE '%person-%')::integer AS identities,
         (SELECT count(*) FROM audit_entry e WHERE e::text LIKE '%person-%')::integer AS entries,
         (SELECT array_agg(action ORDER BY id) FROM (SELECT * FROM audit_entry ORDER BY id DESC LIMIT 3) e) AS actions`,
    );
    const actions = ['session.refused', 'identity.linked', 'session.begun'];
    expect(found).toEqual([{ identities: 0, entries: 0, actions }]);
  });

  it('goes on in the language it began in', async () => {
    const page = await visitor().open('/fr/sign-in/openid');
    expect([page.path.split('?')[0], page.html.includes('<html lang="fr"')]).toEqual([
      '/fr/sign-in/openid/callback',
      true,
    ]);
  });

  it('links no identity with a key that is not in force, and says so', async () => {
    const reader = visitor();
    const refused = await linkAs(reader, `iww_${'w'.repeat(43)}`);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('id="key-fault"');
    expect((await reader.send(refused, '/sign-in/openid/link', { key })).path).toBe('/en/contribute');
  });

  it('links nothing that the provider did not vouch for in this browser', async () => {
    const [one, other] = [visitor(), visitor()];
    const foreign = (await one.open(START)).form('/sign-in/openid/link').hidden['identity'] ?? '';
    const page = await other.open(START);
    const taken = await other.send(page, '/sign-in/openid/link', { key, identity: foreign });
    expect([taken.status, await isSignedIn(other)]).toEqual([403, false]);
  });

  it('says to whoever turns back that nobody was signed in', async () => {
    provider.somebody = undefined;
    const page = await visitor().open(START);
    expect([page.status, page.text.includes('Nobody was signed in')]).toEqual([403, true]);
    expect(page.form('/sign-in').hidden['to']).toBe('/en/contribute');
  });

  it('lets an answer count once, and in the browser alone that asked', async () => {
    const reader = visitor();
    const callback = (await reader.open(START)).path;
    expect((await reader.open(callback)).status).toBe(403);
    const victim = visitor();
    await victim.open('/en/sign-in');
    expect([(await victim.open(callback)).status, await isSignedIn(victim)]).toEqual([403, false]);
  });

  it.each([
    ['changed', (state: string) => `${state.slice(0, -1)}${state.endsWith('A') ? 'B' : 'A'}`],
    ['empty', () => ''],
    ['of another making', () => 'e30.AAAA'],
  ])('takes no answer with a state that is %s', async (_what, change) => {
    const reader = visitor();
    const address = new URL((await reader.open(START)).path, running.url);
    address.searchParams.set('state', change(address.searchParams.get('state') ?? ''));
    const page = await reader.open(`/sign-in/openid${address.search}`);
    expect([page.status, page.text.includes('That took too long')]).toEqual([403, true]);
  });

  it('leads nowhere but to a page of ours', async () => {
    await linkAs(visitor(), key);
    const page = await visitor().open('/en/sign-in/openid?to=https%3A%2F%2Fevil.example%2Fx');
    expect(page.path).toBe('/en/submissions');
  });

  it('is linked and unlinked on the account page; unlinking ends the sessions begun with it', async () => {
    const owner = visitor();
    await owner.signIn(key);
    expect((await linkFromAccount(owner)).path).toBe('/en/account');
    const other = visitor();
    await other.open(START);
    expect(await isSignedIn(other)).toBe(true);
    const account = await owner.open('/en/account');
    const [, removal = ''] = /(\/account\/identities\/\d+\/removal)/.exec(account.html) ?? [];
    expect((await owner.send(account, removal)).status).toBe(200);
    expect([await isSignedIn(other), await isSignedIn(owner)]).toEqual([false, true]);
    expect((await visitor().open(START)).path).toContain('/callback');
  });

  it('is linked by one person alone', async () => {
    await linkAs(visitor(), key);
    const [stranger, other] = [visitor(), await keyIn(running, REVIEWING)];
    await stranger.signIn(other);
    const page = await linkFromAccount(stranger);
    expect([page.status, page.text.includes('linked with somebody else')]).toEqual([409, true]);
    const back = visitor();
    await back.open(START);
    expect(await isSignedIn(back)).toBe(true);
  });

  it('unlinks no identity of somebody else', async () => {
    await linkAs(visitor(), key);
    const [{ id } = { id: 0 }] = await sql('SELECT max(id) AS id FROM openid_identity');
    const stranger = visitor();
    await stranger.signIn(await keyIn(running, REVIEWING));
    const { hidden } = (await stranger.open('/en/account')).form('/account/identities');
    await fetch(`${running.url}/en/account/identities/${String(id)}/removal`, {
      method: 'POST',
      headers: { cookie: `iww=${stranger.held.get('iww') ?? ''}` },
      body: new URLSearchParams(hidden),
    });
    expect(await sql(`SELECT id FROM openid_identity WHERE id = ${String(id)}`)).toHaveLength(1);
  });

  it('lasts as long as the key it was linked with', async () => {
    const reader = visitor();
    await linkAs(reader, key);
    const [{ id } = { id: 0 }] = await sql('SELECT max(id) AS id FROM api_key');
    await running.app.get(KeyAdministrationService).revoke('operator', Number(id));
    expect(await isSignedIn(reader)).toBe(false);
    const page = await visitor().open(START);
    expect([page.status, page.path.includes('/callback')]).toEqual([200, true]);
  });

  it('goes on with the key that was made in place of the one it was linked with', async () => {
    await linkAs(visitor(), key);
    const [{ id } = { id: 0 }] = await sql('SELECT max(id) AS id FROM api_key');
    await running.app.get(KeyAdministrationService).reissue('operator', Number(id));
    const reader = visitor();
    await reader.open(START);
    expect(await isSignedIn(reader)).toBe(true);
  });

  it('moves to another key of the same person when that is shown', async () => {
    const administration = running.app.get(KeyAdministrationService);
    const request = { community: SENDING, roles: ['submitter'], name: 'First' };
    const first = await administration.create('operator', request);
    const further = { contributorId: first.contributorId, roles: ['submitter'], name: 'Second' };
    const second = await administration.create('operator', further);
    await linkAs(visitor(), first.key);
    await administration.revoke('operator', first.id);
    expect((await linkAs(visitor(), second.key)).path).toBe('/en/contribute');
    const reader = visitor();
    await reader.open(START);
    expect(await isSignedIn(reader)).toBe(true);
  });

  it('says that the provider does not answer, and leaves the key as a way in', async () => {
    const away = await fetch(running.url + START, { redirect: 'manual' });
    const state = new URL(away.headers.get('location') ?? '').searchParams.get('state') ?? '';
    const cookie = away.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    await provider.stop();
    const query = new URLSearchParams({ code: 'any', state, iss: provider.issuer }).toString();
    const answer = await fetch(`${running.url}/en/sign-in/openid/callback?${query}`, { headers: { cookie } });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30']);
    expect(await answer.text()).toContain('id="key"');
  });
});

describe('a provider that says something untrue', () => {
  let provider: UntrueProvider;
  let running: RunningApp;

  beforeAll(async () => {
    provider = await startUntrueProvider();
    provider.isUp = false;
    running = await startApp({ environment: settings(provider.issuer) });
  }, 120_000);
  afterAll(async () => {
    await running.close();
    provider.stop();
  });

  /** Goes to the provider and comes back with a token of these claims. */
  async function comeBackWith(
    claims: Readonly<Record<string, unknown>>,
    key: KeyObject | null = OWN.privateKey,
  ) {
    const away = await fetch(running.url + START, { redirect: 'manual' });
    const asked = new URL(away.headers.get('location') ?? '').searchParams;
    const cookie = away.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    provider.token = idToken(provider.issuer, { nonce: asked.get('nonce'), ...claims }, key);
    const query = new URLSearchParams({ code: 'any', state: asked.get('state') ?? '' }).toString();
    const answer = await fetch(`${running.url}/en/sign-in/openid/callback?${query}`, { headers: { cookie } });
    return { status: answer.status, html: await answer.text() };
  }

  it('stops nothing while it is away, and is found as soon as it is there', async () => {
    const away = await fetch(running.url + START, { redirect: 'manual' });
    expect([away.status, (await away.text()).includes('cannot be reached')]).toEqual([503, true]);
    provider.isUp = true;
    const { status, html } = await comeBackWith({});
    expect([status, html.includes('name="identity"')]).toEqual([200, true]);
  });

  it.each([
    ['twenty seconds in the past', { exp: -20 }],
    ['twenty seconds in the future', { iat: 20 }],
  ])('is believed when its clock is %s', async (_what, times) => {
    expect((await comeBackWith(fromNow(times))).status).toBe(200);
  });

  it.each<[string, Readonly<Record<string, unknown>>, KeyObject | null]>([
    ['is signed with another key', {}, FOREIGN.privateKey],
    ['is not signed', {}, null],
    ['is out of date', { exp: -120 }, OWN.privateKey],
    ['begins later', { nbf: 3_600 }, OWN.privateKey],
    ['was made for somebody else', { aud: 'another-client' }, OWN.privateKey],
    ['comes from another issuer', { iss: 'https://evil.example' }, OWN.privateKey],
    ['answers another question', { nonce: 'another' }, OWN.privateKey],
    ['answers no question', { nonce: undefined }, OWN.privateKey],
    ['names nobody', { sub: undefined }, OWN.privateKey],
  ])('is not believed when the token %s', async (_what, claims, key) => {
    const { status, html } = await comeBackWith(fromNow(claims), key);
    expect([status, html.includes('This answer cannot be trusted')]).toEqual([403, true]);
    expect(html).not.toContain('name="identity"');
  });
});

/** Times given in seconds from now. */
function fromNow(claims: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const now = Math.floor(Date.now() / 1_000);
  return Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [name, typeof value === 'number' ? now + value : value]),
  );
}
