import { Controller, Get, Param, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { languages } from '../../language/language.js';
import { requireFound } from '../../platform/require-found.js';
import { ADDRESSED_CHARTS } from '../../reports/charts/chart-question.js';
import { ChartService, MOST_MARKED } from '../../reports/charts/chart.service.js';
import { questionOf } from '../../reports/charts/embed.js';
import { FRAMED_HEADERS } from '../page-headers.js';
import { pageOfChart } from '../page-of-chart.js';
import { PageProblemFilter } from '../page-problem.filter.js';
import { PageService } from '../page.service.js';
import { EmbedPage } from './embed.page.js';

/** Charts for frames on other sites. They know nothing of who looks: no session, no cookie. */
@Controller(languages.map((language) => `${language}/embed`))
@UseFilters(PageProblemFilter)
export class EmbedController {
  constructor(
    private readonly pages: PageService,
    private readonly charts: ChartService,
  ) {}

  @Get(':chart')
  async chart(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('chart') name: string,
  ): Promise<void> {
    const kind = requireFound(
      ADDRESSED_CHARTS.find((known) => known === name),
      'chart_not_found',
      name,
      ADDRESSED_CHARTS,
    );
    const asked = questionOf(kind, new URLSearchParams(request.url.split('?')[1] ?? ''));
    const question = { ...asked, areas: asked.areas?.slice(0, MOST_MARKED) };
    await this.pages.answer(
      request,
      reply,
      async ({ frame, moment, sources }) => {
        const chart = await this.charts.of(question, frame.words.language, moment);
        const page = pageOfChart(question, sources.lookUp, frame.words);
        return h(EmbedPage, { frame, question, chart, page });
      },
      FRAMED_HEADERS,
    );
  }
}
