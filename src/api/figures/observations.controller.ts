import { Controller, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type {
  ObservationFilter,
  ObservationPage,
  ObservationPlace,
} from '../../observations/observation-filter.js';
import { ObservationRepository } from '../../observations/observation.repository.js';
import { BYTE_ORDER_MARK, csvHeader, csvRows } from '../../reports/csv-table.js';
import { MomentService } from '../../reports/moment.service.js';
import { ReportService } from '../../reports/report.service.js';
import type { ReportSources } from '../../reports/report-sources.js';
import { IdRequest } from '../edge/code.request.js';
import { itemTable } from '../edge/item-table.js';
import { tellNextPage } from '../edge/next-page.js';
import { cursorOf, ObservationPinsService } from './observation-pins.service.js';
import { ObservationListResponse } from './observation-list.response.js';
import { observationFilter } from './observation-question.js';
import { ObservationReportResponse, observationReportResponse } from './observation-report.response.js';
import {
  OBSERVATION_COLUMNS,
  observationResponse,
  type ObservationResponse,
} from './observation.response.js';
import { ObservationsRequest } from './observations.request.js';
import { DEFAULT_LIMIT } from '../edge/page.request.js';
import { isYes } from '../edge/query-values.decorator.js';
import { ReadRequest } from '../edge/read.request.js';
import type { Representation } from '../edge/representation.js';
import { Resource } from '../edge/resource.decorator.js';
import { writtenTable } from '../edge/written-list.js';

/** Observations read at once while a stream goes out. */
const STREAMED_AT_ONCE = 5_000;

@ApiTags('Figures')
@Controller('api/v1')
export class ObservationsController {
  constructor(
    private readonly observations: ObservationRepository,
    private readonly reports: ReportService,
    private readonly moments: MomentService,
    private readonly pins: ObservationPinsService,
  ) {}

  @Resource({
    path: 'observations',
    summary: 'Figures with unit, source, status and submission',
    description:
      'JSON comes in pages, all of the data revision that the first one is of. CSV without `limit` and `cursor` streams ' +
      'everything that matches. To keep a copy up to date, ask with `updatedSince` and the `revision` you hold: take ' +
      'away what comes with a `revisionTo`, put in what comes without, by `id`.',
    answer: ObservationListResponse,
    dated: true,
  })
  async all(
    @Query() query: ObservationsRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Representation> {
    if (query.asOf !== undefined && query.release !== undefined) await this.moments.at(query);
    const sources = await this.moments.at({ release: query.release });
    const filter = observationFilter(query, sources.lookUp, [...sources.communities.keys()]);
    const { place, ...pins } = await this.pins.of(query, request, sources);
    const pinned = { ...filter, ...pins };
    const page = async (): Promise<{ items: readonly ObservationResponse[]; next: string | null }> => {
      const found = await this.observations.find(pinned, query.limit ?? DEFAULT_LIMIT, place);
      const next = found.next && { ...cursorOf(pins), ...found.next };
      return { items: itemsOf(found, sources), next: tellNextPage(request, reply, next) };
    };
    return {
      json: async () => ({
        revision: pins.asOfRevision,
        total: isYes(query.count) ? await this.observations.count(pinned) : null,
        ...(await page()),
      }),
      csv: async () =>
        query.limit === undefined && query.cursor === undefined
          ? Readable.from(this.everything(pinned, isYes(query.bom), sources))
          : writtenTable(itemTable(OBSERVATION_COLUMNS, (await page()).items), query),
    };
  }

  @Resource({
    path: 'observations/:id',
    summary: 'One figure with the way back to the row that made it, and its earlier and later versions',
    answer: ObservationReportResponse,
    offers: ['json'],
    problems: [404],
  })
  async one(@Param() { id }: IdRequest, @Query() _query: ReadRequest): Promise<Representation> {
    const report = await this.reports.observation(id);
    return { json: () => observationReportResponse(report) };
  }

  private async *everything(
    filter: ObservationFilter & { readonly asOfRevision: number },
    withMark: boolean,
    sources: ReportSources,
  ): AsyncGenerator<string> {
    yield `${withMark ? BYTE_ORDER_MARK : ''}${csvHeader(itemTable<ObservationResponse>(OBSERVATION_COLUMNS, []).columns)}`;
    let place: ObservationPlace | undefined;
    do {
      const page: ObservationPage = await this.observations.find(filter, STREAMED_AT_ONCE, place);
      const rows = csvRows(itemTable(OBSERVATION_COLUMNS, itemsOf(page, sources)));
      if (rows !== '') yield rows;
      place = page.next;
    } while (place !== undefined);
  }
}

/** As they were at the revision: what ended later had not ended then, and senders and series are named as there. */
function itemsOf(
  { observations, revision }: ObservationPage,
  { lookUp, communities, seriesEditions }: ReportSources,
): readonly ObservationResponse[] {
  return observations.map(({ revisionTo, ...observation }) => {
    const unit = lookUp.indicator(observation.indicator)?.unit ?? '';
    const communityName = communities.get(observation.series.community)?.name ?? observation.communityName;
    const series = seriesEditions.get(observation.seriesEditionId) ?? observation.series;
    const ended = revisionTo !== undefined && revisionTo <= revision ? { revisionTo } : {};
    return observationResponse({ ...observation, ...ended, series, communityName }, unit);
  });
}
