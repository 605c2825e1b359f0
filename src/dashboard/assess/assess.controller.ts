import { Controller, Get, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CatalogueService } from '../../catalogue/catalogue.service.js';
import { languages } from '../../language/language.js';
import { Problem } from '../../platform/problem.js';
import {
  LAST_STEP,
  nextStepOf,
  stepsOf,
  type AssessmentDraft,
} from '../../submissions/assessing/assessment-draft.js';
import type { DraftChange } from '../../submissions/assessing/assessment-draft.repository.js';
import { AssessmentService } from '../../submissions/assessing/assessment.service.js';
import { FormStepService } from '../administration/form-step.service.js';
import { languageOf } from '../page-headers.js';
import { PageProblemFilter } from '../page-problem.filter.js';
import type { SentForm } from '../sent-form.js';
import type { Visitor } from '../visitor.js';
import { VisitorService } from '../visitor.service.js';
import { wordsOf } from '../words.js';
import { assessQuery } from './assess-address.js';
import { answerIn, confidenceIn, indicatorsIn, tookPartIn } from './assess-form.js';
import { AssessPagesService } from './assess-pages.service.js';
import { questionCodes } from './question-groups.js';

/** The guided form by which a community assesses a country, a page for each step; what is typed is kept as a draft. */
@Controller(languages.map((language) => `${language}/assess`))
@UseFilters(PageProblemFilter)
export class AssessController {
  constructor(
    private readonly pages: AssessPagesService,
    private readonly visitors: VisitorService,
    private readonly steps: FormStepService,
    private readonly assessments: AssessmentService,
    private readonly catalogues: CatalogueService,
  ) {}

  @Get()
  async start(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.pages.showStart(request, reply, await this.visitors.visitorOf(request));
  }

  @Post()
  @RouteConfig({ takesForm: true })
  async begin(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const page = addressOf(request);
    const { visitor, form } = await this.visitors.signedForm(request, page);
    const [community = '', area = ''] = (form.text('place') ?? '').split(' ');
    const round = { community, area, year: Number(form.text('year') ?? Number.NaN) };
    const reference = await this.assessments.begin(visitor.actor, round);
    const asked = assessQuery({ issue: form.text('issue'), indicator: form.text('indicator') });
    await reply.redirect(addressOf(request, reference, 'indicators') + asked, 303);
  }

  @Get(':draft')
  async resume(
    @Param('draft') reference: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { actor } = await this.visitors.signedIn(request);
    const draft = await this.assessments.read(actor, reference);
    await reply.redirect(addressOf(request, reference, nextStepOf(draft)), 303);
  }

  @Get(':draft/:step')
  async step(
    @Param('draft') reference: string,
    @Param('step') step: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visitor = await this.visitors.signedIn(request);
    const draft = await this.assessments.read(visitor.actor, reference);
    await this.pages.showStep(request, reply, visitor, draft, step);
  }

  @Post(':draft/:step')
  @RouteConfig({ takesForm: true })
  async take(
    @Param('draft') reference: string,
    @Param('step') step: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const shown = step === 'discard' ? LAST_STEP : step;
    await this.steps.step(request, reply, {
      page: addressOf(request, reference, shown),
      take: (visitor, form) => this.goOn(request, visitor, reference, step, form),
      tell: async (visitor, refused) => {
        const draft = await this.assessments.read(visitor.actor, reference);
        await this.pages.showStep(request, reply, visitor, draft, shown, refused);
      },
    });
  }

  /** Does what the form of a step asks for. @returns the address to go on to */
  private async goOn(
    request: FastifyRequest,
    { actor }: Visitor,
    reference: string,
    step: string,
    form: SentForm,
  ): Promise<string> {
    const version = Number(form.text('version') ?? Number.NaN);
    if (step === 'discard') {
      await this.assessments.discard(actor, reference);
      return addressOf(request);
    }
    if (step === LAST_STEP) {
      const receipt = await this.assessments.send(actor, reference, version, request.id);
      return wordsOf(languageOf(request)).to('submissions', receipt);
    }
    const draft = await this.assessments.read(actor, reference);
    if (!stepsOf(draft).includes(step)) throw new Problem('no_such_address', 404, { path: request.url });
    const change = this.changeIn(step, form);
    const changed = await this.assessments.change(actor, reference, version, change);
    return addressOf(request, reference, wayOn(changed, step, form.text('go')));
  }

  private changeIn(step: string, form: SentForm): DraftChange {
    const lookUp = this.catalogues.current();
    if (step === 'indicators') return { indicators: indicatorsIn(form, questionCodes(lookUp)) };
    if (step === 'groups') return { tookPart: tookPartIn(form), confidence: confidenceIn(form) };
    const levels = lookUp.catalogue.ladder.map(({ level }) => level);
    return { answers: { [step]: answerIn(form, levels) } };
  }
}

/** The step after this one; or the one before it, or the last, where the form asks for that. */
function wayOn(draft: AssessmentDraft, step: string, go: string | undefined): string {
  const steps = stepsOf(draft);
  const place = steps.indexOf(step);
  if (step === 'indicators' && draft.indicators.length === 0) return step;
  return (go === 'check' ? LAST_STEP : steps[go === 'back' ? place - 1 : place + 1]) ?? LAST_STEP;
}

function addressOf(request: FastifyRequest, ...parts: readonly string[]): string {
  return wordsOf(languageOf(request)).to('assess', ...parts);
}
