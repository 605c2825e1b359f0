import { Controller, Get, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { languages } from '../language/language.js';
import { ReportService } from '../reports/report.service.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { PageService } from './page.service.js';
import { OverviewPage } from './pages/overview.page.js';

/** The front page. */
@Controller([...languages])
@UseFilters(PageProblemFilter)
export class OverviewController {
  constructor(
    private readonly pages: PageService,
    private readonly reports: ReportService,
  ) {}

  @Get()
  async overview(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.pages.answer(request, reply, async ({ frame, moment }) =>
      h(OverviewPage, { frame, report: await this.reports.overview(moment) }),
    );
  }
}
