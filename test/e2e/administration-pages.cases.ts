import { AccessService } from '../../src/access/access.service.js';
import { PageReader, type ReadPage } from '../support/page-reader.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { SENDING } from './keys.js';

type KeyRequest = Parameters<AccessService['createKey']>[0];

describe('the pages of administrators', () => {
  let running: RunningApp;
  let administrator: PageReader;
  let auditor: PageReader;
  let sender: PageReader;

  beforeAll(async () => {
    running = await startApp();
    administrator = await readerFor({ globalRoles: ['administrator'], name: 'Ada' });
    auditor = await readerFor({ globalRoles: ['auditor'], name: 'Aude' });
    sender = await readerFor({ community: SENDING, roles: ['submitter'], name: 'Sender' });
  }, 120_000);
  afterAll(() => running.close());

  async function readerFor(request: KeyRequest): Promise<PageReader> {
    const reader = new PageReader(running.url);
    await reader.signIn((await running.app.get(AccessService).createKey(request)).key);
    return reader;
  }
  const PAGES = ['', '/communities', `/communities/${SENDING}`, '/contributors', '/contributors/1', '/keys'];
  const secretIn = (page: ReadPage): string => /iww_[\w-]{43}/.exec(page.html)?.[0] ?? '';
  const linkIn = (page: ReadPage, pattern: RegExp): string => pattern.exec(page.html)?.[0] ?? '';
  const admin = (path: string): Promise<ReadPage> => administrator.open(`/en/administration${path}`);

  it.each(PAGES)('are for administrators and auditors alone: %s', async (path) => {
    const address = `/en/administration${path}`;
    const stranger = await new PageReader(running.url).open(address);
    expect(stranger.path).toBe(`/en/sign-in?to=${encodeURIComponent(address)}`);
    const statuses = [administrator, auditor, sender].map(async (one) => (await one.open(address)).status);
    expect(await Promise.all(statuses)).toEqual([200, 200, 403]);
  });

  it.each(PAGES)('show auditors no form that changes anything: %s', async (path) => {
    const page = await auditor.open(`/en/administration${path}`);
    const forms = [...page.html.matchAll(/<form\b[^>]*action="([^"]*)"[^>]*method="post"/g)];
    expect(forms.map(([, action]) => action)).toEqual(['/en/sign-out']);
  });

  it.each([
    ['', '/administration'],
    [`/communities/${SENDING}`, '/administration/communities'],
    ['/contributors/1', '/administration/contributors'],
    ['/keys', '/administration/keys'],
  ])('say in their navigation where one is: %s', async (path, section) => {
    const { html } = await admin(path);
    const navigation = /<nav class="kicker".*?<\/nav>/s.exec(html)?.[0] ?? '';
    const current = [...navigation.matchAll(/<a href="\/en([^"]*)" aria-current="true">/g)];
    expect(current.map(([, address]) => address)).toEqual([section]);
  });

  it('are linked for whoever may open them, and for nobody else', async () => {
    const [one, other] = [await administrator.open('/en/notices'), await sender.open('/en/notices')];
    expect([one, other].map(({ html }) => html.includes('href="/en/administration"'))).toEqual([true, false]);
  });

  it.each([
    '/communities',
    `/communities/${SENDING}`,
    `/communities/${SENDING}/hiding`,
    '/contributors/1/roles',
    '/contributors/1/sessions/removal',
    '/contributors/1/erasure',
    '/keys',
    '/keys/1/revocation',
    '/keys/1/replacement',
  ])('take no form of somebody else, nor one without its token: %s', async (path) => {
    const post = async (reader: PageReader, token: string): Promise<number> => {
      const answer = await fetch(`${running.url}/en/administration${path}`, {
        method: 'POST',
        headers: { cookie: `iww=${reader.held.get('iww') ?? ''}` },
        body: new URLSearchParams({ _token: token, number: '1', once: path }),
      });
      return answer.status;
    };
    const tokenOf = async (reader: PageReader): Promise<string> =>
      (await reader.open('/en/notices')).form('/sign-out').hidden['_token'] ?? '';
    expect(await post(administrator, 'forged')).toBe(403);
    expect(await post(auditor, await tokenOf(auditor))).toBe(403);
    expect(await post(sender, await tokenOf(sender))).toBe(403);
  });

  it.each([
    '/administration/communities?state=%00',
    '/administration/contributors?community=%00&role=x&after=-1',
    '/administration/keys?state=%27&community=%00&contributor=1e9&after=x',
    '/administration/keys?contributor=999999',
    '/audit?subject=%00&action=%27;--&who=x&request=%00',
    '/audit?from=0000-00-00&to=9999-99-99',
    '/audit?subject=a&subject=b&after=99999999999',
  ])('answer what was typed into their address by hand: %s', async (address) => {
    expect([200, 400, 404, 422]).toContain((await administrator.open(`/en${address}`)).status);
  });

  describe('of communities', () => {
    const NEW = { code: 'lake-igf', name: 'Lake IGF', kind: 'sub-regional', areas: 'KEN uga' };

    it('add one, mend what is wrong with it, show it and hide it again', async () => {
      const list = await admin('/communities');
      const refused = await administrator.send(list, '/communities', NEW);
      expect(refused.status).toBe(422);
      expect(refused.html).toMatch(/<input id="areas"[^>]*aria-invalid="true"[^>]*="areas-fault/);
      expect(refused.html).toContain('value="Lake IGF"');
      const added = await administrator.send(refused, '/communities', { ...NEW, areas: 'KEN UGA' });
      expect([added.status, added.path]).toEqual([200, '/en/administration/communities/lake-igf']);
      expect(added.text).toContain('not confirmed yet');
      const shown = await administrator.send(added, '/lake-igf/confirmation');
      expect(shown.text).toContain('It is shown');
      const hidden = await administrator.send(shown, '/lake-igf/hiding');
      expect(hidden.text).toContain('not confirmed yet');
      const twice = await administrator.send(await admin('/communities'), '/communities', {
        ...NEW,
        areas: '',
      });
      expect([twice.status, /<input id="code"[^>]*aria-invalid="true"/.test(twice.html)]).toEqual([
        409,
        true,
      ]);
    });

    it('refuse a change of what somebody else changed meanwhile, and keep what was written', async () => {
      const path = `/communities/${SENDING}`;
      const [mine, theirs] = [await admin(path), await admin(path)];
      const told = { name: 'African IGF', kind: 'regional', areas: '' };
      expect((await administrator.send(theirs, path, told)).status).toBe(200);
      const stale = await administrator.send(mine, path, { ...told, name: 'Another name' });
      expect([stale.status, stale.html.includes('value="Another name"')]).toEqual([412, true]);
      expect((await administrator.send(stale, path, { ...told, name: 'Another name' })).text).toContain(
        'Another name',
      );
    });

    it.each([['nowhere'], ['%00'], ['..%2f'], ['a very long one', 'x'.repeat(300)]])(
      'know no community %s',
      async (name, code = name) => {
        expect((await admin(`/communities/${code}`)).status).toBe(404);
      },
    );
  });

  describe('of keys and people', () => {
    it('show a new key once, and not again when its page is loaded again', async () => {
      const list = await admin('/keys');
      const asked = {
        name: 'Kofi',
        community: SENDING,
        role: ['submitter', 'reviewer'],
        days: '30',
        areas: '',
      };
      const made = await administrator.send(list, '/administration/keys', asked);
      expect([made.status, made.response.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
      expect(made.path).not.toContain('iww_');
      const again = await administrator.send(list, '/administration/keys', asked);
      expect([again.status, secretIn(again)]).toEqual([409, '']);
      expect(again.text).toContain('This form was sent before');
      const known = await administrator.open(linkIn(made, /\/en\/administration\/keys\/\d+/));
      expect([known.status, secretIn(known)]).toEqual([200, '']);
      const kofi = new PageReader(running.url);
      expect((await kofi.signIn(secretIn(made))).path).toBe('/en/submissions');
    });

    it.each([
      [{ name: '' }, 'name'],
      [{ days: '0' }, 'days'],
      [{ areas: 'XXX' }, 'areas'],
      [{ community: 'nowhere' }, 'community'],
      [{ role: [] }, 'roles'],
      [{ role: ['administrator'] }, 'roles'],
    ])('make no key when %j is asked for, and lead to the field', async (wrong, field) => {
      const asked = {
        name: 'Kofi',
        community: SENDING,
        role: ['submitter'],
        days: '30',
        areas: '',
        ...wrong,
      };
      const refused = await administrator.send(await admin('/keys'), '/administration/keys', asked);
      expect([422, 404]).toContain(refused.status);
      expect(refused.html).toContain(`href="#${field}"`);
      expect(refused.html).toMatch(new RegExp(`id="${field}"[^>]*aria-describedby="[^"]*fault`));
      expect(secretIn(refused)).toBe('');
    });

    it('replace a key and revoke it', async () => {
      const asked = { name: 'Lost', community: SENDING, role: 'submitter', days: '30' };
      const made = await administrator.send(await admin('/keys'), '/administration/keys', asked);
      const first = await administrator.open(linkIn(made, /\/en\/administration\/keys\/\d+/));
      const second = await administrator.send(first, '/replacement');
      expect(secretIn(second)).not.toBe('');
      expect((await new PageReader(running.url).signIn(secretIn(made))).status).toBe(422);
      const owner = new PageReader(running.url);
      expect((await owner.signIn(secretIn(second))).status).toBe(200);
      const page = await administrator.open(linkIn(second, /\/en\/administration\/keys\/\d+/));
      const revoked = await administrator.send(page, '/revocation', { reason: 'It was found on a bus.' });
      expect(revoked.text).toContain('Revoked on');
      expect((await owner.open('/en/submissions')).path).toContain('/sign-in');
    });

    it('say where somebody belongs and what they may do, until they are erased', async () => {
      const asked = { name: 'Wanjiru', community: SENDING, role: 'submitter', days: '30' };
      const made = await administrator.send(await admin('/keys'), '/administration/keys', asked);
      const key = await administrator.open(linkIn(made, /\/en\/administration\/keys\/\d+/));
      let page = await administrator.open(linkIn(key, /\/en\/administration\/contributors\/\d+/));
      const wanjiru = page.path;
      page = await administrator.send(page, '/memberships', { community: 'arab-igf', role: 'reviewer' });
      expect([page.path, page.text.includes('reviews what others send')]).toEqual([wanjiru, true]);
      page = await administrator.send(page, `/memberships/${SENDING}`, { role: ['submitter', 'reviewer'] });
      page = await administrator.send(page, '/memberships/arab-igf/removal');
      expect(page.text).toContain('Left it.');
      page = await administrator.send(page, '/roles', { role: 'publisher' });
      expect(page.text).toContain('publisher');
      const asking = await administrator.open(`${wanjiru}/erasure`);
      const unsure = await administrator.send(asking, '/erasure', { number: '0' });
      expect([unsure.status, unsure.text.includes('Nothing was erased')]).toEqual([422, true]);
      const number = wanjiru.split('/').at(-1) ?? '';
      const erased = await administrator.send(unsure, '/erasure', { number });
      expect([erased.path, erased.text.includes('Wanjiru')]).toEqual([wanjiru, false]);
      expect(erased.text).toContain(`Number ${number}, erased`);
      expect((await new PageReader(running.url).signIn(secretIn(made))).status).toBe(422);
    });

    it('sign somebody out everywhere, and leave their key in force', async () => {
      const asked = { name: 'Lost laptop', community: SENDING, role: 'submitter', days: '30' };
      const made = await administrator.send(await admin('/keys'), '/administration/keys', asked);
      const owner = new PageReader(running.url);
      await owner.signIn(secretIn(made));
      const key = await administrator.open(linkIn(made, /\/en\/administration\/keys\/\d+/));
      const page = await administrator.open(linkIn(key, /\/en\/administration\/contributors\/\d+/));
      const after = await administrator.send(page, '/sessions/removal');
      expect([after.status, after.path]).toEqual([200, page.path]);
      expect((await owner.open('/en/submissions')).path).toContain('/sign-in');
      expect((await new PageReader(running.url).signIn(secretIn(made))).status).toBe(200);
      const id = page.path.split('/').at(-1) ?? '';
      const told = await administrator.open(`/en/audit?subject=contributor%3A${id}&action=session.ended`);
      expect(told.text).toContain('Signed out everywhere');
      expect(told.text).toContain('(administrator)');
    });

    it('refuse a change of what somebody else changed meanwhile', async () => {
      const asked = { name: 'Twice', community: SENDING, role: 'submitter', days: '30' };
      const made = await administrator.send(await admin('/keys'), '/administration/keys', asked);
      const key = await administrator.open(linkIn(made, /\/en\/administration\/keys\/\d+/));
      const page = await administrator.open(linkIn(key, /\/en\/administration\/contributors\/\d+/));
      await administrator.send(page, '/roles', { role: 'publisher' });
      expect((await administrator.send(page, '/roles', { role: 'auditor' })).status).toBe(412);
    });

    it.each(['0', '999999999', '99999999999999999999', 'x', '%00'])('know nobody numbered %s', async (id) => {
      const pages = await Promise.all([admin(`/contributors/${id}`), admin(`/keys/${id}`)]);
      expect(pages.map(({ status }) => status)).toEqual([404, 404]);
    });

    it('never let the last administrator go', async () => {
      const list = await admin('/contributors?role=administrator');
      const people = new Set(list.html.match(/\/en\/administration\/contributors\/\d+/g));
      expect(people.size).toBe(1);
      const [last = ''] = people;
      const refused = await administrator.send(await administrator.open(last), '/roles', {});
      expect([refused.status, refused.html.includes('role="alert"')]).toEqual([409, true]);
    });
  });
});
