import { Controller, Get, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { languages } from '../language/language.js';
import { ChartService } from '../reports/charts/chart.service.js';
import { ReportService } from '../reports/report.service.js';
import { nodePictures } from './page-pictures.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { PageService } from './page.service.js';
import { CommitmentPage } from './pages/commitment.page.js';
import { CommitmentsPage } from './pages/commitments.page.js';
import { askedForm } from './sent-form.js';

/** Commitments: the explorer, and the page of each. */
@Controller(languages.map((language) => `${language}/commitments`))
@UseFilters(PageProblemFilter)
export class CommitmentsController {
  constructor(
    private readonly pages: PageService,
    private readonly reports: ReportService,
    private readonly charts: ChartService,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const asked = askedForm(request);
    await this.pages.answer(request, reply, async ({ frame, moment }) =>
      h(CommitmentsPage, {
        frame,
        report: await this.reports.commitments(moment),
        filter: {
          objective: asked.text('objective'),
          kind: asked.text('kind'),
          evidence: asked.text('evidence'),
          indicator: asked.text('indicator'),
        },
      }),
    );
  }

  @Get(':id')
  async commitment(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Query('year') year?: string,
  ): Promise<void> {
    await this.pages.answer(request, reply, async ({ frame, moment, sources: { lookUp } }) => {
      const report = await this.reports.commitment(id, moment);
      return h(CommitmentPage, {
        frame,
        report,
        groups: lookUp.catalogue.groups,
        pictures: report.commitment.scored
          ? await nodePictures(this.charts, id, frame.words.language, moment, { year })
          : [],
      });
    });
  }
}
