// @ts-expect-error -- it comes without types
import untypedJsonLd from 'jsonld';
import { dataCatalogue } from '../../src/api/exchange/data-catalogue.js';
import { changeFeedText } from '../../src/api/exchange/change-feed.js';
import { releaseEntries } from '../../src/api/exchange/change-entries.js';
import { languages } from '../../src/language/language.js';
import { ReportSourcesService } from '../../src/reports/report-sources.service.js';
import type { Release } from '../../src/scoring/releases/release.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { anyKeys, type Keys } from './keys.js';

const BASE = 'https://progress.example.org';
const FILE =
  'country,indicator,year,value,source\nKEN,WO_CSPART,2023,0.61,Survey\nKEN,WO_CSPART,2024,0.63,Survey\n';
const RELEASE: Release = {
  ...{ id: '2026-1', date: '2026-11-23', state: 'published', revision: 3, catalogueVersion: 1 },
  ...{ methodVersion: '1.0', edition: '2026', preparedBy: 1, manifestSha256: 'ab'.repeat(32) },
  preparedAt: new Date('2026-11-22T10:00:00Z'),
  publishedAt: new Date('2026-11-23T10:00:00Z'),
};

let running: RunningApp;
let keys: Keys;
beforeAll(async () => {
  running = await startApp({ environment: { IWW_PUBLIC_URL: BASE } });
  keys = await anyKeys(running);
}, 120_000);
afterAll(() => running.close());

function get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(running.url + path, { headers });
}

