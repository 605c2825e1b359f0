import { Controller, Get, Param, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { languages } from '../language/language.js';
import { GroupReportService } from '../reports/group-report.service.js';
import { ParticipationService } from '../reports/participation/participation.service.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { PageService } from './page.service.js';
import { RegionPage } from './pages/region.page.js';

/** The world, its regional groups and its income groups: a page each. */
@Controller(languages.map((language) => `${language}/regions`))
@UseFilters(PageProblemFilter)
export class RegionsController {
  constructor(
    private readonly pages: PageService,
    private readonly reports: GroupReportService,
    private readonly participation: ParticipationService,
  ) {}

  @Get(':code')
  async region(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('code') code: string,
  ): Promise<void> {
    await this.pages.answer(request, reply, async ({ frame, sources: { lookUp }, moment }) =>
      h(RegionPage, {
        frame,
        report: await this.reports.group(code, moment),
        groups: lookUp.catalogue.groups,
        participation: (await this.participation.report({ region: code }, moment)).total,
      }),
    );
  }
}
