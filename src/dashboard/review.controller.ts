import { Controller, Get, Param, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { languages } from '../language/language.js';
import { DecisionService } from '../observations/decision.service.js';
import { RevertService } from '../observations/revert.service.js';
import { Problem } from '../platform/problem.js';
import { VERDICTS } from '../submissions/reviewing/review.js';
import { ReceiptService } from '../submissions/receipt.service.js';
import type { LookUp } from '../catalogue/look-up.js';
import type { Frame } from './layout.js';
import type { NameOfCell } from './parts/received-rows.js';
import { faultOf, type FieldOf } from './fault.js';
import { versionOf } from './own-submission.service.js';
import { languageOf } from './page-headers.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { PageService } from './page.service.js';
import { ReviewQueuePage } from './pages/review-queue.page.js';
import { ReviewPage, ROWS_FIELD } from './pages/review.page.js';
import { REASON_FIELD, VERDICT_FIELD } from './parts/decision-fields.js';
import { cellAt } from './row-cells.js';
import type { SentForm } from './sent-form.js';
import { reviewerSteps } from './submission-view.js';
import type { Visitor } from './visitor.js';
import { VisitorService } from './visitor.service.js';
import { wordsOf } from './words.js';

const ROWS_A_PAGE = 25;

/** The desk of reviewers: what waits, one submission with its rows, and the decision on it. */
@Controller(languages.map((language) => `${language}/review`))
@UseFilters(PageProblemFilter)
export class ReviewController {
  constructor(
    private readonly pages: PageService,
    private readonly visitors: VisitorService,
    private readonly receipts: ReceiptService,
    private readonly decisions: DecisionService,
    private readonly reverts: RevertService,
  ) {}

  @Get()
  async queue(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visitor = await this.visitors.signedIn(request);
    const waiting = await this.receipts.openForReview(visitor.actor);
    await this.pages.answerOnce(request, reply, ({ frame }) => h(ReviewQueuePage, { frame, waiting }), {
      visitor,
    });
  }

  @Get(':receipt')
  async one(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('receipt') receipt: string,
    @Query('after') after?: string,
  ): Promise<void> {
    const visitor = await this.visitors.signedIn(request);
    await this.show(request, reply, visitor, receipt, {
      after: ordinalOf(after),
    });
  }

  /** Further rows, with what was ticked and written so far. */
  @Post(':receipt/rows')
  @RouteConfig({ takesForm: true })
  async further(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('receipt') receipt: string,
  ): Promise<void> {
    const { visitor, form } = await this.visitors.signedForm(request, reviewAddress(request, receipt));
    await this.show(request, reply, visitor, receipt, { after: ordinalOf(form.text('next')), sent: form });
  }

  @Post(':receipt/decision')
  @RouteConfig({ takesForm: true })
  async decide(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('receipt') receipt: string,
  ): Promise<void> {
    await this.step(request, reply, receipt, async ({ actor }, form) => {
      const decision = VERDICTS.find((verdict) => verdict === form.text('decision'));
      if (decision === undefined) throw new Problem('decision_needed', 422);
      const cells = decision === 'return' ? form.all('cell').map(cellAt) : [];
      const asked = { decision, cells, ...reasonOf(form) };
      await this.decisions.decide(actor, receipt, asked, { requestId: request.id, ...versionOf(form) });
    });
  }

  @Post(':receipt/revert')
  @RouteConfig({ takesForm: true })
  async revert(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('receipt') receipt: string,
  ): Promise<void> {
    await this.step(request, reply, receipt, async ({ actor }, form) => {
      await this.reverts.revert(actor, receipt, reasonOf(form), {
        requestId: request.id,
        ...versionOf(form),
      });
    });
  }

  /** Does what a form asks for and shows the submission as it stands then. */
  private async step(
    request: FastifyRequest,
    reply: FastifyReply,
    receipt: string,
    take: (visitor: Visitor, form: SentForm) => Promise<void>,
  ): Promise<void> {
    const { visitor, form } = await this.visitors.signedForm(request, reviewAddress(request, receipt));
    try {
      await take(visitor, form);
    } catch (error) {
      if (!(error instanceof Problem) || [403, 404].includes(error.status)) throw error;
      await this.show(request, reply, visitor, receipt, {
        after: ordinalOf(form.text('after')),
        sent: form,
        problem: error,
      });
      return;
    }
    await reply.redirect(wordsOf(languageOf(request)).to('review', receipt), 303);
  }

  private async show(
    request: FastifyRequest,
    reply: FastifyReply,
    visitor: Visitor,
    receipt: string,
    {
      after,
      sent,
      problem,
    }: { readonly after: number; readonly sent?: SentForm; readonly problem?: Problem },
  ): Promise<void> {
    const detail = await this.receipts.read(visitor.actor, receipt);
    const page = await this.receipts.rows(visitor.actor, receipt, after, ROWS_A_PAGE);
    const steps = reviewerSteps(visitor.actor, detail.submission);
    await this.pages.answerOnce(
      request,
      reply,
      ({ frame, sources: { lookUp } }) =>
        h(ReviewPage, {
          frame,
          visitor,
          detail,
          page,
          after,
          sent,
          steps,
          nameOf: cellNames(lookUp, frame),
          fault: problem && faultOf(problem, frame.words, fieldOfDecision),
        }),
      { visitor, status: problem?.status ?? 200 },
    );
  }
}

const FIELDS: Readonly<Record<string, string>> = {
  decision_needed: VERDICT_FIELD,
  reason_required: REASON_FIELD,
  decision_too_long: REASON_FIELD,
  cells_not_found: ROWS_FIELD,
};
const fieldOfDecision: FieldOf = (code) => FIELDS[code];

function cellNames(lookUp: LookUp, { words, named }: Frame): NameOfCell {
  return (column, cell) => {
    const area = column === 'country' ? lookUp.area(cell) : undefined;
    const indicator = column === 'indicator' ? lookUp.indicator(cell) : undefined;
    return area === undefined ? indicator && named('indicator', indicator) : words.area(area);
  };
}

function ordinalOf(text: string | undefined): number {
  return Number(/^\d{1,9}$/.exec(text ?? '')?.[0] ?? 0);
}

function reasonOf(form: SentForm): { readonly reasonCode?: string; readonly text?: string } {
  const [reasonCode, text] = [form.text('reasonCode'), form.text('text')];
  return { ...(reasonCode !== undefined && { reasonCode }), ...(text !== undefined && { text }) };
}

function reviewAddress(request: FastifyRequest, receipt: string): string {
  return wordsOf(languageOf(request)).to('review', receipt);
}
