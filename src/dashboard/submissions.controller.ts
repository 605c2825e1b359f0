import { Readable } from 'node:stream';
import { Controller, Get, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { isReviewer } from '../access/actor.js';
import { languages } from '../language/language.js';
import { Problem } from '../platform/problem.js';
import { problemFile } from '../reports/problem-file.js';
import { progressEvent, type Progress } from '../submissions/receiving/progress.js';
import { ProgressService } from '../submissions/receiving/progress.service.js';
import { ReceiptService, type SubmissionDetail } from '../submissions/receipt.service.js';
import { isPublic } from '../submissions/reviewing/review.js';
import { acceptedSubmission } from './accepted-submission.js';
import { languageOf } from './page-headers.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { PageService } from './page.service.js';
import { OwnSubmissionsPage } from './pages/own-submissions.page.js';
import { SubmissionPage } from './pages/submission.page.js';
import { OwnSubmissionService } from './own-submission.service.js';
import { seesAllOf } from './submission-view.js';
import { VisitorService } from './visitor.service.js';
import { wordsOf } from './words.js';

/** What was sent: the list of one's own, and the page of each, which tells more to its community than to others. */
@Controller(languages.map((language) => `${language}/submissions`))
@UseFilters(PageProblemFilter)
export class SubmissionPagesController {
  constructor(
    private readonly pages: PageService,
    private readonly visitors: VisitorService,
    private readonly receipts: ReceiptService,
    private readonly progress: ProgressService,
    private readonly own: OwnSubmissionService,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visitor = await this.visitors.signedIn(request);
    const submissions = await this.receipts.ofOwnCommunities(visitor.actor);
    await this.pages.answerOnce(
      request,
      reply,
      ({ frame }) => h(OwnSubmissionsPage, { frame, submissions }),
      {
        visitor,
      },
    );
  }

  @Get(':receipt')
  async one(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('receipt') receipt: string,
  ): Promise<void> {
    const visitor = await this.visitors.visitorOf(request);
    const detail = await this.receipts.read(visitor?.actor, receipt);
    const { submission } = detail;
    if (visitor !== undefined && seesAllOf(visitor.actor, submission)) {
      await this.own.show(request, reply, visitor, detail);
    } else if (visitor !== undefined && isReviewer(visitor.actor) && !isPublic(submission.state)) {
      await reply.redirect(wordsOf(languageOf(request)).to('review', receipt), 303);
    } else {
      await this.pages.answerOnce(
        request,
        reply,
        ({ frame }) => h(SubmissionPage, { frame, submission: acceptedSubmission(submission) }),
        { visitor },
      );
    }
  }

  @Get(':receipt/problems.csv')
  async problems(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('receipt') receipt: string,
  ): Promise<void> {
    const { actor } = await this.visitors.signedIn(request);
    const { submission, problems } = await this.receipts.read(actor, receipt);
    const failedRows = await this.receipts.failedRows(actor, receipt);
    await reply
      .headers({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="problems-${receipt}.csv"`,
        'cache-control': 'private, no-store',
      })
      .send(problemFile({ failedRows, problems, counts: submission.counts }, languageOf(request)));
  }

  /** How far a check is, as a stream of events until it rests. */
  @Get(':receipt/progress')
  async follow(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('receipt') receipt: string,
  ): Promise<void> {
    const { actor } = await this.visitors.signedIn(request);
    const { submission }: SubmissionDetail = await this.receipts.read(actor, receipt);
    await reply
      .headers({ 'content-type': 'text/event-stream', 'cache-control': 'private, no-store' })
      .send(Readable.from(events(this.progress.follow(submission.id))));
  }

  @Post(':receipt/:step')
  @RouteConfig({ takesForm: true })
  async step(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('receipt') receipt: string,
    @Param('step') step: string,
  ): Promise<void> {
    const words = wordsOf(languageOf(request));
    const visitor = await this.visitors.signedIn(request, words.to('submissions', receipt));
    try {
      const next = await this.own.take(request, visitor, receipt, step);
      await reply.redirect(next === undefined ? words.to('contribute') : words.to('submissions', next), 303);
    } catch (error) {
      if (!(error instanceof Problem) || [403, 404].includes(error.status)) throw error;
      const detail = await this.receipts.read(visitor.actor, receipt);
      await this.own.show(request, reply, visitor, detail, error);
    }
  }
}

async function* events(steps: AsyncIterable<Progress>): AsyncGenerator<string> {
  for await (const step of steps) yield progressEvent(step);
}
