import { Controller, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { observationId } from '../../observations/observation-id.js';
import { BYTE_ORDER_MARK, csvHeader, csvRows } from '../../reports/csv-table.js';
import { nodeName } from '../../reports/node-line.js';
import type { ReportSources } from '../../reports/report-sources.js';
import { certaintyOf } from '../../scoring/uncertainty/score-certainty.js';
import type { NodeScore } from '../../scoring/score.js';
import { withoutUndefined } from '../../platform/without-undefined.js';
import { itemTable } from '../edge/item-table.js';
import { DEFAULT_LIMIT } from '../edge/page.request.js';
import { tellNextPage } from '../edge/next-page.js';
import { isYes } from '../edge/query-values.decorator.js';
import type { Representation } from '../edge/representation.js';
import { Resource } from '../edge/resource.decorator.js';
import { SCORE_COLUMNS, ScoreListResponse, type ScoreResponse } from './score.response.js';
import { countPlaces, placeAt, scoreQuestion, type Place, type ScoreQuestion } from './score-question.js';
import { PinnedSourcesService, placeAfter } from './pinned-sources.service.js';
import { ScoresRequest } from './scores.request.js';
import { indicatorScoreResponse, nodeScoreResponse, type NodeStanding } from './told-score.js';
import { writtenTable } from '../edge/written-list.js';

@ApiTags('Scores')
@Controller('api/v1')
export class ScoresController {
  constructor(private readonly pins: PinnedSourcesService) {}

  @Resource({
    path: 'scores',
    summary: 'Levels, scores, status and pace, or the reason why there is none',
    description:
      'JSON comes in pages, all of the data revision that the first one is of. CSV without `limit` and `cursor` streams everything.',
    answer: ScoreListResponse,
    dated: true,
  })
  async all(
    @Query() query: ScoresRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Representation> {
    const { sources, offset } = await this.pins.of(query, request);
    const question = scoreQuestion(query, sources.lookUp, sources.board);
    const places = countPlaces(question);
    const page = async (): Promise<{ items: readonly ScoreResponse[]; next: string | null }> => {
      const end = Math.min(places, offset + (query.limit ?? DEFAULT_LIMIT));
      const next = tellNextPage(request, reply, placeAfter(end, places, sources));
      const items: ScoreResponse[] = [];
      for await (const ofArea of scoresBetween(offset, end, question, sources)) items.push(...ofArea);
      return { items, next };
    };
    return {
      json: async () => ({
        revision: sources.board.revision,
        total: isYes(query.count) ? places : null,
        ...(await page()),
      }),
      csv: async () =>
        query.limit === undefined && query.cursor === undefined
          ? Readable.from(everything(question, sources, isYes(query.bom)))
          : writtenTable(itemTable(SCORE_COLUMNS, (await page()).items), query),
    };
  }
}

async function* everything(
  question: ScoreQuestion,
  sources: ReportSources,
  withMark: boolean,
): AsyncGenerator<string> {
  const { columns } = itemTable<ScoreResponse>(SCORE_COLUMNS, []);
  yield `${withMark ? BYTE_ORDER_MARK : ''}${csvHeader(columns)}`;
  for await (const ofArea of scoresBetween(0, countPlaces(question), question, sources)) {
    yield csvRows(itemTable(SCORE_COLUMNS, ofArea));
  }
}

/** An area at a time: its earlier years are computed once. Other requests are let in after each. */
async function* scoresBetween(
  from: number,
  to: number,
  question: ScoreQuestion,
  sources: ReportSources,
): AsyncGenerator<readonly ScoreResponse[]> {
  const placesOfArea = question.nodes.length * question.years.length;
  for (let begin = from; begin < to;) {
    const end = Math.min(to, (Math.floor(begin / placesOfArea) + 1) * placesOfArea);
    yield Array.from({ length: end - begin }, (_, i) => scoreAt(placeAt(question, begin + i), sources));
    await setImmediate();
    begin = end;
  }
}

function scoreAt({ area, node, year }: Place, sources: ReportSources): ScoreResponse {
  const { board, lookUp } = sources;
  const name = nodeName(node.kind, node.code, lookUp);
  if (node.kind !== 'indicator') {
    const score = board.nodeScore(area, node.kind, node.code, year);
    return nodeScoreResponse(score, name, standingOf(score, sources));
  }
  const score = board.indicatorScore(area, node.code, year);
  return indicatorScoreResponse(score, name, score.observation && observationId(score.observation));
}

/** Intervals are of the as-of year. */
function standingOf(score: NodeScore, { board, lookUp, intervals }: ReportSources): NodeStanding {
  const { area, kind, code, asOfYear } = score;
  const interval = asOfYear === board.asOfYear ? intervals?.of(area, kind, code) : undefined;
  return withoutUndefined({
    ...certaintyOf(score, interval, lookUp.catalogue.method),
    rank: kind === 'framework' ? board.ranks(asOfYear).get(area) : undefined,
    intervalRevision: interval && intervals?.revision,
  });
}
