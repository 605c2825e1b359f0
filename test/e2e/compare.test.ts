import papaparse from 'papaparse';
import { gzipSync } from 'node:zlib';
import type { CompareReportResponse } from '../../src/api/reports/compare-report.response.js';
import { wordsOf } from '../../src/language/words.js';
import { startApp, type RunningApp } from '../support/running-app.js';

const words = wordsOf('en');
const question = 'area=KEN,BRA,TUV&group=UN-AFRICAN&node=P2&node=UI_NETUSE&node=ACCESS&node=GDC-11b';
const TEN = 'area=KEN,BRA,UGA,TZA,RWA,FRA,DEU,CHN,IND,USA';

let running: RunningApp;

beforeAll(async () => {
  running = await startApp();
}, 120_000);

afterAll(() => running.close());

const get = (path: string): Promise<Response> => fetch(running.url + path, { redirect: 'manual' });
const text = async (path: string): Promise<string> => (await get(path)).text();
const report = async (query: string): Promise<CompareReportResponse> =>
  (await (await get(`/api/v1/reports/compare?${query}`)).json()) as CompareReportResponse;

/** Rows by what their head leads to, one map for each table of scores. */
function tablesOf(html: string): readonly ReadonlyMap<string, string>[] {
  return [...html.matchAll(/<table class="issues areas">(.*?)<\/table>/gs)].map(
    ([, table = '']) =>
      new Map(
        [...table.matchAll(/<th scope="row"><a href="([^"]+)">.*?<\/th>(.*?)<\/tr>/gs)].map(
          ([, href = '', cells = '']) => [href, cells.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')],
        ),
      ),
  );
}

describe('the page that compares', () => {
  it('prints the numbers of the interface, which are those of its table', async () => {
    const { nodes } = await report(question);
    const tables = tablesOf(await text(`/en/compare?${question}`));
    const { data } = papaparse.parse<Record<string, string>>(
      await text(`/api/v1/reports/compare.csv?${question}`),
      {
        header: true,
        skipEmptyLines: true,
      },
    );
    expect(nodes.map(({ code }) => code)).toEqual(['P2', 'UI_NETUSE', 'ACCESS', 'GDC-11b']);
    expect(tables).toHaveLength(nodes.length);
    for (const [position, node] of nodes.entries()) {
      const rows = data.filter((row) => row['node'] === node.code);
      for (const area of node.areas) {
        const printed = tables[position]?.get(`/en/countries/${area.code}`);
        if (area.score !== null) expect(printed).toContain(` ${words.score(area.score)} `);
        if (area.value !== null) expect(printed).toContain(` ${words.value(area.value)} `);
        const row = rows.find(({ kind, code }) => kind === 'country' && code === area.code);
        expect(row?.['score']).toBe(area.score === null ? '' : String(area.score));
        const years = rows.filter(({ kind, code }) => kind === 'year' && code === area.code);
        expect(years.map(({ year, score }) => [Number(year), Number(score)])).toEqual(
          area.history.map(({ year, score }) => [year, score]),
        );
      }
      for (const { group, median, withScore, members } of node.groups) {
        const printed = tables[position]?.get(`/en/regions/${group.code}`);
        expect(printed).toContain(median === null ? '–' : words.score(median));
        expect(printed).toContain(`${String(withScore)} of ${String(members)} countries`);
      }
    }
  });

  it('agrees with the scores that stand elsewhere', async () => {
    const { nodes } = await report(question);
    const principle = (await (await get('/api/v1/reports/principles/P2')).json()) as {
      areas: { code: string; score: number | null; coverage: number }[];
    };
    for (const { code, score, coverage } of nodes[0]?.areas ?? [])
      expect(principle.areas.find((one) => one.code === code)).toMatchObject({ score, coverage });
  });

  it('keeps the order of the question: nothing is ranked', async () => {
    for (const areas of ['KEN,FRA,BRA', 'FRA,BRA,KEN', 'BRA,KEN,FRA']) {
      const [table] = tablesOf(await text(`/en/compare?area=${areas}&node=P2`));
      expect([...(table?.keys() ?? [])].map((href) => href.slice(-3)).join()).toBe(areas);
    }
    expect(await text(`/en/compare?${question}`)).not.toMatch(/>\s*(1st|#1|rank)/i);
  });

  it('compares on the principles unless told otherwise, and takes any code of a country', async () => {
    const html = await text('/en/compare?area=ke&area=076');
    const tables = tablesOf(html);
    expect(tables).toHaveLength(5);
    expect([...(tables[0]?.keys() ?? [])]).toEqual(['/en/countries/KEN', '/en/countries/BRA']);
    expect(html).toMatch(/<input type="checkbox" name="area" value="KEN" checked/);
  });

  it('says what can be chosen while nothing is, and suggests peers of a single country', async () => {
    const empty = await text('/en/compare');
    expect(empty).toContain('group=UN-AFRICAN&amp;group=UN-ASIA-PACIFIC');
    expect([...empty.matchAll(/<input type="checkbox" name="area"/g)]).toHaveLength(194);
    expect(tablesOf(empty)).toEqual([]);
    const alone = await text('/en/compare?area=KEN');
    expect(alone).toContain('Kenya beside Lower middle income countries');
  });

  it.each([
    ['area=KEX', 404, 'Did you mean KEN?'],
    ['area=KEN&group=UN-AFRIC', 404, 'Did you mean UN-AFRICAN?'],
    ['area=KEN&node=NOTHING', 404, 'NOTHING'],
    ['area=ABW', 404, 'not scored'],
    [`${TEN},FIN`, 400, 'At most 10'],
  ])('tells what is wrong with %s', async (query, status, told) => {
    const response = await get(`/en/compare?${query}`);
    expect([response.status, (await response.text()).includes(told)]).toEqual([status, true]);
    expect((await get(`/api/v1/reports/compare?${query}`)).status).toBe(400);
  });

  it('needs no script and is small, also with ten countries on ten subjects', async () => {
    const nodes = 'node=P1,P2,P3,P4,P5,UI_NETUSE,ACCESS,AI,P2.1,GDC-11b';
    for (const path of [`/en/compare?${TEN}`, `/ar/compare?${TEN}&${nodes}`]) {
      const html = await text(path);
      expect(html).not.toContain('<script');
      expect(gzipSync(html).length).toBeLessThan(30_000);
    }
  });
});

describe('the explorer of commitments', () => {
  it('shows only what fits, and says how many do', async () => {
    const html = await text('/en/commitments?objective=1&evidence=unmeasured');
    const main = html.slice(html.indexOf('role="status"'));
    expect(main).toContain('8 of 101 commitments fit.');
    expect([...main.matchAll(/href="\/en\/commitments\/(GDC-[^"]+)"/g)]).toHaveLength(8);
    expect(await text('/en/commitments?indicator=NOTHING')).toContain('None of 101 commitments fits.');
  });
});

describe('the directory of communities', () => {
  it('keeps bodies that stand for no single country with every region', async () => {
    const html = await text('/en/communities?region=UN-GRULAC');
    expect(html).toContain('/en/communities/african-igf"');
    expect(html).toContain('/en/communities/brazil-igf"');
    expect(html).not.toContain('/en/communities/ghana-igf"');
  });
});
