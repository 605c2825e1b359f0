import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccessService } from '../../src/access/access.service.js';
import { CatalogueService } from '../../src/catalogue/catalogue.service.js';
import { commandProgram } from '../../src/commands/program.js';
import { CommunityAdministrationService } from '../../src/communities/community-administration.service.js';
import { printScore } from '../../src/language/print-score.js';
import { DigestRepository } from '../../src/reports/following/digest.repository.js';
import { DigestService } from '../../src/reports/following/digest.service.js';
import { FollowingService } from '../../src/reports/following/following.service.js';
import { ReleaseDiffService } from '../../src/reports/releases/release-diff.service.js';
import { ScoreIntervalsService } from '../../src/scoring/uncertainty/score-intervals.service.js';
import { startMailServer, type MailServer } from '../support/mail-server.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { unpack } from '../unit/reports/package/unpacked.js';
import { simulationProgram } from '../support/simulation-program.js';

let running: RunningApp;
let [ada, ben] = ['', ''];
let letterBox: MailServer;
beforeAll(async () => {
  letterBox = await startMailServer();
  running = await startApp({
    seeds: 'test/frameworks/goals-index',
    environment: {
      SMTP_URL: letterBox.url,
      IWW_MAIL_FROM: 'progress@example.org',
      IWW_PUBLIC_URL: 'https://progress.example.org',
    },
  });
  await running.app.get(ScoreIntervalsService).start(await simulationProgram());
  const key = async (name: string) =>
    (await running.app.get(AccessService).createKey({ globalRoles: ['publisher'], name })).key;
  [ada, ben] = [await key('Ada'), await key('Ben')];
}, 120_000);
afterAll(async () => {
  await running.close();
  await letterBox.stop();
});

const ask = (path: string, key?: string, request: RequestInit = {}): Promise<Response> =>
  fetch(`${running.url}${path}`, {
    ...request,
    headers: {
      ...(key === undefined || key === '' ? {} : { authorization: `Bearer ${key}` }),
      ...(request.headers as Record<string, string> | undefined),
    },
  });
