import { AccessService } from '../../src/access/access.service.js';
import type { AuditListResponse } from '../../src/api/audit/audit.response.js';
import { headText, type SignedHead } from '../../src/platform/audit/signed-head.js';
import { AuditHeadsService } from '../../src/platform/audit/audit-heads.service.js';
import { AuditRepository } from '../../src/platform/audit/audit.repository.js';
import { isSignedBy } from '../../src/platform/signature.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { THREE_INDICATORS } from '../unit/catalogue/seeds-with.js';

describe('audit', () => {
  let running: RunningApp;
  let auditor: string;
  beforeAll(async () => {
    running = await startApp({ seeds: THREE_INDICATORS });
    const access = running.app.get(AccessService);
    ({ key: auditor } = await access.createKey({ globalRoles: ['auditor'], name: 'Auditor' }));
  }, 120_000);
  afterAll(() => running.close());

  const ask = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${running.url}/api/v1/${path}`, { headers: { authorization: `Bearer ${auditor}`, ...headers } });
  const read = async (query: string): Promise<AuditListResponse> =>
    (await (await ask(`audit?${query}`)).json()) as AuditListResponse;
  const write = (subject: string, detail: object = {}) =>
    running.app.get(AuditRepository).append(running.database.dataSource.manager, {
      ...{ action: 'thing.done', subject, detail: { ...detail }, requestId: `of-${subject}` },
    });

  describe('the audit trail over the interface', () => {
    it('tells who did what, the newest first, with number and hash', async () => {
      await write('thing:1', { before: 1, after: 2 });
      const { items, next } = await read('limit=1');
      expect(items).toEqual([
        {
          number: expect.any(Number),
          at: expect.stringMatching(/Z$/),
          contributor: null,
          role: null,
          action: 'thing.done',
          subject: 'thing:1',
          detail: { before: 1, after: 2 },
          requestId: 'of-thing:1',
          hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      ]);
      expect(next).not.toBeNull();
    });

    it('is filtered by subject, action, contributor, time and request', async () => {
      await write('thing:2');
      const numbers = async (query: string) => (await read(query)).items.map(({ subject }) => subject);
      expect(await numbers('subject=thing:2')).toEqual(['thing:2']);
      expect(await numbers('requestId=of-thing:2')).toEqual(['thing:2']);
      expect(await numbers('action=thing.done&subject=thing:2')).toEqual(['thing:2']);
      expect(await numbers('contributor=999999999')).toEqual([]);
      expect(await numbers('subject=thing:2&to=2020-01-01T00:00:00Z')).toEqual([]);
      expect(await numbers('subject=thing:2&from=2020-01-01T00:00:00Z')).toEqual(['thing:2']);
    });

    it.each([
      'from=yesterday',
      'from=2026-02-30T00:00:00Z',
      'contributor=-1',
      'order=random',
      'who=me',
      'cursor=x',
    ])('refuses %s', async (query) => {
      expect((await ask(`audit?${query}`)).status).toBe(400);
    });

    it.each(['newest', 'oldest'])(
      'comes in pages, the %s first, that repeat and miss nothing meanwhile',
      async (order) => {
        const before = (await read('limit=1')).items[0]?.number ?? 0;
        const numbers: number[] = [];
        for (let path = `audit?limit=7&order=${order}`; path !== '';) {
          const answer = await ask(path);
          numbers.push(...((await answer.json()) as AuditListResponse).items.map(({ number }) => number));
          path = /<\/api\/v1\/(.*)>/.exec(answer.headers.get('link') ?? '')?.[1] ?? '';
          if (numbers.length < 40) await write('thing:meanwhile');
        }
        const expected = Array.from({ length: before }, (_, place) => place + 1);
        const read_ = order === 'newest' ? numbers.toReversed() : numbers;
        expect(read_.slice(0, before)).toEqual(expected);
        expect(new Set(numbers).size).toBe(numbers.length);
      },
    );

    it('is a table for spreadsheets, whole unless asked for pages, in which no text is a formula', async () => {
      await write('=HYPERLINK("http://example.org")');
      const answer = await ask('audit.csv');
      expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
      const lines = (await answer.text()).trimEnd().split('\r\n');
      expect(lines[0]).toBe('number,at,contributor,role,action,subject,detail,request_id,hash');
      const newest = (await read('limit=1')).items[0]?.number;
      expect(lines).toHaveLength(1 + Number(newest));
      expect(lines[1]).toContain(`"'=HYPERLINK(""http://example.org"")"`);
      const page = await ask('audit?limit=2', { accept: 'text/csv' });
      expect((await page.text()).trimEnd().split('\r\n')).toHaveLength(3);
      expect(page.headers.get('link')).toContain('rel="next"');
    });

    it('does not write down that it was read', async () => {
      const before = (await read('limit=1')).items[0]?.number;
      await ask('audit.csv').then((answer) => answer.text());
      expect((await read('limit=1')).items[0]?.number).toBe(before);
    });
  });

  describe('the public key of the installation', () => {
    it('fits the heads that it signs', async () => {
      const key = await fetch(`${running.url}/api/v1/signing-key.pem`);
      expect(key.headers.get('content-type')).toBe('application/x-pem-file');
      const head = (await running.app.get(AuditHeadsService).note()) as SignedHead;
      expect(isSignedBy(await key.text(), headText(head), head.signature)).toBe(true);
    });
  });
});
