import { Controller, Get, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { ConductService } from '../access/conduct.service.js';
import { languages } from '../language/language.js';
import { languageOf } from './page-headers.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { PageService } from './page.service.js';
import { AcceptConductPage } from './pages/accept-conduct.page.js';
import { safeReturn } from './safe-return.js';
import type { Visitor } from './visitor.js';
import { VisitorService } from './visitor.service.js';
import { wordsOf } from './words.js';

/** Somebody who is signed in accepts the Code of Conduct, and goes on to what they wanted to write. */
@Controller(languages.map((language) => `${language}/conduct/acceptance`))
@UseFilters(PageProblemFilter)
export class ConductController {
  constructor(
    private readonly pages: PageService,
    private readonly visitors: VisitorService,
    private readonly conduct: ConductService,
  ) {}

  @Get()
  async form(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query('to') to?: string | string[],
  ): Promise<void> {
    const visitor = await this.visitors.signedIn(request);
    await this.show(request, reply, visitor, { to: typeof to === 'string' ? to : undefined });
  }

  @Post()
  @RouteConfig({ takesForm: true })
  async accept(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const words = wordsOf(languageOf(request));
    const { visitor, form } = await this.visitors.signedForm(request, words.to('conduct', 'acceptance'));
    if (!form.has('agree')) {
      await this.show(request, reply, visitor, { to: form.text('to'), isUnticked: true });
      return;
    }
    await this.conduct.accept(visitor.actor, form.text('version') ?? '', 'page', { requestId: request.id });
    await reply.redirect(safeReturn(form.text('to'), words), 303);
  }

  private async show(
    request: FastifyRequest,
    reply: FastifyReply,
    visitor: Visitor,
    { to, isUnticked = false }: { readonly to: string | undefined; readonly isUnticked?: boolean },
  ): Promise<void> {
    const back = safeReturn(to, wordsOf(languageOf(request)));
    await this.pages.answerOnce(
      request,
      reply,
      ({ frame }) => h(AcceptConductPage, { frame, visitor, back, isUnticked }),
      { visitor, status: isUnticked ? 422 : 200 },
    );
  }
}
