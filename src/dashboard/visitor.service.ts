import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { OpenIdIdentity } from '../access/openid-identity.js';
import { SessionService } from '../access/session.service.js';
import { formToken, isFormToken, newSessionToken } from '../access/session-token.js';
import { CONFIG, type Config } from '../platform/config.js';
import { Problem } from '../platform/problem.js';
import { readSessionToken, sessionCookie, writeSessionToken, type SessionCookie } from './session-cookie.js';
import { sentForm, type SentForm } from './sent-form.js';
import type { Visitor } from './visitor.js';

/** Says who is looking at a page, and keeps what other sites send away from its forms. */
@Injectable()
export class VisitorService {
  constructor(
    private readonly sessions: SessionService,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  /** Whoever is signed in; `undefined` for everybody else. */
  async visitorOf(request: FastifyRequest): Promise<Visitor | undefined> {
    const token = this.tokenOf(request);
    const actor = await this.sessions.actorOf(token);
    return token === undefined || actor === undefined ? undefined : { actor, formToken: formToken(token) };
  }

  /**
   * @param address the page to come back to; that of the request when left out
   * @throws Problem sign_in_needed (401), which the pages answer by asking for the key
   */
  async signedIn(request: FastifyRequest, address = request.url): Promise<Visitor> {
    const visitor = await this.visitorOf(request);
    if (visitor === undefined) throw new Problem('sign_in_needed', 401, { address });
    return visitor;
  }

  /**
   * Who sends a form, and what it holds.
   * @param address the page to come back to
   * @throws Problem sign_in_needed (401), form_expired (403)
   */
  async signedForm(
    request: FastifyRequest,
    address: string,
  ): Promise<{ readonly visitor: Visitor; readonly form: SentForm }> {
    const visitor = await this.signedIn(request, address);
    const form = sentForm(request);
    this.checkForm(request, form.text('_token'));
    return { visitor, form };
  }

  /** @throws Problem form_expired (403) for a form that was not made for this session */
  checkForm(request: FastifyRequest, given: string | undefined): void {
    const token = this.tokenOf(request);
    if (token === undefined || !isFormToken(given ?? '', token)) throw new Problem('form_expired', 403);
  }

  /**
   * What the form carries by which somebody signs in: bound to a cookie of its own, as there is no session yet.
   * @throws Problem sign_in_needs_tls (403)
   */
  invite(request: FastifyRequest, reply: FastifyReply): string {
    return formToken(this.browserToken(request, reply));
  }

  /**
   * What is in the browser's cookie, be it the token of a session or one that precedes it; put there when it is missing.
   * @throws Problem sign_in_needs_tls (403)
   */
  browserToken(request: FastifyRequest, reply: FastifyReply): string {
    const cookie = this.cookieFor(request);
    const known = this.tokenOf(request);
    const token = known ?? newSessionToken();
    if (known === undefined) reply.header('set-cookie', writeSessionToken(cookie, token));
    return token;
  }

  /**
   * Begins a session with a token that nobody has seen before.
   * @returns whether the key is in force
   * @throws Problem sign_in_needs_tls (403)
   */
  async signIn(request: FastifyRequest, reply: FastifyReply, key: string): Promise<boolean> {
    return this.goOnWith(request, reply, () => this.sessions.begin(key, request.id));
  }

  /**
   * As `signIn`, by an identity that the provider vouches for.
   * @returns whether somebody linked it with a key that is in force
   */
  async signInByIdentity(
    request: FastifyRequest,
    reply: FastifyReply,
    identity: OpenIdIdentity,
  ): Promise<boolean> {
    return this.goOnWith(request, reply, () => this.sessions.beginByIdentity(identity, request.id));
  }

  async signOut(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const token = this.tokenOf(request);
    if (token !== undefined) await this.sessions.end(token);
    reply.header('set-cookie', writeSessionToken(this.cookieFor(request), undefined));
  }

  private async goOnWith(
    request: FastifyRequest,
    reply: FastifyReply,
    begin: () => Promise<string | undefined>,
  ): Promise<boolean> {
    const cookie = this.cookieFor(request);
    const token = await begin();
    if (token === undefined) return false;
    const before = this.tokenOf(request);
    if (before !== undefined) await this.sessions.end(before);
    reply.header('set-cookie', writeSessionToken(cookie, token));
    return true;
  }

  /** What is in the browser's cookie. */
  tokenOf(request: FastifyRequest): string | undefined {
    const { cookie, host } = request.headers;
    return readSessionToken(cookie, sessionCookie(host, this.config.publicUrl));
  }

  /**
   * Where browsers that hold our cookie reach this installation, without a slash at the end.
   * @throws Problem sign_in_needs_tls (403)
   */
  baseOf(request: FastifyRequest): string {
    const { secure } = this.cookieFor(request);
    return secure ? (this.config.publicUrl ?? '') : `http://${request.host}`;
  }

  private cookieFor({ headers }: FastifyRequest): SessionCookie {
    const cookie = sessionCookie(headers.host, this.config.publicUrl);
    if (cookie === undefined) throw new Problem('sign_in_needs_tls', 403);
    return cookie;
  }
}
