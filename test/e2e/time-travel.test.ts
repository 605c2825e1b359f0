import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '../../src/access/actor.js';
import { AccessService } from '../../src/access/access.service.js';
import type { ReleaseDiffResponse } from '../../src/api/releases/release-diff.response.js';
import { ReleaseService } from '../../src/reports/releases/release.service.js';
import { ScoreIntervalsService } from '../../src/scoring/uncertainty/score-intervals.service.js';
import { takeInSeeds } from '../../src/take-in-seeds.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { simulationProgram } from '../support/simulation-program.js';
import { parseCsv } from './strict-csv.js';

const FRAMEWORK = 'test/frameworks/goals-index';

/** What is found in seed files, and what is put there. */
type Changes = Readonly<Record<string, readonly (readonly [find: string | RegExp, put: string])[]>>;

const EARLIER: Changes = {
  'communities.csv': [[/$/, 'watch,The Watch,other,KEN GHA,listed,Test,no\n']],
};

/** Another name, a corrected figure, a new one, one more in coverage, a weight, a power, and a retired indicator. */
const LATER: Changes = {
  'communities.csv': [[/$/, 'watch,The Watch of Today,other,KEN GHA,listed,Test,no\n']],
  'observations/SCHOOL.csv': [
    ['KEN,2023,76.9', 'KEN,2023,80'],
    [/$/, 'GHA,2024,95,2024,normal\n'],
  ],
  'observations/LITERACY.csv': [[/$/, 'EST,2023,70,2024,normal\n']],
  'observations/sources.csv': [
    ['SCHOOL,Example,Example,2024,2023,2023', 'SCHOOL,Example,Example,2024,2023,2024'],
    [/ROADS.*\n/, ''],
  ],
  'observations/ROADS.csv': [],
  'indicators.csv': [
    [/(LITERACY.*linear),1,/, '$1,3,'],
    [/ROADS.*\n/, ''],
  ],
  'method.json': [['"goal": 1,', '"goal": 0,']],
};

let running: RunningApp;
let publishers: readonly Actor[];

/** What addresses say of the first release; taken when it is published. */
const said = new Map<string, string>();
/** What was said before of the present state, for as long as it was that of the release. */
const saidThen = new Map<string, string>();

const QUESTIONS = [
  'observations?count=true',
  'observations.csv',
  'observations?indicator=ROADS,SCHOOL&latest=true',
  'scores?by=framework',
  'scores?by=principle&year=2020..2024',
  'scores.csv?by=goal',
  'scores?by=indicator&limit=3',
  'group-scores?by=goal',
  'group-scores?community=watch&node=G4',
  'scores/KEN/G9/explanation',
  'scores/KEN/G4/explanation?since=0',
  'comparisons?node=G4&area=KEN,GHA',
  'reports/overview',
  'reports/countries/KEN',
  'reports/countries/MAR.csv',
  'reports/indicators/ROADS',
  'reports/indicators/SCHOOL.csv',
  'reports/principles/G4',
  'reports/goals/G9.a',
  'reports/groups/AFR',
  'reports/regions/AFR',
  'reports/communities/watch',
  'charts/trend?area=KEN&node=G4',
  'charts/profile?area=KEN',
  'charts/map?node=G4',
  'charts/distribution.svg?node=G4',
  'charts/status.csv?area=KEN',
  'reports/countries/KEN.pdf?lang=en',
];
const PAGES = ['', 'countries/KEN', 'indicators/ROADS', 'goals/G9.a', 'communities/watch', 'regions/AFR'];

const withQuery = (address: string, query: string): string =>
  `${address}${address.includes('?') ? '&' : '?'}${query}`;

async function changeSeeds(changes: Changes): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'seeds-'));
  await cp(FRAMEWORK, directory, { recursive: true });
  for (const [file, edits] of Object.entries(changes)) {
    const path = join(directory, file);
    const text = await readFile(path, 'utf8');
    const changed = edits.reduce((now, [find, put]) => now.replace(find, put), text);
    if (edits.length === 0) await rm(path);
    else await writeFile(path, changed);
    if (changed === text && edits.length > 0) throw new Error(`${file} is as it was`);
  }
  await takeInSeeds(running.app, directory);
  await rm(directory, { recursive: true });
}

