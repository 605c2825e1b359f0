import { Controller, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { CatalogueService } from '../../catalogue/catalogue.service.js';
import type {
  ObservationFilter,
  ObservationPage,
  ObservationPlace,
} from '../../observations/observation-filter.js';
import { ObservationRepository } from '../../observations/observation.repository.js';
import { Problem } from '../../platform/problem.js';
import { BYTE_ORDER_MARK, csvHeader, csvRows } from '../../reports/csv-table.js';
import { ReportService } from '../../reports/report.service.js';
import { ReportSourcesService } from '../../reports/report-sources.service.js';
import { IdRequest } from '../edge/code.request.js';
import { nextPageLink, readCursor, writeCursor } from '../edge/cursor.js';
import { itemTable } from '../edge/item-table.js';
import { momentOf } from '../edge/moment.js';
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
    private readonly catalogue: CatalogueService,
    private readonly observations: ObservationRepository,
    private readonly reports: ReportService,
    private readonly sources: ReportSourcesService,
  ) {}

  @Resource({
    path: 'observations',
    summary: 'Figures with unit, source, status and submission',
    description: 'JSON comes in pages. CSV without `limit` and `cursor` streams everything that matches.',
    answer: ObservationListResponse,
  })
  async all(
    @Query() query: ObservationsRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Representation> {
    const { communities } = await this.sources.current();
    const filter = observationFilter(query, this.catalogue.current(), [...communities.keys()]);
    const { place, revision } = await this.startOf(query);
    const pinned = { ...filter, asOfRevision: revision };
    const page = async (): Promise<{ items: readonly ObservationResponse[]; next: string | null }> => {
      const found = await this.observations.find(pinned, query.limit ?? DEFAULT_LIMIT, place);
      const next = found.next === undefined ? null : writeCursor({ revision, ...found.next });
      if (next !== null) reply.header('link', nextPageLink(request.url, next));
      return { items: this.itemsOf(found), next };
    };
    return {
      json: async () => ({ revision, ...(await page()) }),
      csv: async () =>
        query.limit === undefined && query.cursor === undefined
          ? Readable.from(this.everything(pinned, isYes(query.bom)))
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

  private async startOf(
    query: ObservationsRequest,
  ): Promise<{ readonly revision: number; readonly place?: ObservationPlace }> {
    if (query.cursor !== undefined) {
      const names = ['revision', 'areaId', 'indicatorId', 'year', 'seriesEditionId'] as const;
      const { revision, ...place } = readCursor(query.cursor, names);
      return { revision, place };
    }
    const { board } = await this.sources.current();
    const { asOf } = query;
    if (asOf === undefined) return { revision: board.revision };
    if (!/^\d+$/.test(asOf)) return { revision: await this.observations.revisionAt(momentOf(asOf, '?asOf')) };
    if (Number(asOf) <= board.revision) return { revision: Number(asOf) };
    throw new Problem('invalid_request', 400, {}, [
      { code: 'revision_to_come', pointer: '?asOf', value: asOf, params: { revision: board.revision } },
    ]);
  }

  private itemsOf({ observations }: ObservationPage): readonly ObservationResponse[] {
    const lookUp = this.catalogue.current();
    return observations.map((observation) =>
      observationResponse(observation, lookUp.indicator(observation.indicator)?.unit ?? ''),
    );
  }

  private async *everything(
    filter: ObservationFilter & { readonly asOfRevision: number },
    withMark: boolean,
  ): AsyncGenerator<string> {
    yield `${withMark ? BYTE_ORDER_MARK : ''}${csvHeader(itemTable<ObservationResponse>(OBSERVATION_COLUMNS, []).columns)}`;
    let place: ObservationPlace | undefined;
    do {
      const page: ObservationPage = await this.observations.find(filter, STREAMED_AT_ONCE, place);
      const rows = csvRows(itemTable(OBSERVATION_COLUMNS, this.itemsOf(page)));
      if (rows !== '') yield rows;
      place = page.next;
    } while (place !== undefined);
  }
}
