import { PageReader } from '../support/page-reader.js';

interface World {
  readonly url: string;
  readonly keys: Readonly<Record<string, string>>;
  /** Where the description of the initiative is read. */
  readonly surfaces: readonly string[];
  /** Where a statement on Internet use in Brazil is read. */
  readonly everywhere: readonly string[];
  readonly call: (method: string, path: string, who: string, body?: unknown) => Promise<Response>;
  readonly showing: (paths: readonly string[], text: string) => Promise<readonly string[]>;
}

interface Told {
  readonly id: string;
  readonly version: number;
}

const NRI = 'brazil-igf';
const CHARGE = 'Minister John Smith has failed the people and lied to everybody.';
const WORDS = 'Please write about the rule.';

/** Texts that a moderator looks at, for whoever reads, writes and moderates. */
export function moderationCases(of: () => World): void {
  describe('a profile that may target somebody', () => {
    const write = (text: string) =>
      of().call('PUT', `/communities/${NRI}/profile/description`, 'member', {
        consent: true,
        description: { en: text },
      });

    it('is taken, and shown nowhere while a moderator looks at it: its place says so', async () => {
      const { showing, surfaces } = of();
      const saved = await write(CHARGE);
      expect([saved.status, await saved.json()]).toMatchObject([
        200,
        { description: { en: CHARGE }, moderated: [{ field: 'description', state: 'held' }] },
      ]);
      expect(await showing(surfaces, 'Smith')).toEqual([]);
      const places = surfaces.filter((path) => /^\/en\/co|pdf$/.test(path) && !path.includes('letter'));
      expect(await showing(places, 'A moderator looks at this text')).toEqual(places);
      expect(await showing(surfaces.slice(0, 1), '"state":"held"')).toEqual(surfaces.slice(0, 1));
    });

    it('is declined on pages without script, appealed about, and shown by another moderator', async () => {
      const { url, keys, showing, surfaces } = of();
      const reader = async (who: string) => {
        const one = new PageReader(url);
        await one.signIn(keys[who] ?? '');
        return one;
      };
      const [moderator, member, administrator] = [
        await reader('moderator'),
        await reader('member'),
        await reader('administrator'),
      ];
      const queue = await moderator.open('/en/moderation/waiting');
      expect(queue.text).toContain('5 working days are left.');
      const path = /\/en\/moderation\/cases\/[0-9a-f]{16}/.exec(queue.html)?.[0] ?? '';
      const desk = await moderator.open(path);
      expect(desk.text).toContain(CHARGE);
      const wrong = await moderator.send(desk, path, { step: 'decline', text: WORDS });
      expect([wrong.status, wrong.html.includes(WORDS)]).toEqual([422, true]);
      await moderator.send(desk, path, { step: 'decline', reasonCode: 'names_person', text: WORDS });
      expect((await member.open('/en/moderation/own')).text).toContain('Declined on');
      const own = await member.open(path);
      expect(own.text).toContain(WORDS);
      expect((await member.send(own, path, { step: 'appeal', text: 'He is no person.' })).text).toContain(
        'Another moderator decides',
      );
      expect((await moderator.open(path)).html).not.toContain('value="overturn"');
      const final = await administrator.open(path);
      await administrator.send(final, path, { step: 'overturn' });
      expect(await showing(surfaces, CHARGE)).toEqual(surfaces);
    });
  });

  describe('a statement that everybody reads', () => {
    const SAYS = 'The count of islands is not in it.';

    it('is gone wherever it stood once a moderator takes it down, and its place says why', async () => {
      const { call, showing, everywhere } = of();
      const statement = { area: 'BRA', subject: 'indicator:UI_NETUSE', texts: { en: SAYS } };
      const { id } = (await (await call('POST', '/statements', 'respondent', statement)).json()) as Told;
      await call('POST', `/statements/${id}/decisions`, 'moderator', { decision: 'publish' });
      expect(await showing(everywhere, SAYS)).toEqual(everywhere);
      const down = { kind: 'statement', of: id, step: 'take_down', text: WORDS };
      const own = await call('POST', '/moderation/cases', 'moderator', {
        ...down,
        reasonCode: 'names_government',
      });
      expect([own.status, await own.json()]).toMatchObject([422, { errors: [{ code: 'decline_reason' }] }]);
      const taken = await call('POST', '/moderation/cases', 'moderator', {
        ...down,
        reasonCode: 'off_topic',
      });
      expect(taken.status).toBe(201);
      expect(await showing(everywhere, SAYS)).toEqual([]);
      const places = ['/en/countries/BRA', '/en/indicators/UI_NETUSE', '/api/v1/reports/countries/BRA.pdf'];
      expect(await showing(places, 'A moderator took this text down on')).toEqual(places);
      expect(await showing(['/api/v1/statements', '/api/v1/statements.csv'], 'off_topic')).toHaveLength(2);
      const one = (await taken.json()) as Told;
      const steps = `/moderation/cases/${one.id}/steps`;
      const stale = await call('POST', steps, 'respondent', { step: 'appeal', text: 'No.', version: 1 });
      expect(stale.status).toBe(412);
      const appeal = { step: 'appeal', text: 'It is about the figure.', version: one.version };
      expect((await call('POST', steps, 'respondent', appeal)).status).toBe(200);
      const uphold = { step: 'uphold', text: 'It is not.' };
      expect((await call('POST', steps, 'moderator', uphold)).status).toBe(409);
      expect((await call('POST', steps, 'administrator', uphold)).status).toBe(200);
    });
  });

  describe('the log of moderation', () => {
    it('tells decisions, reasons and appeals, and neither texts nor persons', async () => {
      const { url } = of();
      const read = async (path: string) => (await fetch(url + path)).text();
      const log = JSON.parse(await read('/api/v1/moderation')) as {
        items: Record<string, unknown>[];
        quarters: { takenDown: number; appeals: number; overturned: number }[];
      };
      expect(log.items).toContainEqual({
        decidedAt: expect.stringMatching(/Z$/) as string,
        kind: 'description',
        area: null,
        community: NRI,
        decision: 'declined',
        reasonCode: 'names_person',
        workingDays: 0,
        appeal: 'overturned',
        appealDecidedAt: expect.stringMatching(/Z$/) as string,
      });
      expect(log.items).toContainEqual(
        expect.objectContaining({ kind: 'statement', area: 'BRA', decision: 'taken_down', appeal: 'upheld' }),
      );
      expect(log.quarters).toMatchObject([{ takenDown: 1, appeals: 2, overturned: 1 }]);
      const csv = await read('/api/v1/moderation.csv');
      expect(csv.trim().split('\n')).toHaveLength(log.items.length + 1);
      const page = await read('/en/moderation');
      expect(page).toContain('It targets a person instead of the issue.');
      for (const text of [page, csv, JSON.stringify(log)])
        expect(text).not.toMatch(/Smith|islands|Moderator<|rule\./);
    });
  });
}
