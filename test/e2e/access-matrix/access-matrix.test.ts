import { RouteTable } from '../../../src/api/edge/route-table.js';
import { formToken } from '../../../src/access/session-token.js';
import { languages } from '../../../src/language/language.js';
import { sampleName, sampleOf } from '../../support/sample.js';
import { DECISIONS, type Asked, type Decision } from './decisions.js';
import { WHO, type Rule, type Verdict, type Who } from './rules.js';
import { bearer, World } from './world.js';

const SUFFIX = /\.(json|csv|svg|png|pdf|xlsx|html|txt|zip)$/;
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

describe('who may do what', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.open();
  }, 120_000);

  afterAll(() => world.close());

  /** Routes of the web server: pages once for all languages, each resource once for all its forms. */
  function routes(): readonly string[] {
    const all = world.app.get(RouteTable).all();
    const paths = new Set(all.map(({ path }) => path));
    const told = all
      .filter(({ method }) => METHODS.includes(method))
      .filter(({ path }) => !SUFFIX.test(path) || !paths.has(path.replace(SUFFIX, '')))
      .map(({ method, path }) => `${method} ${inAnyLanguage(path)}`);
    return [...new Set(told)].sort();
  }

  it('is decided for every route, and for no other', () => {
    const decided = [...new Set(DECISIONS.map(({ route }) => route))].sort();
    expect(routes().filter((route) => !decided.includes(route))).toEqual([]);
    expect(decided.filter((route) => !routes().includes(route))).toEqual([]);
    expect(decided.length).toBeGreaterThan(80);
  });

  it('is the same in every language, and for HEAD as for GET', () => {
    const all = world.app.get(RouteTable).all();
    const known = new Set(all.map(({ method, path }) => `${method} ${path}`));
    const missing = all.flatMap(({ method, path }) => {
      const folded = inAnyLanguage(path);
      const ofPages = folded === path ? [] : languages;
      const inEach = ofPages.map((language) => `${method} ${folded.replace(':lang', language)}`);
      return [...inEach, ...(method === 'HEAD' ? [`GET ${path}`] : [])].filter((route) => !known.has(route));
    });
    expect(missing).toEqual([]);
  });

  it.each(DECISIONS.map((decision) => [`${titleOf(decision)}, ${askedBy(decision)}`, decision] as const))(
    '%s',
    async (_title, decision) => {
      for (const who of whoAsks(decision)) {
        expect([who, await outcome(decision, who)]).toEqual([who, decision.rule[who]]);
      }
    },
  );

  const FORMS = DECISIONS.filter(
    ({ route, rule }) => route.startsWith('POST /:lang/') && rule.nobody !== 'allowed',
  );

  it.each(FORMS.map((decision) => [titleOf(decision), decision] as const))(
    '%s: not by a form that another site sends along with the session',
    async (_title, decision) => {
      const who =
        WHO.find((one) => decision.rule[one] === 'allowed') ??
        WHO.find((one) => decision.rule[one] !== 'key') ??
        'nobody';
      const asked = await decision.ask(world, who);
      const answer = await send(decision.route, who, {
        ...asked,
        form: { ...asked.form, _token: 'guessed' },
      });
      expect(answer.status).toBe(403);
    },
  );

  async function outcome(decision: Decision, who: Who): Promise<string> {
    const answer = await send(decision.route, who, await decision.ask(world, who));
    const verdict = await verdictOf(answer);
    if (verdict === 'allowed' && !decision.route.startsWith('GET')) world.spend();
    return verdict;
  }

  function send(route: string, who: Who, asked: Asked): Promise<Response> {
    const [method = '', pattern = ''] = route.split(' ');
    const language = languages[WHO.indexOf(who) % languages.length] ?? '';
    const parts: Readonly<Record<string, string>> = { lang: language, ...asked.parts };
    const path = pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(parts[name] ?? ''));
    const isPage = pattern.startsWith('/:lang');
    const { headers, body } = bodyOf(asked, isPage && method === 'POST' ? tokenOf(who) : undefined);
    return fetch(`${world.url}${path}${asked.query === undefined ? '' : `?${asked.query}`}`, {
      method,
      redirect: 'manual',
      headers: { ...shown(who, isPage), ...headers, ...asked.headers },
      ...(body === undefined ? {} : { body }),
    });
  }

  /** Pages know sessions, the interface keys; some come with the wrong one. */
  function shown(who: Who, isPage: boolean): Readonly<Record<string, string>> {
    const credentials = world.credentials(who);
    if (credentials === undefined) return {};
    const showsSession = isPage !== (who === 'wrongDoor');
    return showsSession ? { cookie: `iww=${credentials.session}` } : bearer(credentials.key);
  }

  function tokenOf(who: Who): string {
    return formToken(world.credentials(who)?.session ?? '');
  }
});

function bodyOf(
  { json, csv, form, file, headers }: Asked,
  token: string | undefined,
): { readonly headers: Readonly<Record<string, string>>; readonly body?: BodyInit } {
  if (json !== undefined) {
    return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(json) };
  }
  if (csv !== undefined) return { headers: { 'content-type': 'text/csv' }, body: csv };
  if (form === undefined && token === undefined) return { headers: {} };
  const [, ownSession] = /iww=([\w-]+)/.exec(headers?.['cookie'] ?? '') ?? [];
  const fields = { _token: ownSession === undefined ? (token ?? '') : formToken(ownSession), ...form };
  if (file === undefined) return { headers: {}, body: new URLSearchParams(fields) };
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append('file', new Blob([file]), 'figures.csv');
  return { headers: {}, body };
}

const VERDICTS: Readonly<Record<number, Verdict>> = {
  401: 'key',
  403: 'forbidden',
  404: 'hidden',
  422: 'refused',
  501: 'notBuilt',
  503: 'notYet',
};

async function verdictOf(answer: Response): Promise<string> {
  const text = await answer.text();
  const { status, headers } = answer;
  if (status === 303 && (headers.get('location') ?? '').includes('/sign-in?')) return 'key';
  if (status < 400) return 'allowed';
  const verdict = VERDICTS[status];
  return verdict ?? `${String(status)} ${text.slice(0, 300)}`;
}

function inAnyLanguage(path: string): string {
  return path.replace(/^\/(\w\w)(?=\/|$)/, (start, language: string) =>
    languages.includes(language) ? '/:lang' : start,
  );
}

/** Everybody; where all get the same, some of them, others in each run. */
function whoAsks({ rule }: Decision): readonly Who[] {
  return isSameForAll(rule) ? sampleOf(WHO, 4) : WHO;
}

function askedBy({ rule }: Decision): string {
  return isSameForAll(rule) ? `asked by ${sampleName}` : 'asked by all';
}

function isSameForAll(rule: Rule): boolean {
  return new Set(Object.values(rule)).size === 1;
}

function titleOf({ route, about }: Decision): string {
  return about === '' ? route : `${route} (${about})`;
}
