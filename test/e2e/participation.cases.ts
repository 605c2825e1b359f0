import { AccessService } from '../../src/access/access.service.js';
import type { ParticipationResponse } from '../../src/api/reports/participation.response.js';
import { pdfText } from '../support/pdf-text.js';
import type { RunningApp } from '../support/running-app.js';

const OPERATORS = 'net-operators';
const [INCIDENTS, FRAGMENTATION] = ['CA_INCIDENT_COOPERATION', 'CA_FRAGMENTATION'];
const LINK = 'https://example.org/minutes';

/** @param administrator their key */
export function participationCases(
  at: () => { readonly running: RunningApp; readonly administrator: string },
): void {
  async function send(
    path: string,
    key: string,
    body: unknown,
    type = 'application/json',
  ): Promise<Response> {
    return fetch(`${at().running.url}/api/v1${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'if-match': '*', 'content-type': type },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  async function keyOf(community: string, role: 'submitter' | 'reviewer'): Promise<string> {
    const access = at().running.app.get(AccessService);
    return (await access.createKey({ community, roles: [role], name: `${role} of ${community}` })).key;
  }

  /** Sends assessments of Uganda and has them accepted. */
  async function assessed(
    community: string,
    ...rows: readonly (readonly [indicator: string | undefined, groups: string])[]
  ): Promise<void> {
    const lines = rows.map(
      ([indicator = '', groups]) => `UGA,${indicator},2025,2,own,${LINK},${groups},high`,
    );
    const csv = ['country,indicator,year,value,source,evidence,groups,confidence', ...lines].join('\n');
    const sent = await send('/submissions?mode=commit', await keyOf(community, 'submitter'), csv, 'text/csv');
    const { receipt } = (await sent.json()) as { readonly receipt: string };
    const decided = await send(`/submissions/${receipt}/decisions`, await keyOf('arab-igf', 'reviewer'), {
      decision: 'accept',
    });
    expect(decided.status).toBe(200);
  }

  async function report(query: string): Promise<ParticipationResponse> {
    const answer = await fetch(`${at().running.url}/api/v1/reports/participation?${query}`);
    expect(answer.status).toBe(200);
    return (await answer.json()) as ParticipationResponse;
  }

  describe('participation', () => {
    let before: ParticipationResponse;

    beforeAll(async () => {
      const { administrator } = at();
      before = await report('area=UGA');
      const operators = { code: OPERATORS, name: 'Network operators', kind: 'other', areas: ['UGA'] };
      await send('/communities', administrator, { ...operators, stakeholder: 'technical_community' });
      await send(`/communities/${OPERATORS}/confirmation`, administrator, {});
      await assessed(
        'african-igf',
        [INCIDENTS, 'civil society (12); government (3)'],
        [FRAGMENTATION, 'civil society (8)'],
      );
      await assessed(OPERATORS, [INCIDENTS, 'private sector (6)']);
    });

    it('is what a hand counts, on the page, in JSON, in CSV and in the brief', async () => {
      const { total, gaps } = await report('area=UGA');
      expect([before.total.contributions, total.contributions, total.communities]).toEqual([0, 3, 2]);
      expect(total.groups.map(({ group, contributions }) => [group, contributions])).toEqual([
        ['government', 1],
        ['international_organisation', 0],
        ['civil_society', 2],
        ['technical_community', 1],
        ['private_sector', 1],
      ]);
      // Shares 1/5, 2/5, 1/5, 1/5: H = 1.332179; ln 5 = 1.609438.
      expect(total.balance).toBeCloseTo(0.827729, 6);
      // 12 is kept as 10, 8 as 10: one group of one community in one year. 6 is kept as 5, 3 as fewer than five.
      expect(total.persons).toEqual({ rounded: 10 + 5, small: 1 });
      const onCybersecurity = gaps.filter(({ issue }) => issue === 'CYB').map(({ group }) => group);
      expect(onCybersecurity).toEqual(['international_organisation']);

      const { url } = at().running;
      const csv = await (await fetch(`${url}/api/v1/reports/participation.csv?area=UGA`)).text();
      expect(csv).toContain(`total,,,,,2,regional other,1,3,1,0,2,1,1,0,4,${String(total.balance)},15,1`);
      const said = '2 communities of 2 kinds contributed. 4 of the 5 stakeholder groups took part';
      for (const page of ['/en/participation?area=UGA', '/en/countries/UGA']) {
        expect(await (await fetch(url + page)).text()).toContain(said);
      }
      const brief = await fetch(`${url}/api/v1/reports/countries/UGA.pdf`);
      expect(await pdfText(await brief.arrayBuffer())).toContain(said);
    });

    it('is told of an earlier state as it was then', async () => {
      const { total } = await report(`area=UGA&asOf=${String(before.revision)}`);
      expect(total).toEqual(before.total);
    });

    it('refuses what is not known, and an area together with a region', async () => {
      for (const query of ['area=XXX', 'region=NOWHERE', 'issue=CYBER', 'area=UGA&region=UN-AFRICAN']) {
        const refused = await fetch(`${at().running.url}/api/v1/reports/participation?${query}`);
        expect(refused.status).toBe(400);
      }
    });
  });
}
