import { Controller, Get, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { CatalogueService } from '../../catalogue/catalogue.service.js';
import type { Area } from '../../catalogue/catalogue.js';
import { requireConduct } from '../../communities/conduct/require-conduct.js';
import { StatementService } from '../../communities/statement.service.js';
import { languages } from '../../language/language.js';
import { requireFound } from '../../platform/require-found.js';
import { FormStepService, type Refused } from '../administration/form-step.service.js';
import { faultOf, type FieldOf } from '../fault.js';
import { fieldHintsIn, type FieldHints } from '../field-hints.js';
import { languageOf } from '../page-headers.js';
import { PageProblemFilter } from '../page-problem.filter.js';
import { PageService } from '../page.service.js';
import { textsIn } from '../parts/texts-in.js';
import { askedForm, type SentForm } from '../sent-form.js';
import type { Visitor } from '../visitor.js';
import { VisitorService } from '../visitor.service.js';
import { wordsOf } from '../words.js';
import { StatementFormPage } from './statement-form.page.js';
import { StatementPage } from './statement.page.js';
import { StatementsPage } from './statements.page.js';
import { subjectChoices, subjectNames } from './subject-names.js';

/** Statements in the hands of who writes them and who decides on them. */
@Controller(languages.map((language) => `${language}/statements`))
@UseFilters(PageProblemFilter)
export class StatementsController {
  constructor(
    private readonly pages: PageService,
    private readonly visitors: VisitorService,
    private readonly steps: FormStepService,
    private readonly statements: StatementService,
    private readonly catalogues: CatalogueService,
  ) {}

  @Get()
  async own(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visitor = await this.visitors.signedIn(request);
    const files = await this.statements.own(visitor.actor);
    await this.pages.answerOnce(
      request,
      reply,
      ({ frame, sources: { lookUp } }) =>
        h(StatementsPage, { frame, files, nameOf: subjectNames(frame, lookUp) }),
      { visitor },
    );
  }

  @Get('new')
  async form(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.showForm(request, reply, await this.visitors.signedIn(request), askedForm(request));
  }

  @Post()
  @RouteConfig({ takesForm: true })
  async send(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.steps.step(request, reply, {
      page: addressOf(request),
      take: async ({ actor }, form) => {
        const statement = {
          community: form.text('community'),
          area: form.text('area') ?? '',
          subject: form.text('subject') ?? '',
          release: form.text('release'),
          texts: textsIn(form, 'texts'),
        };
        const { id } = await this.statements.send(actor, statement, { requestId: request.id });
        return addressOf(request, id);
      },
      ask: async (visitor, form) => {
        const found = await this.hintsOn(visitor, form, form.text('area') ?? '', form.text('community'));
        if (found.length > 0) await this.showForm(request, reply, visitor, form, { sent: form, found });
        return found.length > 0;
      },
      tell: (visitor, refused) => this.showForm(request, reply, visitor, refused.sent, refused),
    });
  }

  @Get(':id')
  async one(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.showOne(request, reply, await this.visitors.signedIn(request), id);
  }

  @Post(':id/versions')
  @RouteConfig({ takesForm: true })
  async revise(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const take = async ({ actor }: Visitor, form: SentForm): Promise<void> => {
      await this.statements.revise(actor, id, textsIn(form, 'texts'), { requestId: request.id });
    };
    await this.step(request, reply, id, take, async (visitor, form) => {
      const { area, by } = await this.statements.get(visitor.actor, id);
      const found = await this.hintsOn(visitor, form, area, by.community);
      if (found.length > 0) await this.showOne(request, reply, visitor, id, { sent: form, found });
      return found.length > 0;
    });
  }

  @Post(':id/withdrawal')
  @RouteConfig({ takesForm: true })
  async withdraw(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.step(request, reply, id, async ({ actor }) => {
      await this.statements.withdraw(actor, id, { requestId: request.id });
    });
  }

  @Post(':id/decision')
  @RouteConfig({ takesForm: true })
  async decide(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.step(request, reply, id, async ({ actor }, form) => {
      const decision = {
        decision: form.text('decision') ?? '',
        reasonCode: form.text('reasonCode'),
        text: form.text('text'),
        version: Number(form.text('version') ?? 0),
      };
      await this.statements.decide(actor, id, decision, { requestId: request.id });
    });
  }

  private async step(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    take: (visitor: Visitor, form: SentForm) => Promise<void>,
    ask?: (visitor: Visitor, form: SentForm) => Promise<boolean>,
  ): Promise<void> {
    await this.steps.step(request, reply, {
      page: addressOf(request, id),
      ...(ask && { ask }),
      take: async (visitor, form) => {
        await take(visitor, form);
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
    again?: Again,
  ): Promise<void> {
    const area = this.areaOf(asked.text('area') ?? '');
    const speakers = await this.statements.speakersFor(visitor.actor, area.code);
    if (speakers.length > 0) requireConduct(visitor.actor);
    await this.pages.answerOnce(
      request,
      reply,
      ({ frame, sources: { lookUp } }) =>
        h(StatementFormPage, {
          frame,
          visitor,
          area,
          speakers,
          subjects: subjectChoices(frame, lookUp),
          chosen: asked.text('subject'),
          sent: again?.sent,
          found: again?.found,
          fault: again?.problem && faultOf(again.problem, frame.words, fieldOf),
        }),
      { visitor, status: again?.problem?.status ?? 200 },
    );
  }

  private async showOne(
    request: FastifyRequest,
    reply: FastifyReply,
    visitor: Visitor,
    id: string,
    again?: Again,
  ): Promise<void> {
    const file = await this.statements.get(visitor.actor, id);
    const speakers = await this.statements.speakersFor(visitor.actor, file.area);
    await this.pages.answerOnce(
      request,
      reply,
      ({ frame, sources: { lookUp } }) =>
        h(StatementPage, {
          frame,
          visitor,
          file,
          isOwn: speakers.some(({ code }) => code === file.by.community),
          about: subjectNames(frame, lookUp)(file.subject) ?? frame.words.t('statements.subject.country'),
          sent: again?.sent,
          found: again?.found,
          fault: again?.problem && faultOf(again.problem, frame.words, fieldOf),
        }),
      { visitor, status: again?.problem?.status ?? 200 },
    );
  }

  /** Hints on the texts of a form that was not shown again for them yet. */
  private async hintsOn(
    { actor }: Visitor,
    form: SentForm,
    area: string,
    community: string | undefined,
  ): Promise<readonly FieldHints[]> {
    const speakers = await this.statements.speakersFor(actor, area);
    const speaker = speakers.find(({ code }) => community === undefined || code === community);
    return fieldHintsIn(form, 'statement', ['texts'], speaker);
  }

  private areaOf(code: string): Area {
    const { areas } = this.catalogues.current().catalogue;
    const scored = areas.filter((area) => area.scored);
    return requireFound(
      scored.find((area) => area.code === code),
      'area_not_found',
      code,
      scored.map((area) => area.code),
    );
  }
}

/** A form that is shown again: it could not be taken, or there is something to look at before. */
interface Again extends Partial<Refused> {
  readonly sent: SentForm;
  readonly found?: readonly FieldHints[];
}

/** `/texts/en` is `texts.en`, anything else its own name. */
const fieldOf: FieldOf = (pointer) =>
  pointer.startsWith('/') ? pointer.slice(1).replace('/', '.') : undefined;

function addressOf(request: FastifyRequest, ...more: readonly string[]): string {
  return wordsOf(languageOf(request)).to('statements', ...more);
}
