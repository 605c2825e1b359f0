import { readFileSync } from 'node:fs';
import papaparse from 'papaparse';
import type { GroupLineResponse } from '../../src/api/reports/group-line.response.js';
import type {
  CommunityReportResponse,
  GroupReportResponse,
} from '../../src/api/reports/group-report.response.js';
import type { GroupScoreListResponse } from '../../src/api/scores/group-scores.response.js';
import type { ScoreListResponse } from '../../src/api/scores/score.response.js';
import { startApp, type RunningApp } from '../support/running-app.js';

describe('scores of groups', () => {
  let running: RunningApp;

  beforeAll(async () => {
    running = await startApp();
  }, 120_000);

  afterAll(() => running.close());

  const get = (address: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(running.url + address, { headers });
  const json = async <Answer>(address: string): Promise<Answer> =>
    (await (await get(address)).json()) as Answer;
  const csv = async (address: string): Promise<Record<string, string>[]> => {
    const text = await (await get(address, { accept: 'text/csv' })).text();
    return papaparse.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
  };

  it('are those of the members, weighted by the population file, and plain', async () => {
    const population = papaparse.parse<Record<string, string>>(readFileSync('seeds/population.csv', 'utf8'), {
      header: true,
      skipEmptyLines: true,
    }).data;
    const { items: levels } = await json<ScoreListResponse>('/api/v1/scores?node=UI_NETUSE&limit=1000');
    expect(levels.length).toBe(194);
    let weighted = 0;
    let counted = 0;
    let everybody = 0;
    const known: number[] = [];
    for (const { area, score } of levels) {
      const inhabitants = Number(population.find(({ country }) => country === area)?.value ?? 0);
      everybody += inhabitants;
      if (score === null) continue;
      known.push(score);
      weighted += inhabitants * score;
      counted += inhabitants;
    }
    const answer = await json<GroupScoreListResponse>('/api/v1/group-scores?group=WORLD&node=UI_NETUSE');
    expect(answer).toMatchObject({ populationYear: 2023, asOfYear: 2026, next: null });
    const [world] = answer.items;
    expect(world).toMatchObject({ group: 'WORLD', community: null, kind: 'indicator', members: 194 });
    expect(world?.withScore).toBe(known.length);
    expect(world?.people).toBeCloseTo(weighted / counted, 9);
    expect(world?.countries).toBeCloseTo(known.reduce((sum, level) => sum + level, 0) / known.length, 9);
    expect(world?.populationCoverage).toBeCloseTo(counted / everybody, 12);
    expect(world?.memberCoverage).toBeCloseTo(known.length / 194, 12);
    expect([world?.lowest, world?.highest]).toEqual([Math.min(...known), Math.max(...known)]);
  });

  it('carry their questions, and give too little as null with the reason and the coverage', async () => {
    const { questions, items } = await json<GroupScoreListResponse>('/api/v1/group-scores?by=principle');
    expect(questions.people).toMatch(/average person/);
    expect(questions.countries).toMatch(/average member/);
    expect(items.length).toBe(10 * 5);
    expect(items.some(({ people }) => people !== null)).toBe(true);
    for (const { people, countries, missing, populationCoverage } of items) {
      expect([people === null, countries === null]).toEqual([missing !== null, missing !== null]);
      expect(populationCoverage).toBeGreaterThanOrEqual(0);
    }
  });

  it.each([
    'group-scores?by=indicator&limit=1000',
    'group-scores?group=UN-AFRICAN&community=lusophone-igf&by=goal',
    'group-scores?group=WORLD&node=P2,UI_NETUSE,ACCESS',
  ])('say the same in JSON and CSV, as described: %s', async (path) => {
    const answer = await json<GroupScoreListResponse>(`/api/v1/${path}`);
    const rows = await csv(`/api/v1/${path}`);
    expect(rows.length).toBe(answer.items.length);
    expect(rows.length).toBeGreaterThan(0);
    rows.forEach((row, i) => {
      const item = answer.items[i] as unknown as Record<string, unknown>;
      expect(Object.keys(row).map(camelCase).sort()).toEqual(Object.keys(item).sort());
      for (const [header, cell] of Object.entries(row)) {
        expect([i, header, cell]).toEqual([i, header, asCell(item[camelCase(header)])]);
      }
    });
  });

  it('come in pages that neither repeat nor leave out anything', async () => {
    const whole = await csv('/api/v1/group-scores?by=goal');
    const read: string[] = [];
    let address: string | undefined = '/api/v1/group-scores?by=goal&limit=70';
    while (address !== undefined) {
      const answer = await get(address);
      const page = (await answer.json()) as GroupScoreListResponse;
      read.push(...page.items.map(({ group, code }) => `${String(group)} ${code}`));
      address = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
    }
    expect(read.length).toBeGreaterThan(140);
    expect(read).toEqual(whole.map(({ group, code }) => `${String(group)} ${String(code)}`));
  });

  it.each([
    ['group=WORLDS', '?group', 'WORLD'],
    ['community=lusophone', '?community', 'lusophone-igf'],
    ['node=P9', '?node', 'P1'],
  ])('refuse the unknown code of %s and list the allowed ones', async (query, pointer, allowed) => {
    const answer = await get(`/api/v1/group-scores?${query}`);
    const { errors } = (await answer.json()) as { errors: { pointer: string; hint: string }[] };
    expect([answer.status, errors[0]?.pointer]).toEqual([400, pointer]);
    expect(errors[0]?.hint).toContain(allowed);
  });

  it('are reported for a region with every member by name', async () => {
    const report = await json<GroupReportResponse>('/api/v1/reports/groups/UN-AFRICAN');
    const names = report.members.map(({ name }) => name);
    expect(names.length).toBe(54);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
    const { items } = await json<GroupScoreListResponse>(
      '/api/v1/group-scores?group=UN-AFRICAN&by=principle',
    );
    expect(report.principles).toEqual(items.map(({ group: _, community: __, ...line }) => line));
    const { items: own } = await json<ScoreListResponse>('/api/v1/scores?area=KEN&by=principle');
    expect(report.members.find(({ code }) => code === 'KEN')?.principles).toEqual(
      own.map(({ code, score, missing }) => ({ code, score, missing })),
    );
    const rows = await csv('/api/v1/reports/groups/UN-AFRICAN');
    const lines: readonly GroupLineResponse[] = [
      ...report.principles,
      ...report.issues,
      ...report.indicators,
    ];
    // How members lie in each principle, and those of the world, stands at the end.
    expect(rows.length).toBe(lines.length + 54 * 5 + 2 * 5);
    lines.forEach((line, i) => {
      expect(rows[i]).toMatchObject({
        group: 'UN-AFRICAN',
        code: line.code,
        people: asCell(line.people),
        countries: asCell(line.countries),
        missing: asCell(line.missing),
        people_change: asCell(line.peopleChange),
        directions: asCell(line.directions),
      });
    });
  });

  it('are reported for a community of several countries, and lead to the country for one of one', async () => {
    const lusophone = await json<CommunityReportResponse>('/api/v1/reports/communities/lusophone-igf');
    expect(lusophone).toMatchObject({ kind: 'community', country: null });
    expect(lusophone.members.map(({ code }) => code).sort()).toEqual(
      'AGO BRA CPV GNB GNQ MOZ PRT STP TLS'.split(' '),
    );
    expect(lusophone.indicators.find(({ code }) => code === 'UI_NETUSE')?.people).toBeGreaterThan(0);
    const { items } = await json<{ items: { code: string; areas: string[]; kind: string }[] }>(
      '/api/v1/communities',
    );
    const national = items.find(({ areas }) => areas.length === 1);
    const alone = await json<CommunityReportResponse>(`/api/v1/reports/communities/${national?.code ?? ''}`);
    expect(alone.country).toBe(national?.areas[0]);
    expect(alone.principles.map(({ people, missing }) => [people, missing])).toEqual(
      alone.principles.map(() => [null, 'TOO_FEW_MEMBERS']),
    );
    const nowhere = await json<CommunityReportResponse>('/api/v1/reports/communities/african-igf');
    expect(nowhere).toMatchObject({ country: null, members: [] });
  });

  it.each([
    ['communities/kenya-youth-igf', 'community_not_found'],
    ['communities/published-figures', 'community_not_found'],
    ['groups/UN-NOWHERE', 'group_not_found'],
  ])('are not told of what is hidden or is not there: %s', async (path, problem) => {
    const answer = await get(`/api/v1/reports/${path}`);
    expect([answer.status, ((await answer.json()) as { type: string }).type]).toEqual([
      404,
      `/problems/${problem}`,
    ]);
  });
});

function camelCase(header: string): string {
  return header.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function asCell(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return Object.entries(value ?? {})
    .map(([name, count]) => `${name}=${String(count)}`)
    .join(' ');
}
