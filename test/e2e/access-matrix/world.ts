import { AccessService } from '../../../src/access/access.service.js';
import type { FreshKey } from '../../../src/access/api-key.js';
import { KeyAdministrationService } from '../../../src/access/key-administration.service.js';
import { formToken } from '../../../src/access/session-token.js';
import type { ReleaseState } from '../../../src/scoring/releases/release.js';
import { NoticeMailService } from '../../../src/submissions/notices/notice-mail.service.js';
import { startMailServer, type MailServer } from '../../support/mail-server.js';
import { plantRelease } from '../../support/planted-release.js';
import { startApp, type RunningApp } from '../../support/running-app.js';
import { unguarded } from '../../support/unguarded.js';
import { REPLYING, REVIEWING, SENDING } from '../keys.js';
import { WHO, type Who } from './rules.js';

/** A submission of the community that sends. */
export interface Sent {
  readonly receipt: string;
  /** Its ETag. */
  readonly tag: string;
  readonly version: string;
}

/** States a submission can be brought to. */
export type State = 'draft' | 'received' | 'returned' | 'accepted';

/** How somebody shows who they are. */
export interface Credentials {
  readonly key: string;
  /** Value of the session's cookie. */
  readonly session: string;
}

type KeyRequest = Parameters<AccessService['createKey']>[0];
/** Of each kind of request all but the name. */
type Unnamed<Request = KeyRequest> = Request extends unknown ? Omit<Request, 'name'> : never;

const KEYS: Readonly<Record<Exclude<Who, 'nobody' | 'wrongDoor'>, Unnamed>> = {
  expired: { globalRoles: ['administrator'] },
  revoked: { globalRoles: ['administrator'] },
  submitter: { community: SENDING, roles: ['submitter'] },
  submitterElsewhere: { community: REVIEWING, roles: ['submitter'] },
  reviewerOwn: { community: SENDING, roles: ['reviewer'] },
  reviewer: { community: REVIEWING, roles: ['reviewer'] },
  narrowed: { community: REVIEWING, roles: ['submitter', 'reviewer'] },
  publisher: { globalRoles: ['publisher'] },
  administrator: { globalRoles: ['administrator'] },
  auditor: { globalRoles: ['auditor'] },
  respondent: { community: REPLYING, roles: ['respondent'] },
  moderator: { globalRoles: ['moderator'] },
};

const EXPIRED = `created_at = now() - interval '2 days', expires_at = now() - interval '1 day'`;

/** An installation with somebody of each kind, and things in each state when they are asked for. */
export class World {
  private readonly people = new Map<Who, Credentials>();
  private readonly kept = new Map<string, Promise<unknown>>();
  private count = 0;

  private constructor(
    private readonly running: RunningApp,
    private readonly post: MailServer,
  ) {}

  static async open(): Promise<World> {
    const post = await startMailServer();
    const environment = {
      SMTP_URL: post.url,
      IWW_MAIL_FROM: 'progress@example.org',
      IWW_PUBLIC_URL: 'https://progress.example.org',
    };
    const world = new World(await startApp({ environment }), post);
    await world.settle();
    return world;
  }

  async close(): Promise<void> {
    await this.running.close();
    await this.post.stop();
  }

  get app(): RunningApp['app'] {
    return this.running.app;
  }

  get url(): string {
    return this.running.url;
  }

  /** What a kind of person has in hand; `undefined` for nobody. */
  credentials(who: Who): Credentials | undefined {
    return this.people.get(who === 'wrongDoor' ? 'administrator' : who);
  }

  /** A number that was not given before. */
  next(): number {
    return (this.count += 1);
  }

  /** A submission in a state: the same one until `spend`. */
  submission(state: State): Promise<Sent> {
    return this.keep(state, () => this.make(state));
  }

  /** The token of an address that waits to be confirmed; the same one until `spend`. */
  contactToken(): Promise<string> {
    return this.keep('contact', async () => {
      const { key } = await this.newKey({ globalRoles: ['auditor'] });
      await this.leaveContact(key);
      await this.app.get(NoticeMailService).sendDue(new Date(Date.now() + 1_000));
      const mails = this.post.taken().map(({ text }) => text);
      const [, token = ''] = /contacts\/([\w-]{22})\/removal/.exec(mails.at(-1) ?? '') ?? [];
      if (token === '') throw new Error('No mail came with a link');
      return token;
    });
  }

  /** A release that somebody prepared, or that was published too: the same one until `spend`. */
  release(state: ReleaseState): Promise<string> {
    return this.keep(`release ${state}`, async () => {
      const id = `r-${String(this.next())}`;
      const publisher = async () => (await this.newKey({ globalRoles: ['publisher'] })).contributorId;
      const { dataSource } = this.running.database;
      const second = state === 'published' ? await publisher() : undefined;
      await plantRelease(dataSource, this.app, id, await publisher(), second);
      return id;
    });
  }

  /** What was made may have changed: the next ones are made anew. */
  spend(): void {
    this.kept.clear();
  }

  /** A key of somebody new, as an administrator makes it. */
  async newKey(request: Unnamed): Promise<FreshKey> {
    return this.app.get(AccessService).createKey({
      acceptsConduct: 'operator',
      ...request,
      name: `Somebody ${String(this.next())}`,
    });
  }

