import { Controller, Get, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { beginAttempt, resumeAttempt, type OpenIdAttempt } from '../access/openid-attempt.js';
import type { OpenIdIdentity } from '../access/openid-identity.js';
import { OpenIdIdentityService } from '../access/openid-identity.service.js';
import { OpenIdProviderService } from '../access/openid-provider.service.js';
import { seal, unseal } from '../access/sealed-note.js';
import { languages } from '../language/language.js';
import { Problem } from '../platform/problem.js';
import { faultOf } from './fault.js';
import { languageOf } from './page-headers.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { PageService } from './page.service.js';
import { GoOnPage } from './pages/go-on.page.js';
import { LinkIdentityPage } from './pages/link-identity.page.js';
import { SignInPage } from './pages/sign-in.page.js';
import { safeReturn } from './safe-return.js';
import { sentForm } from './sent-form.js';
import { VisitorService } from './visitor.service.js';
import { wordsOf } from './words.js';

/** Where the provider sends people back to; the one address that is registered with it. */
export const CALLBACK = '/sign-in/openid';

const VOUCHED = 'openid-identity';
/** So long somebody has to look for their key, seconds. */
const VOUCHED_SECONDS = 900;

/** In by an identity of an OpenID Connect provider instead of the key. */
@Controller([...languages])
@UseFilters(PageProblemFilter)
export class OpenIdController {
  constructor(
    private readonly pages: PageService,
    private readonly visitors: VisitorService,
    private readonly provider: OpenIdProviderService,
    private readonly identities: OpenIdIdentityService,
  ) {}

  /** Leads to the provider. */
  @Get('sign-in/openid')
  async leave(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query('to') to?: string | string[],
  ): Promise<void> {
    const back = typeof to === 'string' ? to : '';
    try {
      await reply.redirect(await this.wayOut(request, reply, { purpose: 'sign-in', back }), 303);
    } catch (error) {
      await this.tellAtSignIn(request, reply, error, back);
    }
  }

  /**
   * Leads somebody who is signed in to the provider, to link what it says of them. Answers with a page: browsers that
   * hold forms to this site follow no redirect of a form to another.
   */
  @Post('account/identities')
  @RouteConfig({ takesForm: true })
  async leaveToLink(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const account = wordsOf(languageOf(request)).to('account');
    const { visitor } = await this.visitors.signedForm(request, account);
    const address = await this.wayOut(request, reply, { purpose: 'link', back: account });
    const provider = this.provider.name ?? '';
    await this.pages.answerOnce(
      request,
      reply.header('refresh', `0; url=${address}`),
      ({ frame }) => h(GoOnPage, { frame, address, provider }),
      { visitor },
    );
  }

  /** Comes back from the provider, by way of the address without a language. */
  @Get('sign-in/openid/callback')
  @RouteConfig({ isSignIn: true })
  async comeBack(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query('state') state?: string | string[],
  ): Promise<void> {
    const token = this.visitors.browserToken(request, reply);
    const attempt = typeof state === 'string' ? resumeAttempt(state, token) : undefined;
    try {
      if (attempt === undefined) throw new Problem('openid_expired', 403);
      const answer = new URL(this.visitors.baseOf(request) + CALLBACK);
      answer.search = new URL(request.url, answer).search;
      const identity = await this.provider.identity(answer, attempt);
      if (attempt.purpose === 'link') {
        const { actor } = await this.visitors.signedIn(request, attempt.back);
        if (actor.keyId === undefined) throw new TypeError('A session stands for a key');
        await this.identities.linkBySession(identity, actor.keyId, request.id);
      } else if (!(await this.visitors.signInByIdentity(request, reply, identity))) {
        await this.askForKey(request, reply, sealed(identity, token), attempt.back);
        return;
      }
      await reply.redirect(safeReturn(attempt.back, wordsOf(languageOf(request))), 303);
    } catch (error) {
      if (attempt?.purpose === 'link') throw error;
      await this.tellAtSignIn(request, reply, error, attempt?.back ?? '');
    }
  }

  /** Links an identity that nobody linked yet with the key that is shown, and signs in. */
  @Post('sign-in/openid/link')
  @RouteConfig({ takesForm: true, isSignIn: true })
  async link(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const form = sentForm(request);
    this.visitors.checkForm(request, form.text('_token'));
    const token = this.visitors.browserToken(request, reply);
    const vouched = form.text('identity') ?? '';
    const { issuer, subject } = unseal(vouched, token, VOUCHED, VOUCHED_SECONDS) ?? {};
    if (issuer === undefined || subject === undefined) throw new Problem('openid_expired', 403);
    const identity = { issuer, subject };
    const isLinked = await this.identities.linkByKey(identity, form.text('key') ?? '', request.id);
    if (isLinked && (await this.visitors.signInByIdentity(request, reply, identity))) {
      await reply.redirect(safeReturn(form.text('to'), wordsOf(languageOf(request))), 303);
      return;
    }
    await this.askForKey(request, reply, vouched, form.text('to') ?? '', true);
  }

  private async wayOut(
    request: FastifyRequest,
    reply: FastifyReply,
    attempt: Omit<OpenIdAttempt, 'language'>,
  ): Promise<string> {
    const token = this.visitors.browserToken(request, reply);
    const secrets = beginAttempt({ ...attempt, language: languageOf(request) }, token);
    return this.provider.address(this.visitors.baseOf(request) + CALLBACK, secrets);
  }

  private async askForKey(
    request: FastifyRequest,
    reply: FastifyReply,
    identity: string,
    address: string,
    isRefused = false,
  ): Promise<void> {
    const formToken = this.visitors.invite(request, reply);
    const provider = this.provider.name ?? '';
    await this.pages.answerOnce(
      request,
      reply,
      ({ frame }) => h(LinkIdentityPage, { frame, formToken, identity, address, provider, isRefused }),
      { status: isRefused ? 422 : 200 },
    );
  }

  /** What the provider could not do is said where another way in stands open. */
  private async tellAtSignIn(
    request: FastifyRequest,
    reply: FastifyReply,
    error: unknown,
    address: string,
  ): Promise<void> {
    if (!(error instanceof Problem) || !error.code.startsWith('openid_')) throw error;
    if (error.status === 503) void reply.header('retry-after', '30');
    const formToken = this.visitors.invite(request, reply);
    const provider = this.provider.name;
    await this.pages.answerOnce(
      request,
      reply,
      ({ frame }) =>
        h(SignInPage, { frame, formToken, address, provider, fault: faultOf(error, frame.words) }),
      { status: error.status },
    );
  }
}

function sealed({ issuer, subject }: OpenIdIdentity, token: string): string {
  return seal({ issuer, subject }, token, VOUCHED);
}
