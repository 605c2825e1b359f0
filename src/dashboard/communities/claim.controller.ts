import { Controller, Get, Post, Req, Res, UseFilters } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { ClaimService } from '../../communities/claim.service.js';
import { CommunityRepository } from '../../communities/community.repository.js';
import { languages } from '../../language/language.js';
import { CODE_OF_CONDUCT } from '../../platform/code-of-conduct.js';
import { Problem } from '../../platform/problem.js';
import { faultOf } from '../fault.js';
import { PageProblemFilter } from '../page-problem.filter.js';
import { PageService } from '../page.service.js';
import { askedForm, sentForm, type SentForm } from '../sent-form.js';
import { VisitorService } from '../visitor.service.js';
import { ClaimPage, ClaimSentPage } from './claim.page.js';

/** Somebody without a key asks to act for a community. */
@Controller(languages.map((language) => `${language}/claim`))
@UseFilters(PageProblemFilter)
export class ClaimController {
  constructor(
    private readonly pages: PageService,
    private readonly visitors: VisitorService,
    private readonly claims: ClaimService,
    private readonly communities: CommunityRepository,
  ) {}

  @Get()
  async form(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.show(request, reply, askedForm(request).text('community'));
  }

  @Post()
  @RouteConfig({ takesForm: true })
  async send(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const form = sentForm(request);
    this.visitors.checkForm(request, form.text('_token'));
    const community = form.text('community');
    try {
      const [initiative, person, address, evidence] = (
        ['initiative', 'person', 'address', 'evidence'] as const
      ).map((name) => form.text(name) ?? '') as [string, string, string, string];
      const claim = {
        initiative,
        person,
        address,
        evidence,
        ...(community === undefined ? {} : { community }),
        ...(form.has('conduct') ? { conduct: CODE_OF_CONDUCT.version } : {}),
      };
      await this.claims.send(claim, { requestId: request.id });
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.status !== 422) throw problem;
      await this.show(request, reply, community, { problem, sent: form });
      return;
    }
    await this.pages.answerOnce(request, reply, ({ frame }) => h(ClaimSentPage, { frame }));
  }

  private async show(
    request: FastifyRequest,
    reply: FastifyReply,
    code: string | undefined,
    refused?: { readonly problem: Problem; readonly sent: SentForm },
  ): Promise<void> {
    const formToken = this.visitors.invite(request, reply);
    const found = code === undefined ? undefined : await this.communities.byCode(code);
    const community = found === undefined || found.hidden || found.kind === 'system' ? undefined : found;
    await this.pages.answerOnce(
      request,
      reply,
      ({ frame }) => {
        const fault =
          refused && faultOf(refused.problem, frame.words, (pointer) => /^\/(\w+)/.exec(pointer)?.[1]);
        return h(ClaimPage, { frame, formToken, community, sent: refused?.sent, fault });
      },
      { status: refused?.problem.status ?? 200 },
    );
  }
}
