import { Controller, Get, Param, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { languages } from '../language/language.js';
import { ReportService } from '../reports/report.service.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { PageService } from './page.service.js';
import { CommitmentPage } from './pages/commitment.page.js';
import { CommitmentsPage } from './pages/commitments.page.js';

/** Commitments: the explorer, and the page of each. */
@Controller(languages.map((language) => `${language}/commitments`))
@UseFilters(PageProblemFilter)
export class CommitmentsController {
  constructor(
    private readonly pages: PageService,
    private readonly reports: ReportService,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.pages.answer(request, reply, async ({ frame, moment }) =>
      h(CommitmentsPage, { frame, report: await this.reports.commitments(moment) }),
    );
  }

  @Get(':id')
  async commitment(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<void> {
    await this.pages.answer(request, reply, async ({ frame, moment }) =>
      h(CommitmentPage, { frame, report: await this.reports.commitment(id, moment) }),
    );
  }
}
