import { Controller, Get, Inject, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { languages } from '../language/language.js';
import { CONFIG, type Config } from '../platform/config.js';
import { Problem } from '../platform/problem.js';
import { publicBase } from '../platform/public-base.js';
import { ContactService } from '../submissions/notices/contact.service.js';
import { feedPath } from '../submissions/notices/feed-path.js';
import { NoticeFeedService } from '../submissions/notices/notice-feed.service.js';
import { languageOf } from './page-headers.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { PageService } from './page.service.js';
import { NoticesPage, type NoticesAnswer } from './pages/notices.page.js';
import type { Visitor } from './visitor.js';
import { VisitorService } from './visitor.service.js';
import { wordsOf } from './words.js';

/** Where people say how they want to be told. */
@Controller([...languages])
@UseFilters(PageProblemFilter)
export class NoticesController {
  constructor(
    private readonly pages: PageService,
    private readonly visitors: VisitorService,
    private readonly contacts: ContactService,
    private readonly feeds: NoticeFeedService,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  @Get('notices')
  async notices(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.show(request, reply, await this.visitors.signedIn(request));
  }

  @Post('notices/contact')
  @RouteConfig({ takesForm: true })
  async setContact(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { visitor, form } = await this.visitors.signedForm(request, noticesAddress(request));
    const address = form.text('address') ?? '';
    const language = form.text('language') ?? languageOf(request);
    try {
      await this.contacts.set(visitor.actor, { address, language }, request.id);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      await this.show(request, reply, visitor, { refusal: error });
      return;
    }
    await this.back(request, reply);
  }

  @Post('notices/contact/removal')
  @RouteConfig({ takesForm: true })
  async removeContact(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { visitor } = await this.visitors.signedForm(request, noticesAddress(request));
    await this.contacts.remove(visitor.actor, request.id);
    await this.back(request, reply);
  }

  /** Answers with the address itself: it is shown this once. */
  @Post('notices/feeds/:community')
  @RouteConfig({ takesForm: true })
  async makeFeed(
    @Param('community') community: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { visitor } = await this.visitors.signedForm(request, noticesAddress(request));
    const secret = await this.feeds.newSecret(visitor.actor, community, request.id);
    const feed = { community, address: publicBase(this.config, request) + feedPath(community, secret) };
    await this.show(request, reply, visitor, { feed });
  }

  @Post('notices/feeds/:community/removal')
  @RouteConfig({ takesForm: true })
  async endFeed(
    @Param('community') community: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { visitor } = await this.visitors.signedForm(request, noticesAddress(request));
    await this.feeds.revokeSecret(visitor.actor, community, request.id);
    await this.back(request, reply);
  }

  private async show(
    request: FastifyRequest,
    reply: FastifyReply,
    visitor: Visitor,
    answer: NoticesAnswer = {},
  ): Promise<void> {
    const { actor } = visitor;
    const contact = await this.contacts.of(actor);
    const actsFor = actor.communities.filter(({ roles }) => roles.length > 0);
    const about = { visitor, contact, answer, isMailSetUp: this.contacts.isMailSetUp };
    await this.pages.answerOnce(
      request,
      reply,
      ({ frame, sources }) => {
        const communities = actsFor.map(({ code }) => ({
          code,
          name: sources.communities.get(code)?.name ?? code,
        }));
        return h(NoticesPage, { frame, communities, ...about });
      },
      { status: answer.refusal?.status ?? 200, visitor },
    );
  }

  private async back(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await reply.redirect(noticesAddress(request), 303);
  }
}

function noticesAddress(request: FastifyRequest): string {
  return wordsOf(languageOf(request)).to('notices');
}
