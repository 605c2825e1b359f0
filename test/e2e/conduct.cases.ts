import { AccessService } from '../../src/access/access.service.js';
import { CODE_OF_CONDUCT } from '../../src/platform/code-of-conduct.js';
import { PageReader } from '../support/page-reader.js';
import type { RunningApp } from '../support/running-app.js';

const NRI = 'brazil-igf';
const CHARGE = 'The government has failed everybody. 52 % of schools are offline.';
const STATEMENT = { area: 'BRA', subject: 'country', texts: { en: CHARGE } };

/** The Code of Conduct: accepted before somebody writes, and hints while they do. */
export function conductCases(of: () => RunningApp): void {
  describe('the Code of Conduct', () => {
    const newcomer = async (): Promise<string> => {
      const name = 'Newcomer';
      const request = { community: NRI, roles: ['submitter'], name };
      return (await of().app.get(AccessService).createKey(request)).key;
    };
    const asking =
      (key: string) =>
      (method: string, path: string, body?: unknown): Promise<Response> =>
        fetch(`${of().url}/api/v1${path}`, {
          method,
          headers: { authorization: `Bearer ${key}`, 'if-match': '*', 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });

    it('is accepted over the interface before what is published is taken, whatever hints there are', async () => {
      const ask = asking(await newcomer());
      const refused = await ask('POST', '/statements', STATEMENT);
      expect([refused.status, await refused.json()]).toMatchObject([
        403,
        { type: '/problems/conduct_not_accepted' },
      ]);
      expect((await ask('PUT', '/me/conduct', { version: '0.9' })).status).toBe(422);
      expect((await ask('PUT', '/me/conduct', { version: CODE_OF_CONDUCT.version })).status).toBe(200);
      const me = await (await ask('GET', '/me')).json();
      expect(me).toMatchObject({ conduct: { ...CODE_OF_CONDUCT, isAccepted: true } });
      expect((await ask('POST', '/statements', STATEMENT)).status).toBe(201);
    });

    it('is not asked for figures', async () => {
      const ask = asking(await newcomer());
      const figure = {
        indicator: 'UI_NETUSE',
        country: 'BRA',
        year: 2021,
        value: 81,
        source: 'Household survey',
      };
      const sent = await ask('POST', '/submissions', { rows: [figure] });
      expect(sent.status).toBe(201);
    });

    it('is accepted on a page that stands before the form, once', async () => {
      const reader = new PageReader(of().url);
      await reader.signIn(await newcomer());
      const address = '/en/statements/new?area=BRA';
      const asked = await reader.open(address);
      expect([asked.status, asked.text.includes('Accept the Code of Conduct')]).toEqual([200, true]);
      const unticked = await reader.send(asked, '/conduct/acceptance');
      expect([unticked.status, unticked.text.includes('Tick the box')]).toEqual([422, true]);
      const form = await reader.send(unticked, '/conduct/acceptance', { agree: 'yes' });
      expect([form.path, form.form('/statements').action]).toEqual([address, '/en/statements']);
      expect((await reader.open('/en/account')).text).toContain('You accepted version');
    });

    it('is recorded with a claim, and its member is not asked again', async () => {
      const { url, app } = of();
      const visitor = new PageReader(url);
      const claim = { initiative: 'Brazil IGF', person: 'Ana', address: 'ana@example.org' };
      const evidence = 'https://example.org/people';
      const form = await visitor.open(`/en/claim?community=${NRI}`);
      await visitor.send(form, '/claim', { ...claim, evidence, conduct: 'yes' });
      const administrator = { globalRoles: ['administrator'], name: 'Ada' };
      const ask = asking((await app.get(AccessService).createKey(administrator)).key);
      const { items } = (await (await ask('GET', '/claims')).json()) as { items: { id: number }[] };
      const id = items.at(-1)?.id ?? 0;
      const confirmed = await ask('POST', `/claims/${String(id)}/decisions`, { decision: 'confirm' });
      const key = /iww_[\w-]{43}/.exec(await confirmed.text())?.[0] ?? '';
      expect(await (await asking(key)('GET', '/me')).json()).toMatchObject({ conduct: { isAccepted: true } });
    });
  });

  describe('hints on a text', () => {
    it('bring a form back once with what was written, and it is then taken as it is', async () => {
      const reader = new PageReader(of().url);
      const request = {
        community: NRI,
        roles: ['submitter'],
        name: 'Writer',
        acceptsConduct: 'page',
      } as const;
      await reader.signIn((await of().app.get(AccessService).createKey(request)).key);
      const form = await reader.open('/en/statements/new?area=BRA');
      const fields = { community: NRI, subject: 'country', 'texts.en': CHARGE };
      const again = await reader.send(form, '/statements', fields);
      expect(again.status).toBe(200);
      for (const words of ['3 places to look at', '“government”', '“52 %”', CHARGE]) {
        expect(again.text).toContain(words);
      }
      const taken = await reader.send(again, '/statements', fields);
      expect(taken.text).toContain('waits for a moderator');
    });

    it('are answered to anybody who asks, in their language', async () => {
      const answer = await fetch(`${of().url}/api/v1/wording?lang=en`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text: 'Le gouvernement du Mali a menti.', language: 'fr', about: 'NER' }),
      });
      expect(await answer.json()).toMatchObject({
        hints: [{ kind: 'names_government', start: 3, end: 23, quoted: 'gouvernement du Mali' }],
      });
    });
  });
}
