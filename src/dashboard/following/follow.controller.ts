import { Controller, Get, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { languages } from '../../language/language.js';
import { Problem } from '../../platform/problem.js';
import { FOLLOWED_KINDS, followedIn } from '../../reports/following/followed.js';
import type { FollowerState } from '../../reports/following/follower.js';
import { FollowingService } from '../../reports/following/following.service.js';
import { faultOf } from '../fault.js';
import { languageOf } from '../page-headers.js';
import { PageProblemFilter } from '../page-problem.filter.js';
import { PageService } from '../page.service.js';
import { askedForm, sentForm } from '../sent-form.js';
import { wordsOf } from '../words.js';
import { FollowPage, FollowSentPage } from './follow.page.js';
import { FollowerPage } from './follower.page.js';

/**
 * Readers without an account follow what they like by mail. Opening a link of a mail changes nothing: programs that look
 * into mails do so, too. Its token stands for its reader, so that there is no session to ride on.
 */
@Controller(languages.map((language) => `${language}/follow`))
@UseFilters(PageProblemFilter)
export class FollowController {
  constructor(
    private readonly pages: PageService,
    private readonly following: FollowingService,
  ) {}

  @Get()
  async form(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const asked = askedForm(request);
    const named = FOLLOWED_KINDS.flatMap((kind) => asked.all(kind).map((code) => `${kind}:${code}`));
    await this.pages.answer(request, reply, ({ frame, sources: { lookUp } }) => {
      const known = named.flatMap((one) => followedIn(lookUp, one) ?? []);
      return h(FollowPage, { frame, lookUp, follows: known });
    });
  }

  @Post()
  @RouteConfig({ takesForm: true })
  async ask(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const form = sentForm(request);
    const follows = form.all('followed').filter((one) => one !== '');
    const address = form.text('address') ?? '';
    const language = form.text('language') ?? languageOf(request);
    try {
      await this.following.ask({ address, language, follows }, request.ip, { requestId: request.id });
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.status !== 422) throw problem;
      await this.pages.answerOnce(
        request,
        reply,
        ({ frame, sources: { lookUp } }) => {
          const known = follows.flatMap((one) => followedIn(lookUp, one) ?? []);
          const fault = faultOf(problem, frame.words, (code) =>
            code === 'not_a_mail_address' ? 'address' : 'followed',
          );
          return h(FollowPage, { frame, lookUp, follows: known, sent: form, fault });
        },
        { status: problem.status },
      );
      return;
    }
    await this.pages.answerOnce(request, reply, ({ frame }) => h(FollowSentPage, { frame }));
  }

  @Get(':token')
  async open(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.show(request, reply, token, await this.following.byToken(token));
  }

  @Post(':token/confirmation')
  @RouteConfig({ takesForm: true })
  async confirm(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.following.confirm(token, { requestId: request.id });
    await reply.redirect(wordsOf(languageOf(request)).to('follow', token), 303);
  }

  /** One thing, or all where none is named. */
  @Post(':token/removal')
  @RouteConfig({ takesForm: true })
  async stop(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.following.stop(token, sentForm(request).text('followed'), { requestId: request.id });
    await this.show(request, reply, token, await this.left(token));
  }

  /** `undefined` when nothing is left to follow. */
  private async left(token: string): Promise<FollowerState | undefined> {
    try {
      return await this.following.byToken(token);
    } catch (problem) {
      if (problem instanceof Problem && problem.code === 'follower_not_found') return undefined;
      throw problem;
    }
  }

  private async show(
    request: FastifyRequest,
    reply: FastifyReply,
    token: string,
    follower: FollowerState | undefined,
  ): Promise<void> {
    await this.pages.answerOnce(request, reply, ({ frame, sources: { lookUp } }) =>
      h(FollowerPage, { frame, lookUp, token, follower }),
    );
  }
}
