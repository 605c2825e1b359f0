import { PageReader, type ReadPage } from '../support/page-reader.js';
import type { RunningApp } from '../support/running-app.js';
import { SENDING } from './keys.js';

const ROUND = { place: `${SENDING} KEN`, year: '2025' };
const LINK = 'https://example.org/youth-council';

/** @param sender key of a submitter of the community that sends */
export function assessFormCases(at: () => { readonly running: RunningApp; readonly sender: string }): void {
  async function signedIn(): Promise<PageReader> {
    const { running, sender } = at();
    const reader = new PageReader(running.url);
    await reader.signIn(sender);
    return reader;
  }

  /** Begins a round of a year and chooses questions. @returns the page that asks who took part */
  async function begun(reader: PageReader, year: string, ...indicator: readonly string[]): Promise<ReadPage> {
    const choosing = await reader.send(await reader.open('/en/assess'), '/assess', { ...ROUND, year });
    return reader.send(choosing, '/indicators', { indicator });
  }

  async function drafts(): Promise<readonly Readonly<Record<string, unknown>>[]> {
    return at().running.database.dataSource.query('SELECT * FROM assessment_draft ORDER BY year');
  }

  describe('the form for assessments', () => {
    it('tells everybody what is asked, and lets nobody in without a key', async () => {
      const page = await new PageReader(at().running.url).open('/en/assess?issue=COOP');
      expect(page.text).toContain('The 17 questions');
      expect(page.text).toContain('Do young people have a standing, resourced part');
      expect(page.html).toContain('/en/sign-in?to=%2Fen%2Fassess%3Fissue%3DCOOP');
      expect(() => page.form('/assess')).toThrow();
    });

    it('ticks the questions of the issue it was opened for', async () => {
      const reader = await signedIn();
      const form = await reader.open('/en/assess?issue=COOP&country=KEN');
      expect(form.html).toContain(`<option value="${SENDING} KEN" selected`);
      const choosing = await reader.send(form, '/assess', { ...ROUND, year: '2021' });
      const ticked = [...choosing.html.matchAll(/value="(CA_\w+)"[^>]* checked/g)].map(([, code]) => code);
      expect(ticked.sort()).toEqual(['CA_FRAGMENTATION', 'CA_IGF_DIALOGUE', 'CA_YOUTH']);
      await reader.send(choosing, '/discard');
      expect(await drafts()).toEqual([]);
    });

    it('goes the whole way, question by question: checked, mended, sent with who took part', async () => {
      const reader = await signedIn();
      const groups = await begun(reader, '2025', 'CA_YOUTH', 'CA_LANGUAGES');
      const first = await reader.send(groups, '/groups', {
        group: ['civil_society'],
        'persons.civil_society': '3',
        'persons.government': '12',
        confidence: 'medium',
      });
      expect(first.text).toContain('Question 1 of 2');
      expect(first.text).toContain('For example:');
      const second = await reader.send(first, '/CA_LANGUAGES', { level: '', note: 'We could not agree.' });
      expect(second.text).toContain('Question 2 of 2');
      const checked = await reader.send(second, '/CA_YOUTH', {
        level: '3',
        evidence: 'a report',
        go: 'check',
      });
      expect(checked.text).toContain('One question has a level; one is left out.');
      expect(checked.text).toContain(
        'government (about 10 persons) and civil society (fewer than 5 persons)',
      );
      expect(checked.text).toMatch(/Fault: .*a report/);
      expect(() => checked.form('/check')).toThrow();

      const back = await reader.open(checked.path.replace(/check$/, 'CA_YOUTH'));
      expect(back.html).toMatch(/value="3"[^>]* checked/);
      const mended = await reader.send(back, '/CA_YOUTH', {
        level: '3',
        evidence: `${LINK}\r\n${LINK}-2`,
        confidence: 'high',
        note: 'Heard in May.',
      });
      expect(mended.text).toContain('Ready to be sent');
      const sent = await reader.send(mended, '/check');
      expect(sent.text).toContain('Waiting for a reviewer');
      const headers = { authorization: `Bearer ${at().sender}` };
      const address = `/api/v1${sent.path.slice(3)}/rows`;
      const rows = (await (await fetch(at().running.url + address, { headers })).json()) as {
        items: unknown;
      };
      expect(rows.items).toMatchObject([
        {
          country: 'KEN',
          indicator: 'CA_YOUTH',
          year: 2025,
          value: 3,
          evidence: `${LINK} ${LINK}-2`,
          groups: 'government (10); civil_society (<5)',
          confidence: 'high',
          note: 'Heard in May.',
        },
      ]);
      expect((await reader.open(mended.path)).status).toBe(404);
    });

    it('keeps no number of persons as it was typed, and the database takes none', async () => {
      const reader = await signedIn();
      await reader.send(await begun(reader, '2024', 'CA_YOUTH'), '/groups', {
        'persons.private_sector': '7',
      });
      expect((await drafts()).map(({ took_part }) => took_part)).toEqual(['private_sector (5)']);
      const { dataSource } = at().running.database;
      const write = dataSource.query(`UPDATE assessment_draft SET took_part = 'private_sector (7)'`);
      await expect(write).rejects.toThrow('assessment_draft_took_part_check');
    });

    it('says at the field which number of persons it cannot read', async () => {
      const reader = await signedIn();
      const groups = await reader.open((await begun(reader, '2024', 'CA_YOUTH')).path);
      const refused = await reader.send(groups, '/groups', { 'persons.government': 'some' });
      expect(refused.status).toBe(422);
      expect(refused.html).toMatch(/<a href="#persons\.government">“some” is no number of persons/);
      expect(refused.html).toMatch(/id="persons\.government"[^>]*value="some"[^>]*aria-invalid="true"/);
    });

    it('goes on after the session ended where it stopped, in any language', async () => {
      const reader = await signedIn();
      const question = await reader.send(await begun(reader, '2024', 'CA_YOUTH'), '/groups', {
        group: 'government',
      });
      await reader.send(question, '/sign-out');
      const lost = await reader.send(question, '/CA_YOUTH', { level: '1' });
      expect(lost.path).toContain('/en/sign-in?to=');
      const again = await signedIn();
      const start = await again.open('/ar/assess');
      const [, link = ''] = /href="(\/ar\/assess\/\w{32})"/.exec(start.html) ?? [];
      expect((await again.open(link)).path).toBe(question.path.replace('/en/', '/ar/'));
    });

    it('tells a second window that the draft was changed, and keeps what was typed there', async () => {
      const reader = await signedIn();
      const question = await reader.open(
        (await begun(reader, '2024', 'CA_YOUTH')).path.replace(/\w+$/, 'CA_YOUTH'),
      );
      await reader.send(question, '/CA_YOUTH', { level: '1' });
      const late = await reader.send(question, '/CA_YOUTH', { level: '4', note: 'From the other window' });
      expect(late.status).toBe(412);
      expect(late.text).toContain('Changed in another window');
      expect(late.text).toContain('From the other window');
      const saved = await reader.send(late, '/CA_YOUTH', { level: '4' });
      expect(saved.path).toMatch(/check$/);
      await reader.send(saved, '/discard');
      expect(await drafts()).toEqual([]);
    });
  });
}
