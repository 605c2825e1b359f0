import papaparse from 'papaparse';
import { AccessService } from '../../src/access/access.service.js';
import { KeyAdministrationService } from '../../src/access/key-administration.service.js';
import { PageReader, type ReadPage } from '../support/page-reader.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { unguarded } from '../support/unguarded.js';
import { SENDING } from './keys.js';

describe('the pages of the audit trail', () => {
  let running: RunningApp;
  let auditor: PageReader;
  let keyId: number;
  let contributorId: number;

  beforeAll(async () => {
    running = await startApp();
    const access = running.app.get(AccessService);
    auditor = new PageReader(running.url);
    await auditor.signIn((await access.createKey({ globalRoles: ['auditor'], name: 'Aude' })).key);
    const request = { community: SENDING, roles: ['submitter'], name: 'Sender' };
    ({ id: keyId, contributorId } = await access.createKey(request));
    await running.app.get(KeyAdministrationService).revoke('operator', keyId, { reason: 'It was lost.' });
  }, 120_000);
  afterAll(() => running.close());

  const audit = (query: Readonly<Record<string, string>> = {}): Promise<ReadPage> =>
    auditor.open(`/en/audit?${new URLSearchParams(query).toString()}`);
  const numbersIn = ({ html }: ReadPage): readonly number[] =>
    [...html.matchAll(/id="entry-(\d+)"/g)].map(([, number]) => Number(number));

  it('are for administrators and auditors alone', async () => {
    const administrator = new PageReader(running.url);
    const publisher = new PageReader(running.url);
    const access = running.app.get(AccessService);
    const [one, other] = ['administrator', 'publisher'].map((role) =>
      access.createKey({ globalRoles: [role], name: role }),
    );
    await administrator.signIn((await one)?.key ?? '');
    await publisher.signIn((await other)?.key ?? '');
    for (const path of ['/en/audit', '/en/audit.csv']) {
      expect((await administrator.open(path)).status).toBe(200);
      expect((await publisher.open(path)).status).toBe(403);
      expect((await new PageReader(running.url).open(path)).path).toBe('/en/sign-in?to=%2Fen%2Faudit');
    }
  });

  it('tell what was done, the latest first, with what changed and why', async () => {
    const page = await audit({ subject: `key:${String(keyId)}` });
    const numbers = numbersIn(page);
    expect(numbers).toHaveLength(2);
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    expect(page.text).toMatch(/Key revoked .* reason: It was lost\. .* Key made/);
    expect(page.html).toMatch(/<span class="code" dir="ltr">[\da-f]{64}</);
  });

  it.each([
    ['action', () => ({ action: 'key.revoked' }), 1],
    ['who', () => ({ who: '999999' }), 0],
    ['days before', () => ({ to: '2020-01-01' }), 0],
    ['days since', () => ({ from: '2020-01-01', subject: `contributor:${String(contributorId)}` }), 1],
    ['request', () => ({ request: 'req-unknown' }), 0],
  ])('choose by %s', async (_what, query, count) => {
    const page = await audit(query());
    expect([page.status, numbersIn(page).length]).toEqual([200, count]);
  });

  it('say of what is no day that it is none', async () => {
    const page = await audit({ from: '2026-02-31x' });
    expect(page.status).toBe(422);
    expect(page.html).toMatch(/<input id="from"[^>]*aria-invalid="true"/);
  });

  it('go on to the first entry, and leave none out', async () => {
    const seen: number[] = [];
    let page = await audit();
    for (;;) {
      seen.push(...numbersIn(page));
      const [, next] = /<p><a href="(\/en\/audit\?[^"]*after=\d+)"/.exec(page.html) ?? [];
      if (next === undefined) break;
      page = await auditor.open(next.replaceAll('&amp;', '&'));
    }
    expect(seen.at(-1)).toBe(1);
    expect(seen).toEqual(Array.from({ length: seen.length }, (_, at) => seen.length - at));
  });

  it('come for a spreadsheet with every entry that was asked for', async () => {
    const page = await auditor.open('/en/audit.csv?action=community.added');
    expect(page.response.headers.get('content-type')).toContain('text/csv');
    const { data } = papaparse.parse<Record<string, string>>(page.html.replace(/^\uFEFF/, '').trim(), {
      header: true,
    });
    const [{ count } = { count: 0 }] = await running.database.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::integer FROM audit_entry WHERE action = 'community.added'`,
    );
    expect([data.length, new Set(data.map(({ action }) => action))]).toEqual([
      count,
      new Set(['community.added']),
    ]);
  });

  it('look the whole trail through, and find what was changed', async () => {
    const whole = await auditor.send(await audit(), '/audit/verification');
    expect([whole.status, whole.text.includes('The trail is whole')]).toEqual([200, true]);
    await unguarded(
      running.database.dataSource,
      `UPDATE audit_entry SET detail = '{}' WHERE subject = $1 AND action = 'key.revoked'`,
      [`key:${String(keyId)}`],
    );
    const broken = await auditor.send(await audit(), '/audit/verification');
    expect(broken.text).toContain('The trail is not as it was written');
    expect(broken.html).toContain('role="alert"');
  });
});
