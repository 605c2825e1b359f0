import { Controller, Get, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { agendasOf } from '../catalogue/views.js';
import { languages } from '../language/language.js';
import { ChartService } from '../reports/charts/chart.service.js';
import { ParticipationService } from '../reports/participation/participation.service.js';
import { ReportService } from '../reports/report.service.js';
import { nodePictures } from './page-pictures.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { PageService } from './page.service.js';
import { IssuePage } from './pages/issue.page.js';
import { IssuesPage } from './pages/issues.page.js';

/** Issues of the agenda. */
@Controller(languages.map((language) => `${language}/issues`))
@UseFilters(PageProblemFilter)
export class IssuesController {
  constructor(
    private readonly pages: PageService,
    private readonly reports: ReportService,
    private readonly charts: ChartService,
    private readonly participation: ParticipationService,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.pages.answer(request, reply, async ({ frame, moment, sources: { lookUp } }) => {
      const { issues, principles } = lookUp.catalogue;
      return h(IssuesPage, {
        frame,
        reports: await Promise.all(issues.map(({ code }) => this.reports.issue(code, moment))),
        agendas: agendasOf(lookUp.catalogue),
        principleNames: new Map(principles.map(({ code, name }) => [code, name])),
      });
    });
  }

  @Get(':code')
  async issue(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('code') code: string,
    @Query('year') year?: string,
  ): Promise<void> {
    await this.pages.answer(request, reply, async ({ frame, moment, sources: { lookUp } }) =>
      h(IssuePage, {
        frame,
        report: await this.reports.issue(code, moment),
        groups: lookUp.catalogue.groups,
        participation: (await this.participation.report({ issue: code }, moment)).total,
        pictures: await nodePictures(this.charts, code, frame.words.language, moment, { year }),
      }),
    );
  }
}
