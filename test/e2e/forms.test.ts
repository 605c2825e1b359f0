import { DataSource } from 'typeorm';
import { formToken } from '../../src/access/session-token.js';
import { languages } from '../../src/language/language.js';
import { DECISIONS, type Asked } from './access-matrix/decisions.js';
import { WHO, type Who } from './access-matrix/rules.js';
import { World } from './access-matrix/world.js';

/** Forms of pages, but those without a session to ride on: of the links of mails, and the one that asks for such mails. */
const FORMS = DECISIONS.filter(
  ({ route }) => route.startsWith('POST /:lang/') && !/^POST \/:lang\/(contact\/|follow)/.test(route),
);

/** What is otherwise about a form that would be taken. */
interface Change {
  /** What it carries in the place of its token. */
  readonly token?: () => string | undefined;
  /** Where a browser says that it comes from. */
  readonly site?: string;
}

describe('a form', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.open();
  }, 120_000);
  afterAll(() => world.close());

  /** How many rows every table holds and which of them was written last, but for when sessions and keys were last seen. */
  async function allThereIs(): Promise<Readonly<Record<string, string>>> {
    const dataSource = world.app.get(DataSource);
    const tables: { name: string }[] = await dataSource.query(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
       AND relname NOT IN ('web_session', 'api_key')`,
    );
    const ofEach = tables.map(
      ({ name }) =>
        `SELECT '${name}' AS name, concat(count(*), ' ', max(xmin::text::bigint)) AS held FROM "${name}"`,
    );
    const keys = `SELECT 'api_key', string_agg((to_jsonb(k) - 'last_used_on')::text, ' ' ORDER BY k.id) FROM api_key k`;
    const held: { name: string; held: string }[] = await dataSource.query(
      [...ofEach, keys].join(' UNION ALL '),
    );
    return Object.fromEntries(held.map((table) => [table.name, table.held]));
  }

  /** Sends a form that would be taken, but for what is changed about it; gives the status of each answer. */
  async function statusesOf(
    route: string,
    who: Who,
    asked: Asked,
    changes: readonly Change[],
  ): Promise<readonly number[]> {
    const cookie = asked.headers?.['cookie'] ?? `iww=${world.credentials(who)?.session ?? ''}`;
    const parts: Readonly<Record<string, string>> = { lang: 'en', ...asked.parts };
    const path = route.slice(5).replace(/:(\w+)/g, (_, name: string) => parts[name] ?? '');
    const { _token: _, ...form } = asked.form ?? {};
    const own = formToken(cookie.replace(/^.*iww=/, ''));
    const statuses: number[] = [];
    for (const { token = () => own, site } of changes) {
      const given = token();
      const body = bodyOf({ ...form, ...(given !== undefined && { _token: given }) }, asked.file);
      const headers = { cookie, ...asked.headers, ...(site !== undefined && { 'sec-fetch-site': site }) };
      const answer = await fetch(world.url + path, { method: 'POST', redirect: 'manual', body, headers });
      await answer.text();
      statuses.push(answer.status);
    }
    return statuses;
  }

  it('is known for each page that takes one', () => {
    expect(FORMS.length).toBeGreaterThan(12);
    expect(languages.length).toBe(6);
  });

  it.each(FORMS.map((decision) => [decision.route, decision] as const))(
    'is refused, and changes nothing, unless this session made it for this site: %s',
    async (route, { rule, ask }) => {
      const auditor = formToken(world.credentials('auditor')?.session ?? '');
      const owner = WHO.find((one) => rule[one] === 'allowed') ?? 'submitter';
      const asked = await ask(world, owner);
      const before = await allThereIs();
      const statuses = await statusesOf(route, owner, asked, [
        { token: () => undefined },
        { token: () => '' },
        { token: () => (owner === 'auditor' ? 'guessed' : auditor) },
        { site: 'cross-site' },
        { site: 'same-site' },
      ]);
      expect(statuses).toEqual([403, 403, 403, 403, 403]);
      expect(await allThereIs()).toEqual(before);
    },
    60_000,
  );
});

function bodyOf(
  fields: Readonly<Record<string, string>>,
  file: string | undefined,
): URLSearchParams | FormData {
  if (file === undefined) return new URLSearchParams(fields);
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append('file', new Blob([file]), 'figures.csv');
  return body;
}
