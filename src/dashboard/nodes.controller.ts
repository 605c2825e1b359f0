import { Controller, Get, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { languages } from '../language/language.js';
import type { AgendaKind } from '../catalogue/views.js';
import type { ReportedNode } from '../reports/node-report.js';
import { ChartService } from '../reports/charts/chart.service.js';
import { ReportService } from '../reports/report.service.js';
import { nodePictures } from './page-pictures.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { PageService } from './page.service.js';
import { AgendaPage } from './pages/agenda.page.js';
import { NodePage } from './pages/node.page.js';

/** Principles and goals of the framework, objectives of the commitments, and views of other agendas: a page each. */
@Controller([...languages])
@UseFilters(PageProblemFilter)
export class NodesController {
  constructor(
    private readonly pages: PageService,
    private readonly reports: ReportService,
    private readonly charts: ChartService,
  ) {}

  @Get('principles/:code')
  principle(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('code') code: string,
    @Query('year') year?: string,
  ): Promise<void> {
    return this.node('principle', { code, year }, request, reply);
  }

  @Get('goals/:code')
  goal(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('code') code: string,
    @Query('year') year?: string,
  ): Promise<void> {
    return this.node('goal', { code, year }, request, reply);
  }

  @Get('objectives/:code')
  objective(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('code') code: string,
    @Query('year') year?: string,
  ): Promise<void> {
    return this.node('objective', { code, year }, request, reply);
  }

  @Get('wsis')
  actionLines(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.agenda('action_line', request, reply);
  }

  @Get('wsis/:code')
  actionLine(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('code') code: string,
    @Query('year') year?: string,
  ): Promise<void> {
    return this.node('action_line', { code, year }, request, reply);
  }

  @Get('sdgs')
  targets(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.agenda('sdg_target', request, reply);
  }

  @Get('sdgs/:code')
  target(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('code') code: string,
    @Query('year') year?: string,
  ): Promise<void> {
    return this.node('sdg_target', { code, year }, request, reply);
  }

  private async agenda(kind: AgendaKind, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await this.pages.answer(request, reply, async ({ frame, moment }) =>
      h(AgendaPage, { frame, report: await this.reports.agenda(kind, moment) }),
    );
  }

  private async node(
    kind: ReportedNode,
    { code, year }: { readonly code: string; readonly year: string | undefined },
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    await this.pages.answer(request, reply, async ({ frame, sources: { lookUp }, moment }) => {
      const report = await this.reports.node(kind, code, moment);
      const principle = report.node.parent?.code ?? code;
      const position = lookUp.catalogue.principles.findIndex((one) => one.code === principle);
      return h(NodePage, {
        frame,
        report,
        groups: lookUp.catalogue.groups,
        pictures: await nodePictures(this.charts, code, frame.words.language, moment, { year }),
        ...(position >= 0 && { hue: position }),
      });
    });
  }
}
