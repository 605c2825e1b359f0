import { Controller, Get, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { MODERATED_KINDS } from '../../communities/moderation/moderation-case.js';
import { ModerationService } from '../../communities/moderation/moderation.service.js';
import { StatementService } from '../../communities/statement.service.js';
import { languages } from '../../language/language.js';
import { Problem } from '../../platform/problem.js';
import { FormStepService, type Refused } from '../administration/form-step.service.js';
import { faultOf, type FieldOf } from '../fault.js';
import { languageOf } from '../page-headers.js';
import { PageProblemFilter } from '../page-problem.filter.js';
import { PageService } from '../page.service.js';
import { askedForm, type SentForm } from '../sent-form.js';
import type { Visitor } from '../visitor.js';
import { VisitorService } from '../visitor.service.js';
import { wordsOf } from '../words.js';
import { CasePage } from './case.page.js';
import { ModerationLogPage } from './moderation-log.page.js';
import { OwnCasesPage } from './own-cases.page.js';
import { StepPage } from './step.page.js';
import { WaitingPage } from './waiting.page.js';
import { waitingTexts } from './waiting-text.js';

/** What moderators decided, what waits for them, and each text from both sides of the desk. */
@Controller(languages.map((language) => `${language}/moderation`))
@UseFilters(PageProblemFilter)
export class ModerationController {
  constructor(
    private readonly pages: PageService,
    private readonly visitors: VisitorService,
    private readonly steps: FormStepService,
    private readonly moderation: ModerationService,
    private readonly statements: StatementService,
  ) {}

  @Get()
  async log(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.pages.answer(request, reply, ({ frame, sources }) =>
      h(ModerationLogPage, { frame, entries: sources.moderationLog ?? [] }),
    );
  }

  @Get('waiting')
  async waiting(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visitor = await this.visitors.signedIn(request);
    const files = await this.statements.waiting(visitor.actor);
    const cases = await this.moderation.waiting(visitor.actor);
    await this.pages.answerOnce(
      request,
      reply,
      ({ frame }) =>
        h(WaitingPage, { frame, texts: waitingTexts(files, cases, frame.words), now: new Date() }),
      { visitor },
    );
  }

  @Get('own')
  async own(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visitor = await this.visitors.signedIn(request);
    const cases = await this.moderation.own(visitor.actor);
    await this.pages.answerOnce(
      request,
      reply,
      ({ frame }) => h(OwnCasesPage, { frame, cases, now: new Date() }),
      { visitor },
    );
  }

  @Get('new')
  async form(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.showForm(request, reply, await this.visitors.signedIn(request), askedForm(request));
  }

  @Post()
  @RouteConfig({ takesForm: true })
  async open(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.steps.step(request, reply, {
      page: addressOf(request, 'new'),
      take: async ({ actor }, form) => {
        const kind = MODERATED_KINDS.find((one) => one === form.text('kind'));
        const of = form.text('of') ?? '';
        if (kind === undefined) throw new Problem('moderated_text_not_found', 404, { text: of });
        const { id } = await this.moderation.open(
          actor,
          { kind, of, ...stepIn(form) },
          { requestId: request.id },
        );
        return addressOf(request, 'cases', id);
      },
      tell: (visitor, refused) => this.showForm(request, reply, visitor, refused.sent, refused),
    });
  }

  @Get('cases/:id')
  async one(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.showOne(request, reply, await this.visitors.signedIn(request), id);
  }

  @Post('cases/:id')
  @RouteConfig({ takesForm: true })
  async step(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.steps.step(request, reply, {
      page: addressOf(request, 'cases', id),
      take: async ({ actor }, form) => {
        await this.moderation.take(actor, id, stepIn(form), { requestId: request.id });
        return undefined;
      },
      tell: (visitor, refused) => this.showOne(request, reply, visitor, id, refused),
    });
  }

  private async showForm(
    request: FastifyRequest,
    reply: FastifyReply,
    visitor: Visitor,
    asked: SentForm,
    refused?: Refused,
  ): Promise<void> {
    await this.pages.answerOnce(
      request,
      reply,
      ({ frame }) =>
        h(StepPage, {
          frame,
          visitor,
          asked,
          fault: refused && faultOf(refused.problem, frame.words, fieldOf),
        }),
      { visitor, status: refused?.problem.status ?? 200 },
    );
  }

  private async showOne(
    request: FastifyRequest,
    reply: FastifyReply,
    visitor: Visitor,
    id: string,
    refused?: Refused,
  ): Promise<void> {
    const one = await this.moderation.get(visitor.actor, id);
    await this.pages.answerOnce(
      request,
      reply,
      ({ frame }) =>
        h(CasePage, {
          frame,
          visitor,
          one,
          now: new Date(),
          sent: refused?.sent,
          fault: refused && faultOf(refused.problem, frame.words, fieldOf),
        }),
      { visitor, status: refused?.problem.status ?? 200 },
    );
  }
}

const fieldOf: FieldOf = (pointer) => (pointer.startsWith('/') ? pointer.slice(1) : undefined);

function stepIn(form: SentForm) {
  const version = form.text('version');
  return {
    step: form.text('step') ?? '',
    reasonCode: form.text('reasonCode'),
    text: form.text('text'),
    ...(version === undefined ? {} : { version: Number(version) }),
  };
}

function addressOf(request: FastifyRequest, ...more: readonly string[]): string {
  return wordsOf(languageOf(request)).to('moderation', ...more);
}