const post = (path: string, key: string, body?: object, headers: Record<string, string> = {}) =>
  ask(path, key, {
    method: 'POST',
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const RELEASES = '/api/v1/releases';
const FILES = ['package.zip', 'manifest.json', 'manifest.json.sig', 'frozen.json'];

describe('a release over the interface', () => {
  it('is prepared once under an idempotency key, and seen by publishers alone', async () => {
    const asked = { id: '2026-1', date: '2026-11-23', note: 'The first' };
    const named = { 'idempotency-key': 'release-2026-1' };
    const made = await post(RELEASES, ada, asked, named);
    expect(made.status).toBe(201);
    expect(made.headers.get('location')).toBe('/api/v1/releases/2026-1');
    expect(await made.json()).toMatchObject({ id: '2026-1', state: 'prepared', before: null });
    expect((await post(RELEASES, ada, asked, named)).status).toBe(201);
    expect((await post(RELEASES, ada, asked)).status).toBe(409);
    expect((await ask(`${RELEASES}/2026-1`)).status).toBe(404);
    expect((await ask(`${RELEASES}/2026-1/package.zip`)).status).toBe(404);
    expect(await (await ask(RELEASES)).json()).toEqual({ items: [] });
    expect(await (await ask(RELEASES, ben)).json()).toMatchObject({ items: [{ id: '2026-1' }] });
  });

  it('is published by somebody else, on the manifest that was looked at', async () => {
    const publication = `${RELEASES}/2026-1/publication`;
    const tag = (await ask(`${RELEASES}/2026-1`, ben)).headers.get('etag') ?? '';
    expect((await post(publication, ben)).status).toBe(428);
    expect((await post(publication, ben, undefined, { 'if-match': `"${'0'.repeat(64)}.x"` })).status).toBe(
      412,
    );
    expect((await post(publication, ada, undefined, { 'if-match': tag })).status).toBe(403);
    const published = await post(publication, ben, undefined, { 'if-match': tag });
    expect(published.status).toBe(200);
    expect(await published.json()).toMatchObject({ state: 'published' });
    const withdrawal = { method: 'DELETE', headers: { 'if-match': '*' } };
    expect((await ask(`${RELEASES}/2026-1`, ada, withdrawal)).status).toBe(409);
  });

  it.each(FILES)('serves %s as it was hashed, for ever', async (name) => {
    const release = (await (await ask(`${RELEASES}/2026-1`)).json()) as {
      readonly files: readonly { readonly name: string; readonly sha256: string; readonly size: number }[];
    };
    const file = release.files.find((one) => one.name === name);
    const answer = await ask(`${RELEASES}/2026-1/${name}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect(answer.headers.get('etag')).toBe(`"${String(file?.sha256)}"`);
    expect(answer.headers.get('content-disposition')).toContain(name);
    expect((await answer.arrayBuffer()).byteLength).toBe(file?.size);
    const known = { headers: { 'if-none-match': `"${String(file?.sha256)}"` } };
    expect((await ask(`${RELEASES}/2026-1/${name}`, undefined, known)).status).toBe(304);
    const head = await ask(`${RELEASES}/2026-1/${name}`, undefined, { method: 'HEAD' });
    expect([head.status, head.headers.get('etag')]).toEqual([200, `"${String(file?.sha256)}"`]);
  });

  it('is listed as JSON and CSV, and cited', async () => {
    const csv = await (await ask(`${RELEASES}.csv`)).text();
    expect(csv.split('\r\n')[0]).toBe(
      'id,date,state,edition,method_version,revision,catalogue_version,prepared_at,published_at,manifest_sha256,note',
    );
    expect(csv).toContain('2026-1,2026-11-23,published');
    expect(await (await ask(`${RELEASES}/2026-1/citation.bib`)).text()).toContain('@misc{');
    expect(await (await ask(`${RELEASES}/2026-1/citation.cff`)).text()).toContain('cff-version: 1.2.0');
  });

  it('has a page that tells its files, how to prove it and how to cite it, in every language', async () => {
    const { files } = (await (await ask(`${RELEASES}/2026-1`)).json()) as {
      readonly files: readonly { readonly sha256: string }[];
    };
    for (const language of ['en', 'ar']) {
      const page = await (await ask(`/${language}/releases/2026-1`)).text();
      for (const { sha256 } of files) expect(page).toContain(sha256);
      expect(page).toContain('openssl pkeyutl -verify -pubin -inkey signing-key.pem -rawin');
      expect(page).toContain('https://progress.example.org/en/releases/2026-1');
      expect(await (await ask(`/${language}/releases`)).text()).toContain(`/${language}/releases/2026-1`);
    }
    expect((await ask('/en/releases/no-such')).status).toBe(404);
  });

  it('reads back what it said', async () => {
    const [area] = ((await (await ask('/api/v1/areas')).json()) as { items: { code: string }[] }).items;
    const at = async (query: string) =>
      (await (await ask(`/api/v1/scores?area=${String(area?.code)}&by=goal${query}`)).json()) as object;
    expect(await at('&release=2026-1')).toEqual(await at(''));
  });
});

describe('the yearly report of a release', () => {
  it('holds overview, regions, who took part and every brief, the same bytes whenever it is made', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'iww-igf-'));
    const run = async (name: string, ...words: readonly string[]): Promise<void> => {
      const program = commandProgram(
        (work) =>
          work({
            get: (service) => running.app.get(service, { strict: false }),
            close: () => Promise.resolve(),
          }),
        { line: () => undefined, json: () => undefined, progress: () => undefined },
      );
      const out = ['igf-report', '--release', '2026-1', '--out', join(directory, name), ...words];
      await program.parseAsync(out, { from: 'user' });
    };
    const read = (file: string): Promise<Buffer> => readFile(join(directory, file));
    try {
      await run('one', '--zip', join(directory, 'one.zip'));
      await run('other', '--zip', join(directory, 'other.zip'));
      expect((await read('one.zip')).equals(await read('other.zip'))).toBe(true);
      const report = await unpack(await read('one.zip'));
      const { files } = report;
      const sums = report.text('SHA256SUMS').trim().split('\n');
      for (const line of sums) {
        const [sum, file = ''] = line.split('  ');
        const content = files.get(file) ?? Buffer.alloc(0);
        expect([file, createHash('sha256').update(content).digest('hex')]).toEqual([file, sum]);
      }
      const links = [...report.text('index.html').matchAll(/href="(?!https:)([^"]+)"/g)].map(
        ([, file]) => file,
      );
      expect(links.sort()).toEqual([...files.keys()].filter((file) => file !== 'index.html').sort());
      const areas = running.app.get(CatalogueService).current().scoredAreas;
      const briefs = links.filter((file) => file?.startsWith('en/briefs/'));
      expect(briefs).toEqual(areas.map(({ code }) => `en/briefs/${code}-en.pdf`).sort());
      expect(links).toEqual(
        expect.arrayContaining([
          'en/overview/overview-en.pdf',
          'tables/overview.csv',
          'tables/participation.csv',
        ]),
      );
    } finally {
      await rm(directory, { recursive: true });
    }
  });
});

describe('the mails about a release', () => {
  const MINUTE = 60_000;
  const digests = () => running.app.get(DigestService);
  const mailsAfter = async (milliseconds: number) => {
    await digests().sendDue(new Date(Date.now() + milliseconds));
    return letterBox.taken();
  };
  const tokenIn = (text = ''): string => /\/en\/follow\/([\w-]{22})/.exec(text)?.[1] ?? '';
  const tokens: Record<string, string> = {};

  it('go to nobody who has not confirmed, by a form that opening the link does not send', async () => {
    for (const [address, follows] of [
      ['ghana@example.org', ['country:GHA', 'country:EST']],
      ['estonia@example.org', ['country:EST']],
      ['Silent@Example.org', ['country:GHA']],
    ] as const) {
      expect((await post('/api/v1/followers', '', { address, language: 'en', follows })).status).toBe(202);
    }
    const questions = await mailsAfter(MINUTE);
    expect(questions.map(({ to }) => to).sort()).toEqual([
      ...['estonia@example.org', 'ghana@example.org', 'silent@example.org'],
    ]);
    for (const { to, text } of questions) tokens[to] = tokenIn(text);
    for (const to of ['ghana@example.org', 'estonia@example.org']) {
      const link = `/en/follow/${tokens[to] ?? ''}`;
      expect(await (await ask(link)).text()).toContain('Do you want them?');
      expect(await (await ask(link)).text()).not.toContain(to);
      expect((await post(`${link}/confirmation`, '')).status).toBe(200);
      expect(await (await ask(link)).text()).not.toContain('Do you want them?');
    }
    const byHand = running.database.dataSource.query(
      `INSERT INTO digest (follower_id, release_id) SELECT id, '2026-1' FROM follower WHERE address LIKE 'silent@%'`,
    );
    await expect(byHand).rejects.toMatchObject({ driverError: { constraint: 'digest_confirmed' } });
  });

  it('are one for who follows what changed, with the numbers of its pages, and none for others', async () => {
    await sendGhana();
    await post(RELEASES, ada, { id: '2026-2', date: '2026-11-24' });
    await post(`${RELEASES}/2026-2/publication`, ben, undefined, { 'if-match': '*' });
    expect(await digests().plan('2026-2')).toMatchObject({ from: '2026-1', mails: 1 });
    await Promise.all([digests().prepareDue(), digests().prepareDue()]);
    await digests().prepareDue();
    // Whoever dies while sending leaves it to the next one.
    const claimed = await running.app.get(DigestRepository).claim(new Date(Date.now() + MINUTE));
    expect(claimed).toMatchObject({ address: 'ghana@example.org', releaseId: '2026-2' });
    expect(await mailsAfter(2 * MINUTE)).toEqual([]);
    const [mail, ...others] = await mailsAfter(4 * MINUTE);
    expect(others).toEqual([]);
    const { text = '', to } = mail ?? {};
    expect(to).toBe('ghana@example.org');
    expect(text).toContain(`Message-ID: <digest.${String(claimed?.id)}.`);
    const diff = await running.app.get(ReleaseDiffService).diff('2026-1', '2026-2');
    const page = await (await ask('/en/releases/2026-1/diff/2026-2?area=GHA')).text();
    const moved = diff.changes.find(({ area, code }) => area === 'GHA' && code === 'G9.a');
    const [before, after] = [moved?.before, moved?.after].map((score) => printScore(score ?? NaN, 'en'));
    const [, html = ''] = text.split('<!doctype html>');
    for (const said of [text, html]) {
      expect(said).toContain(`from ${String(before)} to ${String(after)}`);
      expect(said).toContain('Ghana');
      expect(said).not.toContain('Estonia');
    }
    for (const number of [before, after]) expect(page).toContain(`>${String(number)}<`);
    expect(text).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(await mailsAfter(24 * 60 * MINUTE)).toEqual([]);
  });

  it('end by one click, and with them the address is gone from every table', async () => {
    const removal = `/api/v1/followers/${tokens['ghana@example.org'] ?? ''}/removal`;
    expect((await ask(`${removal}?followed=country:EST`, undefined, { method: 'POST' })).status).toBe(204);
    expect((await (await ask(removal.replace('/removal', ''))).json()) as object).toEqual({
      language: 'en',
      follows: [{ followed: 'country:GHA', confirmed: true }],
    });
    const oneClick = { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) };
    expect((await ask(removal, undefined, oneClick)).status).toBe(204);
    expect(await tablesWith('ghana@example.org')).toEqual([]);
    expect(await tablesWith('estonia@example.org')).toEqual(['follower']);
    expect(await tablesWith('silent@example.org')).toEqual(['follower']);
    await running.app.get(FollowingService).forget(new Date(Date.now() + 73 * 60 * MINUTE));
    expect(await tablesWith('silent@example.org')).toEqual([]);
    expect(await tablesWith('estonia@example.org')).toEqual(['follower']);
  });

  it('ask for one address three times a day, and say the same to who asks more often', async () => {
    const asked = { address: 'often@example.org', language: 'en', follows: ['all'] };
    const answers = [];
    let questions = 0;
    for (let times = 1; times <= 5; times++) {
      const answer = await post('/api/v1/followers', '', asked);
      answers.push([answer.status, await answer.text()]);
      questions += (await mailsAfter(MINUTE)).length;
    }
    expect(answers).toEqual(Array(5).fill([202, '']));
    expect(questions).toBe(3);
    const wrong = { ...asked, follows: ['country:ATLANTIS'] };
    expect(await (await post('/api/v1/followers', '', wrong)).json()).toMatchObject({
      status: 422,
      title: 'Not something to follow',
    });
  });

  /** A figure of a country of which the first release knew none. */
  async function sendGhana(): Promise<void> {
    const communities = running.app.get(CommunityAdministrationService);
    for (const code of ['harbour', 'lighthouse']) {
      await communities.add('operator', { code, name: code, kind: 'other' });
      await communities.confirm('operator', code);
    }
    const key = async (community: string, role: string) =>
      (await running.app.get(AccessService).createKey({ community, roles: [role], name: community })).key;
    const sent = await ask(`/api/v1/submissions`, await key('harbour', 'submitter'), {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: 'country,indicator,year,value,source\nGHA,ROADS,2023,3.6,Survey\n',
    });
    const { receipt } = (await sent.json()) as { readonly receipt: string };
    const reviewer = await key('lighthouse', 'reviewer');
    const accept = { decision: 'accept' };
    const decided = await post(`/api/v1/submissions/${receipt}/decisions`, reviewer, accept, {
      'if-match': '*',
    });
    expect(decided.status).toBe(200);
  }

  async function tablesWith(address: string): Promise<readonly string[]> {
    const { dataSource } = running.database;
    const found = [];
    for (const { tableName } of dataSource.entityMetadatas) {
      const [row] = await dataSource.query<{ found: boolean }[]>(
        `SELECT EXISTS (SELECT FROM "${tableName}" t WHERE t::text ILIKE $1) AS found`,
        [`%${address}%`],
      );
      if (row?.found === true) found.push(tableName);
    }
    return found;
  }
});
