import { Controller, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { ChartSpecification } from '../../charts/chart-specification.js';
import { SOCIAL_SIZE } from '../../charts/picture-size.js';
import { PictureService } from '../../charts/server/picture.service.js';
import { ChartService } from '../../reports/charts/chart.service.js';
import type { ChartQuestion } from '../../reports/charts/chart-question.js';
import { socialChart } from '../../reports/charts/social-chart.js';
import { chartTable } from '../../reports/charts/chart-table.js';
import { MomentService } from '../../reports/moment.service.js';
import { requireKnownCodes } from '../edge/known-code.js';
import { readerLanguage } from '../edge/reader-language.js';
import type { Representation } from '../edge/representation.js';
import { Resource } from '../edge/resource.decorator.js';
import { writtenTable } from '../edge/written-list.js';
import { SCORED_KINDS } from '../scores/nodes.request.js';
import { codesOf } from '../scores/score-question.js';
import {
  AreaChartRequest,
  DistributionRequest,
  MapRequest,
  SocialPictureRequest,
  TrendRequest,
  type ChartRequest,
} from './charts.request.js';
import { DistributionChartResponse, distributionChartResponse } from './distribution.response.js';
import { MapChartResponse, mapChartResponse } from './map.response.js';
import { ProfileChartResponse, profileChartResponse } from './profile.response.js';
import { StatusChartResponse, statusChartResponse } from './status.response.js';
import { TrendResponse, trendResponse } from './trend.response.js';

/** In CSS pixels, so that its words are read when it is shown small. */
const DOTS_PER_PIXEL = 1.5;
const SOCIAL_PICTURE = {
  width: SOCIAL_SIZE.width / DOTS_PER_PIXEL,
  height: SOCIAL_SIZE.height / DOTS_PER_PIXEL,
  dotsPerPixel: DOTS_PER_PIXEL,
};
const FORMS = { dated: true, offers: ['json', 'svg', 'png', 'csv'] } as const;

/** Charts as pictures, as plain data and as tables: the same as on the pages. */
@ApiTags('Charts')
@Controller('api/v1/charts')
export class ChartsController {
  constructor(
    private readonly charts: ChartService,
    private readonly moments: MomentService,
    private readonly pictures: PictureService,
  ) {}

  @Resource({
    path: 'trend',
    summary: 'The chart of a node or indicator of an area over the years, as on its page',
    answer: TrendResponse,
    ...FORMS,
  })
  trend(@Query() query: TrendRequest, @Req() request: FastifyRequest): Promise<Representation> {
    return this.chart({ chart: 'trend', area: query.area, node: query.node }, query, request, (chart) =>
      chart.kind === 'trend' ? trendResponse(chart) : undefined,
    );
  }

  @Resource({
    path: 'profile',
    summary: 'Where a country stands on each principle, with ranges and the others of its group',
    answer: ProfileChartResponse,
    ...FORMS,
  })
  profile(@Query() query: AreaChartRequest, @Req() request: FastifyRequest): Promise<Representation> {
    return this.chart({ chart: 'profile', area: query.area }, query, request, (chart) =>
      chart.kind === 'profile' ? profileChartResponse(chart) : undefined,
    );
  }

  @Resource({
    path: 'status',
    summary: 'How the weight of each principle of a country divides by status',
    answer: StatusChartResponse,
    ...FORMS,
  })
  status(@Query() query: AreaChartRequest, @Req() request: FastifyRequest): Promise<Representation> {
    return this.chart({ chart: 'status', area: query.area }, query, request, (chart) =>
      chart.kind === 'status' ? statusChartResponse(chart) : undefined,
    );
  }

  @Resource({
    path: 'distribution',
    summary: 'Where all countries stand on a node or indicator, with chosen ones marked',
    answer: DistributionChartResponse,
    ...FORMS,
  })
  distribution(@Query() query: DistributionRequest, @Req() request: FastifyRequest): Promise<Representation> {
    const { area: areas = [], node } = query;
    return this.chart({ areas, node, chart: 'distribution' }, query, request, (chart) =>
      chart.kind === 'distribution' ? distributionChartResponse(chart) : undefined,
    );
  }

  @Resource({
    path: 'map',
    summary: 'A map of the levels of all countries on a node or indicator as of a year',
    answer: MapChartResponse,
    ...FORMS,
  })
  map(@Query() query: MapRequest, @Req() request: FastifyRequest): Promise<Representation> {
    const { node, year, years } = query;
    return this.chart({ chart: 'map', node, year }, query, request, async (chart) =>
      chart.kind === 'map'
        ? mapChartResponse(chart, years && (await this.charts.mapYears(node, readerLanguage(request), query)))
        : undefined,
    );
  }

  @Resource({
    path: 'social',
    summary: 'The picture that networks show when somebody passes the page of a country on',
    description: '1200 x 630 dots: where the country stands on each principle.',
    offers: ['png'],
    dated: true,
  })
  async social(
    @Query() query: SocialPictureRequest,
    @Req() request: FastifyRequest,
  ): Promise<Representation> {
    await this.requireKnown({ chart: 'profile', area: query.area }, query);
    const language = readerLanguage(request);
    const chart = socialChart(await this.charts.profile(query.area, language, query), language);
    return { png: () => this.pictures.png(chart, SOCIAL_PICTURE) };
  }

  private async chart(
    question: ChartQuestion,
    query: ChartRequest,
    request: FastifyRequest,
    asData: (chart: ChartSpecification) => object | undefined | Promise<object | undefined>,
  ): Promise<Representation> {
    await this.requireKnown(question, query);
    const { theme, width } = query;
    const options = { ...(theme && { theme }), ...(width !== undefined && { width }) };
    const chart = await this.charts.of(question, readerLanguage(request), query);
    return {
      json: async () => {
        const data = await asData(chart);
        if (data === undefined) throw new RangeError(`A ${question.chart} chart came as ${chart.kind}`);
        return data;
      },
      svg: () => this.pictures.svg(chart, options),
      png: () => this.pictures.png(chart, options),
      csv: () => writtenTable(chartTable(chart), query),
    };
  }

  /** @throws Problem `invalid_request` naming every unknown code */
  private async requireKnown({ area, areas, node }: ChartQuestion, query: ChartRequest): Promise<void> {
    const { board, lookUp } = await this.moments.at(query);
    requireKnownCodes('area', [...(areas ?? []), ...(area === undefined ? [] : [area])], board.areas);
    if (node === undefined) return;
    requireKnownCodes(
      'node',
      [node],
      SCORED_KINDS.flatMap((kind) => codesOf(kind, lookUp)),
    );
  }
}
