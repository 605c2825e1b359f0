import { AccessService } from '../../src/access/access.service.js';
import { ScoreIntervalsService } from '../../src/scoring/uncertainty/score-intervals.service.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { simulationProgram } from '../support/simulation-program.js';

let running: RunningApp;
let [ada, ben] = ['', ''];
beforeAll(async () => {
  running = await startApp({
    seeds: 'test/frameworks/goals-index',
    environment: { IWW_PUBLIC_URL: 'https://progress.example.org' },
  });
  await running.app.get(ScoreIntervalsService).start(await simulationProgram());
  const key = async (name: string) =>
    (await running.app.get(AccessService).createKey({ globalRoles: ['publisher'], name })).key;
  [ada, ben] = [await key('Ada'), await key('Ben')];
}, 120_000);
afterAll(() => running.close());

const ask = (path: string, key?: string, request: RequestInit = {}): Promise<Response> =>
  fetch(`${running.url}${path}`, {
    ...request,
    headers: {
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
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
