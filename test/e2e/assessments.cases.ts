import papaparse from 'papaparse';
import { AccessService } from '../../src/access/access.service.js';
import type { IndicatorReportResponse } from '../../src/api/reports/indicator-report.response.js';
import type { RunningApp } from '../support/running-app.js';

const [YOUTH, GENDER] = ['CA_YOUTH', 'CA_GENDER'];
const LINK = 'https://example.org/minutes';
const HEADER = 'country,indicator,year,value,source,evidence,groups,confidence,status,note';

/** A level, in the country all of this is about. */
type Level = readonly [indicator: string, year: number, level: number, groups: string, doubt?: 'doubtful'];
type Row = Readonly<Record<string, unknown>>;

/** Communities assess Uganda. `reviewerHeaders` are those of somebody of none of these communities. */
export function assessmentCases(
  at: () => { readonly running: RunningApp; readonly reviewerHeaders: Readonly<Record<string, string>> },
): void {
  const get = async (path: string): Promise<string> => {
    const answer = await fetch(at().running.url + path);
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.text();
  };
  const json = async (path: string): Promise<Row> => JSON.parse(await get(path)) as Row;
  const csv = async (path: string): Promise<readonly Record<string, string>[]> =>
    papaparse.parse<Record<string, string>>(await get(path), { header: true, skipEmptyLines: true }).data;

  async function post(path: string, body: string, headers: Readonly<Record<string, string>>): Promise<Row> {
    const answer = await fetch(`${at().running.url}/api/v1/submissions${path}`, {
      method: 'POST',
      headers: { 'if-match': '*', ...headers },
      body,
    });
    const told = (await answer.json()) as Row;
    if (answer.status > 201) throw new Error(JSON.stringify(told));
    return told;
  }

  const decide = (receipt: string, step: string, body: object): Promise<Row> =>
    post(`/${receipt}/${step}`, JSON.stringify(body), {
      ...at().reviewerHeaders,
      'content-type': 'application/json',
    });

  /** What a community says, accepted. */
  async function assess(community: string, ...levels: readonly Level[]): Promise<Row & { receipt: string }> {
    const key = { community, roles: ['submitter'], name: `Assessor of ${community}` } as const;
    const { key: secret } = await at().running.app.get(AccessService).createKey(key);
    const lines = levels.map(([indicator, year, level, groups, doubt = 'normal']) =>
      ['UGA', indicator, year, level, 'own', LINK, groups, 'medium', doubt, 'Minutes'].join(','),
    );
    const sent = await post('', [HEADER, ...lines].join('\n'), {
      authorization: `Bearer ${secret}`,
      'content-type': 'text/csv',
    });
    const receipt = String(sent.receipt);
    return { ...(await decide(receipt, 'decisions', { decision: 'accept' })), receipt };
  }

  describe('assessments of several communities', () => {
    beforeAll(async () => {
      await assess(
        'arab-igf',
        [YOUTH, 2024, 4, 'government (40)'],
        [YOUTH, 2025, 1, 'civil society (12); government (3)'],
        [GENDER, 2025, 2, 'civil society'],
      );
      await assess(
        'asia-pacific-regional-igf',
        [YOUTH, 2025, 3, 'technical community (8)'],
        [GENDER, 2025, 3, 'private sector (1)'],
      );
      await assess('latin-american-and-caribbean-igf', [YOUTH, 2025, 4, 'civil society (2)']);
      const unsure = 'european-dialogue-on-internet-governance';
      await assess(unsure, [YOUTH, 2025, 0, 'international organisation (50)', 'doubtful']);
      const { receipt } = await assess('caribbean-igf', [YOUTH, 2025, 0, 'private sector (7)']);
      await decide(receipt, 'revert', { text: 'It was of another country.' });
    }, 60_000);

    const of = (items: unknown, indicator: string, name = 'indicator'): Row | undefined =>
      (items as readonly Row[]).find((item) => item[name] === indicator);

    /** Levels 1, 3 and 4; that of 2024 is replaced, a doubtful 0 stays out, and the other 0 was reverted. */
    const youth = { assessments: 3, spread: 3, disputed: true };
    const youthGroups = ['government', 'civil_society', 'technical_community'];
    /** Levels 2 and 3. */
    const gender = { assessments: 2, spread: 1, disputed: false };
    const genderGroups = ['civil_society', 'private_sector'];

    it('score their median and tell how far they are apart', async () => {
      const { items } = await json(`/api/v1/scores?area=UGA&node=${YOUTH},${GENDER}`);
      const young = of(items, YOUTH, 'code');
      expect(young).toMatchObject({ ...youth, value: 3, score: 75, groups: youthGroups });
      expect(young?.flags).toContain('DISPUTED');
      const women = of(items, GENDER, 'code');
      expect(women).toMatchObject({ ...gender, value: 2.5, score: 62.5, groups: genderGroups });
      expect(women?.flags).not.toContain('DISPUTED');
    });

    it('are the same in every report, with who took part', async () => {
      const youthMembers = [
        { community: 'arab-igf', level: 1, year: 2025, confidence: 'medium' },
        { community: 'asia-pacific-regional-igf', level: 3, year: 2025 },
        { community: 'latin-american-and-caribbean-igf', level: 4, year: 2025 },
      ];
      const told = { median: 3, spread: 3, disputed: true, members: youthMembers };
      const explained = await json(`/api/v1/scores/UGA/${YOUTH}/explanation`);
      const country = await json('/api/v1/reports/countries/UGA');
      const everywhere = (await json(
        `/api/v1/reports/indicators/${YOUTH}`,
      )) as unknown as IndicatorReportResponse;
      expect(of(explained.indicators, YOUTH)?.assessment).toMatchObject(told);
      expect(of(country.indicators, YOUTH)?.assessment).toEqual(of(explained.indicators, YOUTH)?.assessment);
      expect(JSON.stringify(everywhere)).toContain(JSON.stringify(of(country.indicators, YOUTH)?.assessment));
      const [arab] = (of(country.indicators, YOUTH)?.assessment as { members: readonly Row[] }).members;
      expect(arab?.tookPart).toEqual([
        { group: 'government', persons: '<5' },
        { group: 'civil_society', persons: '10' },
      ]);
      expect(of(country.indicators, GENDER)?.assessment).toMatchObject({
        median: 2.5,
        spread: 1,
        disputed: false,
      });
    });

    it('are the same in tables and on pages', async () => {
      const cells = { assessments: '3', spread: '3', disputed: 'true', groups: youthGroups.join(' ') };
      const [explained] = await csv(`/api/v1/scores/UGA/${YOUTH}/explanation.csv`);
      expect(explained).toMatchObject({ ...cells, value: '3' });
      const rows = await csv('/api/v1/reports/countries/UGA.csv');
      expect(rows.find(({ code }) => code === YOUTH)).toMatchObject({ ...cells, value: '3', level: '75' });
      expect(rows.find(({ code }) => code === GENDER)).toMatchObject({
        ...{ assessments: '2', spread: '1', disputed: 'false', groups: genderGroups.join(' ') },
        value: '2.5',
      });
      const page = textOf(await get(`/en/countries/UGA/explain/${YOUTH}`));
      expect(page).toContain('3 communities have assessed it.');
      expect(page).toContain('their levels lie 3 levels apart');
      expect(page).toContain('government (fewer than 5 persons)');
      expect(textOf(await get('/en/countries/UGA'))).toContain('disputed: the assessments lie far apart');
    });

    it('tell nothing of persons that protection leaves out, though other numbers are sent', async () => {
      const read = async (): Promise<readonly string[]> => {
        const paths = [
          '/api/v1/reports/participation?area=UGA',
          '/api/v1/reports/participation.csv?area=UGA',
          `/api/v1/scores/UGA/${YOUTH}/explanation`,
          `/api/v1/observations.csv?area=UGA&indicator=${YOUTH},${GENDER}`,
        ];
        // What is accepted makes a revision, also where it changes nothing.
        const answers = await Promise.all(paths.map(get));
        return answers.map((text) => text.replace(/"(revision|dataRevision)":\d+|,\d+\r?$/gm, ''));
      };
      const before = await read();
      const { counts } = await assess(
        'arab-igf',
        [YOUTH, 2025, 1, 'civil society (9); government (1)'],
        [GENDER, 2025, 2, 'civil society'],
      );
      expect(counts).toMatchObject({ added: 0, unchanged: 2 });
      expect(await read()).toEqual(before);
    });
  });
}

function textOf(page: string): string {
  return page.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');
}
