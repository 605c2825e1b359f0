import { Controller, Get, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { commonRange } from '../charts/value-range.js';
import { languages } from '../language/language.js';
import { ChartService } from '../reports/charts/chart.service.js';
import { ReportService } from '../reports/report.service.js';
import { nodePictures } from './page-pictures.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { PageService } from './page.service.js';
import { IndicatorPage, mostCharts } from './pages/indicator.page.js';
import { IndicatorsPage } from './pages/indicators.page.js';

/** Indicators: the list, and the page of each with charts of chosen countries. */
@Controller(languages.map((language) => `${language}/indicators`))
@UseFilters(PageProblemFilter)
export class IndicatorsController {
  constructor(
    private readonly pages: PageService,
    private readonly reports: ReportService,
    private readonly charts: ChartService,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.pages.answer(request, reply, ({ frame, sources: { lookUp, board } }) =>
      h(IndicatorsPage, { frame, catalogue: lookUp.catalogue, live: board.liveIndicators }),
    );
  }

  @Get(':code')
  async indicator(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('code') code: string,
    @Query('area') area?: string | string[],
    @Query('year') year?: string,
  ): Promise<void> {
    await this.pages.answer(request, reply, async ({ frame, moment, sources: { lookUp } }) => {
      const report = await this.reports.indicator(code, moment);
      const areas = [...new Set([area ?? []].flat())].filter((chosen) => chosen !== '').slice(0, mostCharts);
      const trends = await Promise.all(
        areas.map((chosen) => this.reports.trend(chosen, code, frame.words.language, moment)),
      );
      const yRange = commonRange(trends);
      return h(IndicatorPage, {
        frame,
        report,
        groups: lookUp.catalogue.groups,
        ladder: lookUp.catalogue.ladder,
        examples: (lookUp.catalogue.ladderExamples ?? []).filter((one) => one.indicator === code),
        pictures: await nodePictures(this.charts, code, frame.words.language, moment, { year, areas }),
        trends: trends.map((trend, position) => ({
          area: areas[position] ?? '',
          trend: yRange === undefined ? trend : { ...trend, yRange },
        })),
      });
    });
  }
}