async function publish(id: string, date: string): Promise<void> {
  const [ada, ben] = publishers as [Actor, Actor];
  const releases = running.app.get(ReleaseService);
  await releases.prepare(ada, { id, date });
  await releases.publish(ben, id);
}

const ask = (address: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${running.url}${address}`, { headers });

async function read(address: string): Promise<string> {
  const answer = await ask(address);
  const body = await answer.text();
  if (answer.status !== 200) throw new Error(`${address}: ${String(answer.status)} ${body.slice(0, 300)}`);
  return body;
}

async function faultOf(address: string): Promise<readonly [number, string]> {
  const answer = await ask(address);
  const { type, errors = [] } = (await answer.json()) as { type: string; errors?: { code: string }[] };
  return [answer.status, errors[0]?.code ?? type.replace(/^.*\//, '')];
}

/** Whatever is told of certainty: the present state and releases have intervals, earlier states have none. */
const CERTAINTY =
  /^(score(Low|High|Median)|rank(Low|High)|intervalRevision|grade\w*|by(Coverage|Age|Range)|outsideInterval)$/;

function scoresIn(body = ''): unknown {
  const certain = (name: string, value: unknown): unknown => (CERTAINTY.test(name) ? undefined : value);
  return (JSON.parse(body, certain) as { items: unknown }).items;
}

beforeAll(async () => {
  running = await startApp({ seeds: FRAMEWORK });
  await running.app.get(ScoreIntervalsService).start(await simulationProgram());
  const access = running.app.get(AccessService);
  const publisher = async (name: string): Promise<Actor> =>
    (await access.actorOf((await access.createKey({ globalRoles: ['publisher'], name })).key)) as Actor;
  publishers = [await publisher('Ada'), await publisher('Ben')];
  await changeSeeds(EARLIER);
  await publish('one', '2026-01-31');
  for (const question of QUESTIONS) {
    saidThen.set(question, await read(`/api/v1/${question}`));
    said.set(question, await read(`/api/v1/${withQuery(question, 'release=one')}`));
  }
  for (const page of PAGES) said.set(page, await read(`/en/${page}?release=one`));
  await changeSeeds(LATER);
  await publish('two', '2026-02-28');
  await publish('three', '2026-03-31');
  // Few releases are kept in memory: the first one has to be read back.
  for (const id of ['two', 'three']) await read(`/api/v1/scores?release=${id}`);
}, 120_000);
afterAll(() => running.close());

describe('a release', () => {
  it('said what was said at its time', () => {
    for (const question of ['observations?count=true', 'observations.csv', 'reports/indicators/ROADS']) {
      expect(said.get(question)).toBe(saidThen.get(question));
    }
    for (const question of QUESTIONS.filter((one) => /^(scores|group-scores)\?/.test(one))) {
      const [released, live] = [said, saidThen].map((bodies) => scoresIn(bodies.get(question)));
      expect([question, released]).toEqual([question, live]);
    }
  });

  it.each(QUESTIONS)('says the same, to the byte, after all else has changed: %s', async (question) => {
    expect(await read(`/api/v1/${withQuery(question, 'release=one')}`)).toBe(said.get(question));
  });

  it('is told apart from what is said now', async () => {
    const now = await Promise.all(
      ['reports/countries/KEN', 'reports/communities/watch', 'scores?by=principle&year=2020..2024'].map(
        async (question) => [question, await read(`/api/v1/${question}`)] as const,
      ),
    );
    for (const [question, body] of now) expect(body).not.toBe(said.get(question));
    expect(await faultOf('/api/v1/reports/indicators/ROADS')).toEqual([404, 'indicator_not_found']);
  });

  it.each(PAGES)('says the same on its pages: /en/%s', async (page) => {
    expect(await read(`/en/${page}?release=one`)).toBe(said.get(page));
  });

  it('stays with its pages, says so on them, and leads to the page of now', async () => {
    const page = await read('/en/countries/KEN?release=one');
    expect(page).toContain('This page tells what release one of 31 January 2026 says.');
    expect(page).toContain('<a href="?">See what is known now.</a>');
    expect(page).toContain('href="/en/indicators/ROADS?release=one"');
    expect(page).toContain('href="/api/v1/reports/countries/KEN.csv?release=one"');
    const links = [
      ...page.matchAll(
        /(?:href|src)="(\/en\/(?:countries|goals)\/[^"]*|\/api\/v1\/(?:reports|charts)\/[^"]*)"/g,
      ),
    ];
    const lost = links.map(([, link = '']) => link).filter((link) => !link.includes('release=one'));
    expect([links.length > 5, lost]).toEqual([true, []]);
    expect(page).toMatch(/<form[^>]* method="get"[^>]*><input type="hidden" name="release" value="one"/);
    expect(await read('/en/countries/KEN')).not.toContain('release=one');
    const found = await fetch(`${running.url}/en/search?q=Kenya&release=one`, { redirect: 'manual' });
    expect(found.headers.get('location')).toBe('/en/countries/KEN?release=one');
  });

  it('may be kept for good, and what is said now may not', async () => {
    const frozen = await ask('/api/v1/scores?by=goal&release=one');
    const live = await ask('/api/v1/scores?by=goal');
    expect(frozen.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(live.headers.get('cache-control')).toBe('no-cache');
    const [tag = '', tagOfNow = ''] = [frozen, live].map(({ headers }) => headers.get('etag') ?? '');
    expect(tag).not.toBe(tagOfNow);
    const again = await ask('/api/v1/scores?by=goal&release=one', { 'if-none-match': tag });
    expect([again.status, again.headers.get('etag')]).toEqual([304, tag]);
  });

  it('goes on page by page as it began', async () => {
    const whole = JSON.parse(await read('/api/v1/scores?by=indicator&limit=1000&release=one')) as {
      items: unknown[];
    };
    const items: unknown[] = [];
    let next: string | undefined = '/api/v1/scores?by=indicator&limit=5&release=one';
    while (next !== undefined) {
      const answer: Response = await ask(next);
      items.push(...((await answer.json()) as { items: unknown[] }).items);
      next = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
    }
    expect(items).toEqual(whole.items);
  });

  it('that is not there, and moments that never were, are refused in words', async () => {
    for (const [address, ...fault] of [
      ['scores?release=four', 400, 'unknown_code'],
      ['observations?release=four', 400, 'unknown_code'],
      ['reports/countries/KEN?release=one&asOf=1', 400, 'not_with'],
      ['observations?release=one&asOf=1', 400, 'not_with'],
      ['observations?release=one&updatedSince=1', 400, 'not_with'],
      ['reports/countries/KEN?asOf=99999', 400, 'revision_to_come'],
      ['reports/countries/KEN?asOf=2999-01-01T00:00:00Z', 400, 'moment_to_come'],
      ['reports/countries/KEN?asOf=2026-02-31T00:00:00Z', 400, 'no_such_moment'],
      ['reports/countries/KEN?asOf=yesterday', 400, 'invalid_value'],
      ['indicators?release=one', 400, 'unknown_name'],
      ['releases/one/diff/four', 404, 'release_not_found'],
    ] as const) {
      expect([address, ...(await faultOf(`/api/v1/${address}`))]).toEqual([address, ...fault]);
    }
    for (const [query, status] of [
      ['release=four', 400],
      ['asOf=yesterday', 400],
      ['asOf=1&release=one', 400],
    ] as const) {
      expect([query, (await ask(`/en/countries/KEN?${query}`)).status]).toEqual([query, status]);
    }
  });
});

describe('an earlier moment', () => {
  it('is answered with the figures, the catalogue and the method of its time', async () => {
    const { revision } = JSON.parse(said.get('scores?by=framework') ?? '') as { revision: number };
    const question = 'scores?by=principle&year=2020..2024';
    const then = await read(`/api/v1/${question}&asOf=${String(revision)}`);
    expect(scoresIn(then)).toEqual(scoresIn(said.get(question)));
    expect(await read(`/api/v1/observations?count=true&asOf=${String(revision)}`)).toContain('"ROADS"');
    expect(await read(`/api/v1/reports/indicators/ROADS?asOf=${String(revision)}`)).toContain('ROADS');
    const page = await read(`/en/indicators/ROADS?asOf=${String(revision)}`);
    expect(page).toContain(`(data revision ${String(revision)})`);
    const now = await ask(`/en/countries/KEN?asOf=${new Date().toISOString()}`);
    expect([now.status, now.headers.get('x-robots-tag')]).toEqual([200, 'noindex']);
  });
});

describe('the difference of two releases', () => {
  const diffOf = async (query = ''): Promise<ReleaseDiffResponse> =>
    JSON.parse(await read(`/api/v1/releases/one/diff/two?limit=1000&${query}`)) as ReleaseDiffResponse;

  it('names every score that differs, and effects that sum to each change within 1e-9', async () => {
    const { items, counts } = await diffOf();
    const scoresOf = async (release: string): Promise<Map<string, number>> => {
      const all = new Map<string, number>();
      for (const by of ['framework', 'principle', 'goal', 'indicator']) {
        const answer = await read(`/api/v1/scores?by=${by}&limit=1000&release=${release}`);
        const { items: rows } = JSON.parse(answer) as {
          items: { area: string; kind: string; code: string; score: number | null }[];
        };
        for (const { area, kind, code, score } of rows)
          if (score !== null) all.set(`${area} ${kind} ${code}`, score);
      }
      return all;
    };
    const [one, two] = [await scoresOf('one'), await scoresOf('two')];
    const places = [...new Set([...one.keys(), ...two.keys()])];
    const differing = places.filter((place) => one.get(place) !== two.get(place)).sort();
    expect(items.map(({ area, kind, code }) => `${area} ${kind} ${code}`).sort()).toEqual(differing);
    for (const { area, kind, code, before, after, effects, unsplit } of items) {
      const place = `${area} ${kind} ${code}`;
      expect([place, before, after]).toEqual([place, one.get(place) ?? null, two.get(place) ?? null]);
      expect(effects).toHaveLength(unsplit === null ? 5 : 0);
      if (unsplit !== null) continue;
      const sum = effects.reduce((total, { points }) => total + points, 0);
      expect(Math.abs(Number(before) + sum - Number(after))).toBeLessThan(1e-9);
    }
    expect(counts).toMatchObject({ changes: items.length, went: 3 });
    const moved = counts.byCause.filter(({ changes }) => changes > 0).map(({ cause }) => cause);
    expect(moved).toEqual(['new_data', 'corrected_data', 'coverage', 'method', 'catalogue']);
  });

  it('names what differs in method and catalogue', async () => {
    const { settings, from, to } = await diffOf();
    expect([from.id, from.date, to.id]).toEqual(['one', '2026-01-31', 'two']);
    expect(settings).toEqual([
      { cause: 'method', what: 'power.goal', before: 1, after: 0 },
      { cause: 'catalogue', what: 'indicator ROADS', before: expect.any(String) as string, after: null },
      { cause: 'catalogue', what: 'LITERACY.weight', before: 1, after: 3 },
    ]);
  });

  it('comes whole as CSV, in pages, and of single areas and kinds', async () => {
    const { items } = await diffOf();
    const rows = parseCsv(await read('/api/v1/releases/one/diff/two.csv'));
    expect(rows.length - 1).toBe(items.length);
    const kenya = await diffOf('area=KEN&by=indicator&count=true');
    expect(kenya.items.map(({ area, kind }) => `${area} ${kind}`)).toEqual(
      items.filter(({ area, kind }) => area === 'KEN' && kind === 'indicator').map(() => 'KEN indicator'),
    );
    expect(kenya.total).toBe(kenya.items.length);
    const answer = await ask('/api/v1/releases/one/diff/two?limit=2');
    const first = (await answer.json()) as ReleaseDiffResponse;
    expect(answer.headers.get('cache-control')).toContain('immutable');
    const next = JSON.parse(
      await read(`/api/v1/releases/one/diff/two?limit=2&cursor=${String(first.next)}`),
    ) as ReleaseDiffResponse;
    expect([...first.items, ...next.items]).toEqual(items.slice(0, 4));
  });

  it('is nothing between a release and itself', async () => {
    const { items, settings } = JSON.parse(
      await read('/api/v1/releases/two/diff/two'),
    ) as ReleaseDiffResponse;
    expect([items, settings]).toEqual([[], []]);
  });

  it('is told on a page, by country', async () => {
    const page = await read('/en/releases/one/diff/two');
    expect(page).toContain('What changed from release one to release two');
    expect(page).toContain('Corrected figures');
    expect(page).toContain('/api/v1/releases/one/diff/two.csv');
    const kenya = await read('/en/releases/one/diff/two?area=KEN');
    expect(kenya).toContain('of Kenya differ');
  });
});