async function text(path: string): Promise<string> {
  const answer = await get(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text();
}

function post(path: string, body: string, headers: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(running.url + path, { method: 'POST', body, headers: { 'if-match': '*', ...headers } });
}

interface Expanding {
  expand(document: unknown, options?: object): Promise<readonly Readonly<Record<string, unknown>>[]>;
}
const jsonld = untypedJsonLd as Expanding;

const FEEDS = [
  'countries/KEN',
  'issues/ACCESS',
  'commitments/GDC-11b',
  'indicators/WO_CSPART',
  'communities/african-igf',
];

describe('the feed of a country', () => {
  it('tells of a batch that was accepted and of one that was taken back, under names that stay', async () => {
    const before = await text('/api/v1/feeds/countries/KEN.atom');
    const sent = await post('/api/v1/submissions', FILE, {
      ...keys.senderHeaders,
      'content-type': 'text/csv',
    });
    const { receipt } = (await sent.json()) as { receipt: string };
    const json = { ...keys.reviewerHeaders, 'content-type': 'application/json' };
    const decided = await post(`/api/v1/submissions/${receipt}/decisions`, '{"decision":"accept"}', json);
    expect(decided.status).toBe(200);
    const accepted = entriesOf(await text('/api/v1/feeds/countries/KEN.atom'));
    expect(accepted[0]?.title).toBe('African IGF: 2 figures accepted');
    expect(accepted.slice(1)).toEqual(entriesOf(before));
    for (const name of FEEDS.slice(3)) {
      const [newest] = entriesOf(await text(`/api/v1/feeds/${name}.atom`));
      expect([name, newest?.title]).toEqual([name, 'African IGF: 2 figures accepted']);
    }
    const reverted = await post(`/api/v1/submissions/${receipt}/revert`, '{"text":"It was wrong"}', json);
    expect(reverted.status).toBe(200);
    const after = entriesOf(await text('/api/v1/feeds/countries/KEN.atom'));
    expect(after[0]?.title).toBe('African IGF: 2 figures taken back');
    expect(after.slice(1)).toEqual(accepted);
    expect(after[0]?.id).toMatch(/^tag:progress\.example\.org,\d{4}-\d\d-\d\d:revision\/\d+\/country\/KEN$/);
    expect(new Set(after.map(({ id }) => id)).size).toBe(after.length);
    expect(after.map(({ updated }) => updated)).toEqual(
      after
        .map(({ updated }) => updated)
        .sort()
        .reverse(),
    );
  });

  it('names no person, and says where it stands and where its page is', async () => {
    const feed = await text('/api/v1/feeds/countries/KEN.atom?lang=fr');
    expect(feed).not.toMatch(/Sender|Reviewer|Colleague|@/);
    expect(feed).toContain(`<link rel="self" href="${BASE}/api/v1/feeds/countries/KEN.atom"/>`);
    expect(feed).toContain(`<link rel="alternate" href="${BASE}/fr/countries/KEN"/>`);
    expect(feed).toContain('xml:lang="fr"');
    for (const name of FEEDS) {
      expect(await text(`/en/${name}`)).toContain(
        `<link rel="alternate" type="application/atom+xml" href="/api/v1/feeds/${name}.atom?lang=en"`,
      );
    }
  });

  it('is not made again for who has it, and is not there for what is not there', async () => {
    for (const name of [...FEEDS, 'releases']) {
      const first = await get(`/api/v1/feeds/${name}.atom`);
      const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
      expect((await get(`/api/v1/feeds/${name}.atom`, headers)).status).toBe(304);
      expect(first.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    }
    expect((await get('/api/v1/feeds/countries/XYZ.atom')).status).toBe(404);
    expect((await get('/api/v1/feeds/issues/NOTHING.atom')).status).toBe(404);
    expect((await get('/api/v1/feeds/communities/nobody.atom')).status).toBe(404);
  });

  it('is what the page about following names where no mail is sent', async () => {
    expect(await text('/en/countries/KEN')).not.toContain('/en/follow');
    const page = await text('/en/follow?country=KEN&issue=NOTHING');
    expect(page).toContain('/api/v1/feeds/countries/KEN.atom?lang=en');
    expect(page).not.toContain('type="email"');
    const body = '{"address":"reader@example.org","follows":["all"]}';
    const refused = await post('/api/v1/followers', body, { 'content-type': 'application/json' });
    expect(refused.status).toBe(409);
  });

  it('has fifty entries at most, releases among them', () => {
    const many = Array.from({ length: 60 }, (_, i) => ({ ...RELEASE, id: `r-${String(i)}` }));
    const feed = { title: 'Releases', base: BASE, path: '/a.atom', page: '/en/releases' };
    const entries = entriesOf(changeFeedText({ ...feed, entries: releaseEntries(many, 'en') }, 'en'));
    expect(entries).toHaveLength(50);
    expect(entries[0]).toMatchObject({
      id: 'tag:progress.example.org,2026-11-23:release/r-0',
      title: 'Release r-0',
    });
  });
});

describe('the catalogue for data portals', () => {
  const DCAT = 'http://www.w3.org/ns/dcat#';
  const DCT = 'http://purl.org/dc/terms/';
  const FOAF = 'http://xmlns.com/foaf/0.1/';
  const SPDX = 'http://spdx.org/rdf/terms#';
  /** Properties that DCAT-AP 3.0 makes mandatory, by class. */
  const MANDATORY: Readonly<Record<string, readonly string[]>> = {
    [`${DCAT}Catalog`]: [`${DCT}title`, `${DCT}description`, `${DCT}publisher`],
    [`${DCAT}Dataset`]: [`${DCT}title`, `${DCT}description`],
    [`${DCAT}Distribution`]: [`${DCAT}accessURL`],
    [`${DCAT}DataService`]: [`${DCT}title`, `${DCAT}endpointURL`],
    [`${FOAF}Agent`]: [`${FOAF}name`],
    [`${SPDX}Checksum`]: [`${SPDX}algorithm`, `${SPDX}checksumValue`],
  };
  type Node = Readonly<Record<string, unknown>>;

  it('is JSON-LD with everything that DCAT-AP makes mandatory, a data set for each release', async () => {
    const sources = await running.app.get(ReportSourcesService).current();
    const catalogue = dataCatalogue({ sources, releases: [RELEASE], base: BASE, modified: new Date(0) });
    const nodes = nodesIn(await jsonld.expand(catalogue));
    const found: Record<string, number> = {};
    for (const node of nodes) {
      for (const type of (node['@type'] as readonly string[] | undefined) ?? []) {
        found[type] = (found[type] ?? 0) + 1;
        const missing = (MANDATORY[type] ?? []).filter((property) => !(property in node));
        expect([node['@id'], type, missing]).toEqual([node['@id'], type, []]);
      }
    }
    expect(Object.keys(MANDATORY).filter((type) => !(type in found))).toEqual([]);
    expect([found[`${DCAT}Dataset`], found[`${DCAT}Distribution`], found[`${DCAT}DataService`]]).toEqual([
      2, 5, 2,
    ]);
    const unknown = nodes.flatMap((node) => Object.keys(node)).filter((name) => !/^(@|https?:)/.test(name));
    expect(unknown).toEqual([]);
  });

  it('leads to addresses that answer', async () => {
    const answer = await get('/catalog.jsonld');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'application/ld+json; charset=utf-8',
    ]);
    const nodes = nodesIn(await jsonld.expand(await answer.json()));
    const named = ['accessURL', 'endpointDescription', 'landingPage'].map((name) => DCAT + name);
    const addresses = nodes.flatMap((node) =>
      named.flatMap((name) => ((node[name] ?? []) as readonly Node[]).map((target) => String(target['@id']))),
    );
    expect(addresses.length).toBeGreaterThan(4);
    for (const address of new Set(addresses)) {
      const found = await fetch(address.replace(BASE, running.url));
      await found.body?.cancel();
      expect([address, found.status]).toEqual([address, 200]);
    }
    const again = await get('/catalog.jsonld', { 'if-none-match': answer.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
  });

  function nodesIn(value: unknown): Node[] {
    if (Array.isArray(value)) return value.flatMap(nodesIn);
    if (typeof value !== 'object' || value === null) return [];
    return [value as Node, ...Object.values(value).flatMap(nodesIn)];
  }
});

describe('the record of a page', () => {
  it.each(['countries/KEN', 'indicators/UI_NETUSE', 'issues/ACCESS'])(
    'describes the data of %s, and leads to them',
    async (path) => {
      const html = await text(`/en/${path}`);
      const [, json = ''] = /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(html) ?? [];
      const record = JSON.parse(json) as { distribution: { contentUrl: string }[]; '@context': string };
      expect(json).not.toContain('<');
      const documentLoader = () => ({ document: { '@context': { '@vocab': 'https://schema.org/' } } });
      const [node = {}] = await jsonld.expand(record, { documentLoader, base: `${BASE}/en/${path}` });
      const needed = [
        'name',
        'description',
        'license',
        'creator',
        'temporalCoverage',
        'distribution',
        'citation',
      ];
      expect(needed.filter((name) => !(`https://schema.org/${name}` in node))).toEqual([]);
      for (const { contentUrl } of record.distribution) expect((await get(contentUrl)).status).toBe(200);
    },
  );
});

describe('maps of the site', () => {
  it('lead to pages that answer, each in every language', async () => {
    const index = await text('/sitemap.xml');
    const maps = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => url);
    expect(maps).toEqual(languages.map((language) => `${BASE}/sitemaps/${language}.xml`));
    const english = await text('/sitemaps/en.xml');
    const pages = [...english.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => url);
    expect(new Set(pages).size).toBe(pages.length);
    expect(pages).toEqual(
      expect.arrayContaining([`${BASE}/en/`, `${BASE}/en/countries/KEN`, `${BASE}/en/issues/ACCESS`]),
    );
    expect(pages.length).toBeGreaterThan(300);
    const links = [...english.matchAll(/hreflang="([\w-]+)" href="([^"]+)"/g)];
    expect(links.length).toBe(pages.length * (languages.length + 1));
    // One of each family: a page of a kind is like the others
    const families = new Map(pages.map((page) => [page.replace(/\/en\/(\w+)\/.+$/, '/en/$1/…'), page]));
    for (const page of families.values()) {
      const answer = await fetch(page.replace(BASE, running.url), { redirect: 'manual' });
      await answer.body?.cancel();
      expect([page, answer.status]).toEqual([page, 200]);
    }
    expect((await get('/sitemaps/tlh.xml')).status).toBe(404);
  });

  it('are named to robots, which find reports and leave questions alone', async () => {
    const robots = await text('/robots.txt');
    expect(robots.split('\n')).toEqual([
      'User-agent: *',
      'Allow: /api/docs',
      'Allow: /api/v1/reports/',
      'Disallow: /api/',
      'Disallow: /sdmx/',
      `Sitemap: ${BASE}/sitemap.xml`,
      '',
    ]);
  });
});

function entriesOf(atom: string): readonly Readonly<Record<'id' | 'title' | 'updated', string>>[] {
  return [...atom.matchAll(/<entry>([^]*?)<\/entry>/g)].map(([, entry = '']) => {
    const of = (name: string): string =>
      new RegExp(`<${name}[^>]*>(?:<!\\[CDATA\\[)?([^<\\]]*)`).exec(entry)?.[1] ?? '';
    return { id: of('id'), title: of('title'), updated: of('updated') };
  });
}

describe('names in the language asked for', () => {
  const read = async (path: string): Promise<Readonly<Record<string, unknown>>> =>
    JSON.parse(await text(`/api/v1/${path}`)) as Record<string, unknown>;

  it('stand beside codes and numbers that are the same in all of them', async () => {
    const english = await read('indicators/UI_NETUSE');
    const french = await read('indicators/UI_NETUSE?lang=fr');
    expect(french['name']).not.toBe(english['name']);
    expect(french['unit']).toBe('% de la population');
    const told = ['name', 'definition', 'unit', 'goalpostReason', 'targetBasis', 'caveats'];
    const rest = (answer: Readonly<Record<string, unknown>>): object =>
      Object.fromEntries(Object.entries(answer).filter(([key]) => !told.includes(key)));
    expect(rest(french)).toEqual(rest(english));
  });

  it('are those of the United Nations for countries', async () => {
    expect((await read('areas/BOL?lang=fr'))['name']).toBe('Bolivie (État plurinational de)');
    expect((await read('areas/BOL'))['name']).toBe('Bolivia (Plurinational State of)');
  });

  it('reach reports and their tables, and are not taken from Accept-Language', async () => {
    const [inChinese, inEnglish] = [await text('/api/v1/reports/issues/ACCESS.csv?lang=zh'), 'lang=en'];
    expect(inChinese).toContain('肯尼亚');
    const asked = await get('/api/v1/reports/issues/ACCESS.csv', { 'accept-language': 'zh' });
    expect(await asked.text()).toBe(await text(`/api/v1/reports/issues/ACCESS.csv?${inEnglish}`));
  });
});