  /** Signs in. @returns value of the session's cookie */
  async signIn(key: string): Promise<string> {
    const { cookie, form } = await this.invitation();
    const answer = await this.fetch('/en/sign-in', {
      method: 'POST',
      headers: { cookie },
      body: new URLSearchParams({ ...form, key }),
    });
    const session = /iww=([\w-]{43})/.exec(answer.headers.get('set-cookie') ?? '')?.[1];
    if (session === undefined) throw new Error(`Signing in: ${String(answer.status)}`);
    return session;
  }

  /** What a sign-in page gives to a browser that has nothing yet. */
  async invitation(): Promise<{ readonly cookie: string; readonly form: { readonly _token: string } }> {
    const page = await this.fetch('/en/sign-in');
    const [, token = ''] = /iww=([\w-]{43})/.exec(page.headers.get('set-cookie') ?? '') ?? [];
    return { cookie: `iww=${token}`, form: { _token: formToken(token) } };
  }

  async leaveContact(key: string): Promise<void> {
    const answer = await this.fetch('/api/v1/me/contact', {
      method: 'PUT',
      headers: { ...bearer(key), 'content-type': 'application/json' },
      body: JSON.stringify({ address: `somebody-${String(this.next())}@example.org`, language: 'en' }),
    });
    await expectStatus(answer, 200);
  }

  /** A file with one good row that nobody sent before. */
  file(): string {
    const source = `Survey ${String(this.next())}`;
    return `country,indicator,year,value,source\nKEN,UI_NETUSE,2021,61.5,${source}\n`;
  }

  private async settle(): Promise<void> {
    // Somebody who stays in office: the last administrator could not be revoked.
    await this.newKey({ globalRoles: ['administrator'] });
    for (const who of WHO) {
      if (who === 'nobody' || who === 'wrongDoor') continue;
      const { id, key } = await this.newKey(KEYS[who]);
      this.people.set(who, { key, session: await this.signIn(key) });
      if (who === 'revoked') await this.app.get(KeyAdministrationService).revoke('operator', id);
      const change = { expired: EXPIRED, narrowed: `roles = '{submitter}'` }[who as string];
      if (change === undefined) continue;
      const { dataSource } = this.running.database;
      await unguarded(dataSource, `UPDATE api_key SET ${change} WHERE id = $1`, [id]);
    }
  }

  private async make(state: State): Promise<Sent> {
    if (state === 'draft') return this.makeDraft();
    const { receipt } = await this.sending('/api/v1/submissions', 'submitter', this.file(), 201);
    if (state !== 'received') {
      const { tag } = await this.seen(receipt, 'reviewer');
      const decision =
        state === 'accepted'
          ? { decision: 'accept' }
          : { decision: 'return', text: 'Which survey?', cells: [{ row: 2, column: 'value' }] };
      await this.sending(`/api/v1/submissions/${receipt}/decisions`, 'reviewer', decision, 200, tag);
    }
    return this.seen(receipt, 'submitter');
  }

  private async makeDraft(): Promise<Sent> {
    const { session = '' } = this.credentials('submitter') ?? {};
    const body = new FormData();
    body.append('_token', formToken(session));
    body.append('file', new Blob([this.file()]), 'figures.csv');
    const answer = await this.fetch('/en/contribute', {
      method: 'POST',
      headers: { cookie: `iww=${session}` },
      body,
    });
    await expectStatus(answer, 303);
    return this.seen(answer.headers.get('location')?.split('/').at(-1) ?? '', 'submitter');
  }

  private async seen(receipt: string, who: Who): Promise<Sent> {
    const headers = bearer(this.credentials(who)?.key ?? '');
    const answer = await this.fetch(`/api/v1/submissions/${receipt}`, { headers });
    await expectStatus(answer, 200);
    const tag = answer.headers.get('etag') ?? '';
    return { receipt, tag, version: /-(\d+)"$/.exec(tag)?.[1] ?? '' };
  }

  private async sending(
    path: string,
    who: Who,
    content: object | string,
    status: number,
    tag = '*',
  ): Promise<{ readonly receipt: string }> {
    const isFile = typeof content === 'string';
    const answer = await this.fetch(path, {
      method: 'POST',
      headers: {
        ...bearer(this.credentials(who)?.key ?? ''),
        'content-type': isFile ? 'text/csv' : 'application/json',
        'if-match': tag,
      },
      body: isFile ? content : JSON.stringify(content),
    });
    await expectStatus(answer, status);
    return (await answer.json()) as { readonly receipt: string };
  }

  private fetch(path: string, request: RequestInit = {}): Promise<Response> {
    return fetch(this.url + path, { ...request, redirect: 'manual' });
  }

  private keep<Thing>(name: string, make: () => Promise<Thing>): Promise<Thing> {
    const known = this.kept.get(name) as Promise<Thing> | undefined;
    if (known !== undefined) return known;
    const made = make();
    this.kept.set(name, made);
    return made;
  }
}

export function bearer(key: string): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${key}` };
}

async function expectStatus(answer: Response, status: number): Promise<void> {
  if (answer.status !== status) {
    throw new Error(`${answer.url}: ${String(answer.status)} ${(await answer.text()).slice(0, 500)}`);
  }
}
