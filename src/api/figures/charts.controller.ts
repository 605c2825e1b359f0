import { Controller, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { drawTrendPng, drawTrendSvg } from '../../charts/server/draw-chart.js';
import { ReportService } from '../../reports/report.service.js';
import { ReportSourcesService } from '../../reports/report-sources.service.js';
import { requireKnownCodes } from '../edge/known-code.js';
import { readerLanguage } from '../edge/reader-language.js';
import type { Representation } from '../edge/representation.js';
import { Resource } from '../edge/resource.decorator.js';
import { SCORED_KINDS } from '../scores/nodes.request.js';
import { codesOf } from '../scores/score-question.js';
import { TrendRequest } from './trend.request.js';
import { TrendResponse, trendResponse } from './trend.response.js';

@ApiTags('Charts')
@Controller('api/v1/charts')
export class ChartsController {
  constructor(
    private readonly reports: ReportService,
    private readonly sources: ReportSourcesService,
  ) {}

  @Resource({
    path: 'trend',
    summary: 'The chart of a node or indicator of an area over the years, as on its page',
    answer: TrendResponse,
    offers: ['json', 'svg', 'png'],
  })
  async trend(@Query() query: TrendRequest, @Req() request: FastifyRequest): Promise<Representation> {
    const { board, lookUp } = await this.sources.current();
    requireKnownCodes('area', [query.area], board.areas);
    requireKnownCodes(
      'node',
      [query.node],
      SCORED_KINDS.flatMap((kind) => codesOf(kind, lookUp)),
    );
    const specification = await this.reports.trend(query.area, query.node, readerLanguage(request));
    return {
      json: () => trendResponse(specification),
      svg: () => drawTrendSvg(specification),
      png: () => drawTrendPng(specification),
    };
  }
}
