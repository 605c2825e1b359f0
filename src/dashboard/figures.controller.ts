import { Controller, Get, Param, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { languages } from '../language/language.js';
import { ReportService } from '../reports/report.service.js';
import { ReceiptService } from '../submissions/receipt.service.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { PageService } from './page.service.js';
import { FigurePage } from './pages/figure.page.js';
import { SubmissionPage } from './pages/submission.page.js';

/** The way back from a number: its observation, and the submission that brought it. */
@Controller([...languages])
@UseFilters(PageProblemFilter)
export class FiguresController {
  constructor(
    private readonly pages: PageService,
    private readonly reports: ReportService,
    private readonly receipts: ReceiptService,
  ) {}

  @Get('observations/:id')
  async observation(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<void> {
    await this.pages.answer(request, reply, async ({ frame, sources: { lookUp } }) => {
      const report = await this.reports.observation(id);
      return h(FigurePage, { frame, report, per: lookUp.indicator(report.indicator.code)?.per });
    });
  }

  /** Readers without a key see what was accepted, and nothing of what was not. */
  @Get('submissions/:receipt')
  async submission(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('receipt') receipt: string,
  ): Promise<void> {
    await this.pages.answerOnce(request, reply, async ({ frame }) => {
      const { submission } = await this.receipts.read(undefined, receipt);
      return h(SubmissionPage, {
        frame,
        submission: {
          receipt,
          communityName: submission.communityName,
          fileName: submission.fileName,
          sha256: submission.sha256,
          receivedAt: submission.receivedAt.toISOString(),
          state: submission.state,
          rows: { total: submission.counts.rows, good: submission.counts.good },
        },
      });
    });
  }
}
