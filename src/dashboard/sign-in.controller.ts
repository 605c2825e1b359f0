import { Controller, Get, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { OpenIdProviderService } from '../access/openid-provider.service.js';
import { languages } from '../language/language.js';
import { languageOf } from './page-headers.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { PageService } from './page.service.js';
import { SignInPage } from './pages/sign-in.page.js';
import { safeReturn } from './safe-return.js';
import { sentForm } from './sent-form.js';
import { VisitorService } from './visitor.service.js';
import { wordsOf } from './words.js';

/** In by showing a key, and out again. */
@Controller([...languages])
@UseFilters(PageProblemFilter)
export class SignInController {
  constructor(
    private readonly pages: PageService,
    private readonly visitors: VisitorService,
    private readonly provider: OpenIdProviderService,
  ) {}

  @Get('sign-in')
  async form(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query('to') to?: string | string[],
  ): Promise<void> {
    const formToken = this.visitors.invite(request, reply);
    const address = typeof to === 'string' ? to : undefined;
    const provider = this.provider.name;
    await this.pages.answerOnce(request, reply, ({ frame }) =>
      h(SignInPage, { frame, formToken, address, provider }),
    );
  }

  @Post('sign-in')
  @RouteConfig({ takesForm: true, isSignIn: true })
  async signIn(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const form = sentForm(request);
    this.visitors.checkForm(request, form.text('_token'));
    const address = form.text('to');
    if (await this.visitors.signIn(request, reply, form.text('key') ?? '')) {
      await reply.redirect(safeReturn(address, wordsOf(languageOf(request))), 303);
      return;
    }
    const formToken = this.visitors.invite(request, reply);
    const provider = this.provider.name;
    await this.pages.answerOnce(
      request,
      reply,
      ({ frame }) => h(SignInPage, { frame, formToken, address, provider, isRefused: true }),
      { status: 422 },
    );
  }

  @Post('sign-out')
  @RouteConfig({ takesForm: true })
  async signOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    this.visitors.checkForm(request, sentForm(request).text('_token'));
    await this.visitors.signOut(request, reply);
    await reply.redirect(wordsOf(languageOf(request)).to('contribute'), 303);
  }
}
