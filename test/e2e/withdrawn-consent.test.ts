import { AccessService } from '../../src/access/access.service.js';
import { languages } from '../../src/language/language.js';
import { pagesOf, publicPages } from '../browser/page-list.js';
import { pdfText } from '../support/pdf-text.js';
import { startApp, startBeside, type RunningApp } from '../support/running-app.js';
import { isFull, sampleName, sampleOf } from '../support/sample.js';
import { PUBLIC_READS } from './public-read-addresses.js';

const NRI = 'kenya-igf';
/** One for each part of the profile; none of them stands anywhere else. */
const WORDS = ['a-table-for-fishermen', 'mangrove-cables', 'office-of-the-initiative.example.org'] as const;
const PROFILE = {
  description: { description: { en: `We are ${WORDS[0]}.` } },
  engagement: {
    engagement: { channels: ['email'], byWhom: {}, aboutWhat: { en: `Ask about ${WORDS[1]}.` } },
  },
  contact: { contact: { role: 'Secretariat', address: `https://${WORDS[2]}/` } },
};
/** Gone everywhere within this, ms. */
const WITHIN = 60_000;

let first: RunningApp;
/** Another process of the same installation, which hears of nothing by itself. */
let second: RunningApp;
let member: string;

beforeAll(async () => {
  first = await startApp();
  second = await startBeside(first);
  const access = first.app.get(AccessService);
  const administrator = (await access.createKey({ globalRoles: ['administrator'], name: 'Ada' })).key;
  expect(await send('POST', `/communities/${NRI}/confirmation`, administrator)).toBe(200);
  member = (
    await access.createKey({
      community: NRI,
      roles: ['submitter'],
      name: 'Member',
      acceptsConduct: 'operator',
    })
  ).key;
}, 120_000);
afterAll(async () => {
  await second.close();
  await first.close();
});

async function send(method: string, path: string, key: string, body?: unknown): Promise<number> {
  const answer = await fetch(`${first.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, 'if-match': '*', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return answer.status;
}

/** Addresses of everything that everybody may read: a sample of the pages, all that is told of the country and its initiative. */
async function addresses(): Promise<readonly string[]> {
  const maps = await Promise.all(
    languages.map(async (language) => (await fetch(`${first.url}/sitemaps/${language}.xml`)).text()),
  );
  const pages = maps.flatMap((map) =>
    [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, page = '']) => new URL(page).pathname),
  );
  const isNear = (page: string): boolean => /KEN|kenya|UN-AFRICAN|communities$/.test(page);
  const reads = Object.values(PUBLIC_READS).map((path) =>
    path.replaceAll('african-igf', NRI).replaceAll('BRA', 'KEN'),
  );
  const inCsv = reads.map((path) => path.replace(/(?=\?|$)/, '.csv'));
  return [
    ...new Set([
      ...pages.filter(isNear),
      ...sampleOf(pages, 120),
      ...sampleOf(
        (await pagesOf(first.url, publicPages)).map((page) => `/en/${page}`),
        4,
      ),
      ...reads.filter((path) => !path.includes('/ID')),
      ...sampleOf(
        inCsv.filter((path) => !path.includes('/ID')),
        4,
      ),
      '/api/v1/feeds/countries/KEN.atom',
      '/api/v1/feeds/releases.atom',
      `/api/v1/communities/${NRI}/submissions.atom`,
      '/catalog.jsonld',
      '/api/v1/reports/countries/KEN.pdf',
      '/api/v1/reports/countries/KEN.pdf?lang=ar',
      '/api/v1/reports/countries/KEN/communication.html',
      '/api/v1/reports/countries/KEN/communication.txt',
      `/api/v1/reports/communities/${NRI}.pdf`,
    ]),
  ];
}

/** Which addresses of a process tell something of the profile, and which failed. */
async function telling(url: string, paths: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const answer = await fetch(url + path);
    // Ranges of scores may not be simulated yet: 503.
    if (answer.status === 500) found.push(`${path} fails`);
    const text = path.includes('.pdf') ? await pdfText(await answer.arrayBuffer()) : await answer.text();
    if (WORDS.some((words) => text.includes(words))) found.push(path);
  }
  return found;
}

describe('a profile whose consent is withdrawn', () => {
  it(`is found by a crawl before, and by none of any process after (${sampleName})`, async () => {
    for (const [part, body] of Object.entries(PROFILE)) {
      const path = `/communities/${NRI}/profile/${part}`;
      expect([part, await send('PUT', path, member, { consent: true, ...body })]).toEqual([part, 200]);
    }
    const paths = await addresses();
    const shown = await telling(first.url, paths);
    expect(shown).toEqual(
      expect.arrayContaining([
        '/en/countries/KEN',
        '/ar/countries/KEN',
        `/fr/communities/${NRI}`,
        '/api/v1/reports/countries/KEN',
        `/api/v1/communities/${NRI}`,
        '/api/v1/reports/countries/KEN.pdf',
      ]),
    );
    expect(await telling(second.url, shown)).toEqual(shown);

    for (const part of Object.keys(PROFILE)) {
      expect(await send('DELETE', `/communities/${NRI}/consents/${part}`, member)).toBe(204);
    }
    const withdrawn = performance.now();
    expect(await telling(first.url, paths)).toEqual([]);
    let left = await telling(second.url, shown);
    while (left.length > 0 && performance.now() - withdrawn < WITHIN) left = await telling(second.url, left);
    expect(left).toEqual([]);
    expect(await telling(second.url, isFull ? paths : shown)).toEqual([]);
  }, 600_000);
});
