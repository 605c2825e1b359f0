import { Controller, Get, Param, ParseIntPipe, Post, Req, Res, UseFilters } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { KeyAdministrationService } from '../access/key-administration.service.js';
import { OpenIdIdentityService } from '../access/openid-identity.service.js';
import { OpenIdProviderService } from '../access/openid-provider.service.js';
import { SessionService } from '../access/session.service.js';
import { languages } from '../language/language.js';
import { languageOf } from './page-headers.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { PageService } from './page.service.js';
import { AccountPage } from './pages/account.page.js';
import { VisitorService } from './visitor.service.js';
import { wordsOf } from './words.js';

/** What somebody who is signed in sees of themselves, and how they sign out everywhere. */
@Controller(languages.map((language) => `${language}/account`))
@UseFilters(PageProblemFilter)
export class AccountController {
  constructor(
    private readonly pages: PageService,
    private readonly visitors: VisitorService,
    private readonly sessions: SessionService,
    private readonly keys: KeyAdministrationService,
    private readonly identities: OpenIdIdentityService,
    private readonly provider: OpenIdProviderService,
  ) {}

  @Get()
  async account(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visitor = await this.visitors.signedIn(request);
    const { contributorId, keyId } = visitor.actor;
    const shown = keyId === undefined ? undefined : await this.keys.get(keyId);
    const sessions = await this.sessions.listOf(contributorId, this.visitors.tokenOf(request));
    const identities = await this.identities.linkedBy(contributorId);
    const provider = this.provider.name;
    await this.pages.answerOnce(
      request,
      reply,
      ({ frame, sources }) => {
        const nameOf = (code: string): string => sources.communities.get(code)?.name ?? code;
        return h(AccountPage, { frame, visitor, shown, sessions, identities, provider, nameOf });
      },
      { visitor },
    );
  }

  @Post('sessions/removal')
  @RouteConfig({ takesForm: true })
  async endSessions(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { contributorId } = (await this.formOf(request)).actor;
    await this.sessions.endAll(contributorId, { contributorId, requestId: request.id });
    await this.visitors.signOut(request, reply);
    await reply.redirect(wordsOf(languageOf(request)).to('sign-in'), 303);
  }

  @Post('identities/:id/removal')
  @RouteConfig({ takesForm: true })
  async unlink(
    @Param('id', ParseIntPipe) id: number,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { actor } = await this.formOf(request);
    await this.identities.unlink(actor, id, request.id);
    await reply.redirect(wordsOf(languageOf(request)).to('account'), 303);
  }

  private async formOf(request: FastifyRequest) {
    const { visitor } = await this.visitors.signedForm(request, wordsOf(languageOf(request)).to('account'));
    return visitor;
  }
}
