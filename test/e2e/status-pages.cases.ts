import { AccessService } from '../../src/access/access.service.js';
import { PageReader, type ReadPage } from '../support/page-reader.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { REVIEWING, SENDING } from './keys.js';
import { unguarded } from '../support/unguarded.js';

const LADDER = 'CA_NO_SHUTDOWN_RULE';
const HEADER = 'country,indicator,year,value,source,evidence,groups';

describe('after sending, on pages', () => {
  let running: RunningApp;
  let sender: PageReader;
  let reviewer: PageReader;

  beforeAll(async () => {
    running = await startApp();
    const access = running.app.get(AccessService);
    const signedIn = async (key: string): Promise<PageReader> => {
      const reader = new PageReader(running.url);
      await reader.signIn(key);
      return reader;
    };
    const sending = await access.createKey({ community: SENDING, roles: ['submitter'], name: 'Sender' });
    await unguarded(
      running.database.dataSource,
      `INSERT INTO membership (contributor_id, community_id, roles)
       SELECT $1, id, '{submitter}' FROM community WHERE NOT hidden AND code NOT IN ($2, $3) ORDER BY code LIMIT 1`,
      [sending.contributorId, SENDING, REVIEWING],
    );
    sender = await signedIn(sending.key);
    const reviewing = { community: REVIEWING, roles: ['reviewer'], name: 'Reviewer' } as const;
    reviewer = await signedIn((await access.createKey(reviewing)).key);
  }, 120_000);
  afterAll(() => running.close());

  async function acceptedOf(rows: readonly string[]): Promise<ReadPage> {
    const file = { name: 'rows.csv', content: [HEADER, ...rows].join('\n') };
    const page = await sender.open('/en/contribute');
    const draft = await sender.send(page, '/contribute', { community: SENDING }, file);
    const sent = await sender.send(draft, '/send');
    const desk = await reviewer.open(sent.path.replace('/submissions/', '/review/'));
    await reviewer.send(desk, '/decision', { decision: 'accept', text: 'As its source says.' });
    return sender.open(sent.path);
  }

  it('an accepted submission leads to each country it is about, and tells its history', async () => {
    const page = await acceptedOf(['Kenya,UI_NETUSE,2023,51.5,Survey,', 'Ghana,UI_NETUSE,2023,52.5,Survey,']);
    const [, links = ''] = /<section id="accepted">(.*?)<\/section>/s.exec(page.html) ?? [];
    expect([...links.matchAll(/href="([^"]*)">([^<]*)/g)].map(([, ...link]) => link)).toEqual([
      ['/en/countries/GHA', 'Ghana'],
      ['/en/countries/KEN', 'Kenya'],
    ]);
    expect(page.text).toMatch(/What happened Received .* Accepted /);
    expect(page.html).toContain(`/api/v1/communities/${SENDING}/submissions.atom`);
  });

  it('countries go by their names in the language of the page, in its order', async () => {
    const page = await sender.open('/fr/contribute?country=DEU');
    expect(page.html).toMatch(/<h2>Allemagne[^<]*<\/h2>/);
    const [, choice = ''] = /<select id="country"[^>]*>(.*?)<\/select>/s.exec(page.html) ?? [];
    const names = [...choice.matchAll(/<option[^>]*value="[A-Z]{3}"[^>]*>([^<]*)/g)].map(
      ([, name = '']) => name,
    );
    expect(names).toHaveLength(194);
    expect(names).toEqual(names.toSorted(new Intl.Collator('fr').compare));
  });

  it('somebody of two communities says for which one, and keeps what was chosen when a file is refused', async () => {
    const page = await sender.open('/en/contribute?country=KEN&issue=ACCESS');
    const file = { name: 'x.csv', content: 'nothing,to,see\n1,2,3\n' };
    const unsaid = await sender.send(page, '/contribute', {}, file);
    expect(unsaid.html).toContain('href="#community"');
    const refused = await sender.send(
      page,
      '/contribute',
      { community: SENDING },
      { name: 'x.pdf', content: '%PDF-1.7 no table' },
    );
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(refused.html).toContain('href="#file"');
    const [, upload = ''] = /<section id="send">(.*?)<\/section>/s.exec(refused.html) ?? [];
    expect(upload).toMatch(
      new RegExp(`<option[^>]*(value="${SENDING}"[^>]*selected|selected[^>]*value="${SENDING}")`),
    );
    expect(refused.form('/contribute').hidden).toMatchObject({ country: 'KEN', issue: 'ACCESS' });
  });

  it('an assessment is confirmed for the community that made it, with a link that shows it', async () => {
    await acceptedOf([`Kenya,${LADDER},2024,1,Own assessment,https://example.org/before,government`]);
    const page = await sender.open('/en/contribute?country=KEN');
    const [form = ''] =
      new RegExp(`<form(?:(?!</form>).)*value="${LADDER}".*?</form>`, 's').exec(page.html) ?? [];
    expect(form).toMatch(
      new RegExp(`<option[^>]*(value="${SENDING}"[^>]*selected|selected[^>]*value="${SENDING}")`),
    );
    const said = { indicator: LADDER, country: 'KEN', community: SENDING, evidence: 'no link' };
    const refused = await sender.send(page, '/confirmations', said);
    expect(refused.status).toBe(422);
    expect(refused.html).toMatch(
      new RegExp(`<input id="evidence-${LADDER}"[^>]*value="no link" aria-invalid="true"`),
    );
    const confirmed = await sender.send(page, '/confirmations', {
      ...said,
      evidence: 'https://example.org/now',
    });
    expect(confirmed.path).toMatch(/^\/en\/submissions\/[0-9a-f]{32}$/);
    expect(confirmed.text).toContain('Waiting for a reviewer');
  });
});
