import { Controller, Get, Param, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { languages } from '../language/language.js';
import type { ReportedNode } from '../reports/node-report.js';
import { ReportService } from '../reports/report.service.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { PageService } from './page.service.js';
import { NodePage } from './pages/node.page.js';

/** Principles and goals of the framework, and objectives of the commitments: a page each. */
@Controller([...languages])
@UseFilters(PageProblemFilter)
export class NodesController {
  constructor(
    private readonly pages: PageService,
    private readonly reports: ReportService,
  ) {}

  @Get('principles/:code')
  principle(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('code') code: string,
  ): Promise<void> {
    return this.node('principle', code, request, reply);
  }

  @Get('goals/:code')
  goal(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('code') code: string,
  ): Promise<void> {
    return this.node('goal', code, request, reply);
  }

  @Get('objectives/:code')
  objective(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('code') code: string,
  ): Promise<void> {
    return this.node('objective', code, request, reply);
  }

  private async node(
    kind: ReportedNode,
    code: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    await this.pages.answer(request, reply, async ({ frame, sources: { lookUp }, moment }) => {
      const report = await this.reports.node(kind, code, moment);
      const principle = report.node.parent?.code ?? code;
      const position = lookUp.catalogue.principles.findIndex((one) => one.code === principle);
      return h(NodePage, { frame, report, ...(position >= 0 && { hue: position }) });
    });
  }
}
