import { Controller, Get, Param, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { languages } from '../language/language.js';
import { ReportService } from '../reports/report.service.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { PageService } from './page.service.js';
import { FigurePage } from './pages/figure.page.js';

/** The way back from a number: its observation. */
@Controller([...languages])
@UseFilters(PageProblemFilter)
export class FiguresController {
  constructor(
    private readonly pages: PageService,
    private readonly reports: ReportService,
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
}
