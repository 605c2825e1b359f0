import { Controller, Get, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { languages } from '../language/language.js';
import { RecentChangeRepository } from '../observations/recent-change.repository.js';
import { ChartService } from '../reports/charts/chart.service.js';
import { ReportService } from '../reports/report.service.js';
import { mapPicture } from './page-pictures.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { PageService } from './page.service.js';
import { OverviewPage } from './pages/overview.page.js';

/** So many of the newest batches are shown. */
const NEWEST_SHOWN = 5;

/** The front page. */
@Controller([...languages])
@UseFilters(PageProblemFilter)
export class OverviewController {
  constructor(
    private readonly pages: PageService,
    private readonly reports: ReportService,
    private readonly charts: ChartService,
    private readonly changes: RecentChangeRepository,
  ) {}

  @Get()
  async overview(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query('year') year?: string,
  ): Promise<void> {
    await this.pages.answer(request, reply, async ({ frame, moment, sources: { board } }) => {
      const report = await this.reports.overview(moment);
      const mapped = report.principles.find(({ distributions }) =>
        distributions.some(({ withScore }) => withScore > 0),
      );
      return h(OverviewPage, {
        frame,
        report,
        newest: await this.changes.batches(board.revision, NEWEST_SHOWN),
        map:
          mapped === undefined
            ? undefined
            : await mapPicture(this.charts, mapped.code, frame.words.language, moment, year),
      });
    });
  }
}
