import { Controller, Get, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { languages } from '../language/language.js';
import { ContactService } from '../submissions/notices/contact.service.js';
import { languageOf } from './page-headers.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { PageService } from './page.service.js';
import { ContactLinkPage } from './pages/contact-link.page.js';
import { wordsOf } from './words.js';

/**
 * Where the link of a mail leads. Opening it changes nothing: programs that look into mails do so, too. Its token stands
 * for its reader, so that there is no session to ride on.
 */
@Controller(languages.map((language) => `${language}/contact/:token`))
@UseFilters(PageProblemFilter)
export class ContactLinkController {
  constructor(
    private readonly pages: PageService,
    private readonly contacts: ContactService,
  ) {}

  @Get()
  async open(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { isConfirmed } = await this.contacts.readByToken(token);
    const state = isConfirmed ? 'confirmed' : 'waiting';
    await this.pages.answerOnce(request, reply, ({ frame }) => h(ContactLinkPage, { frame, token, state }));
  }

  @Post('confirmation')
  @RouteConfig({ takesForm: true })
  async confirm(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.contacts.confirm(token, request.id);
    await reply.redirect(wordsOf(languageOf(request)).to('contact', token), 303);
  }

  @Post('removal')
  @RouteConfig({ takesForm: true })
  async end(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.contacts.end(token, request.id);
    await this.pages.answerOnce(request, reply, ({ frame }) =>
      h(ContactLinkPage, { frame, token, state: 'ended' }),
    );
  }
}
