import { Controller, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { observationId } from '../observations/observation-id.js';
import type { FoundNode } from '../reports/find-node.js';
import { nodeName } from '../reports/node-line.js';
import type { ReportSources } from '../reports/report-sources.js';
import { ReportSourcesService } from '../reports/report-sources.service.js';
import { nextPageLink, readCursor, writeCursor } from './cursor.js';
import { itemTable } from './item-table.js';
import { DEFAULT_LIMIT } from './page.request.js';
import type { Representation } from './representation.js';
import { Resource } from './resource.decorator.js';
import {
  indicatorScoreResponse,
  nodeScoreResponse,
  SCORE_COLUMNS,
  ScoreListResponse,
  type ScoreResponse,
} from './score.response.js';
import { scoreQuestion, type ScoreQuestion } from './score-question.js';
import { ScoresRequest } from './scores.request.js';
import { writtenTable } from './written-list.js';

@ApiTags('Scores')
@Controller('api/v1')
export class ScoresController {
  constructor(private readonly sources: ReportSourcesService) {}

  @Resource({
    path: 'scores',
    summary: 'Levels, scores, status and pace, or the reason why there is none',
    description: 'JSON comes in pages. CSV without `limit` and `cursor` is whole.',
    answer: ScoreListResponse,
  })
  async all(
    @Query() query: ScoresRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Representation> {
    const sources = await this.sources.current();
    const places = placesOf(scoreQuestion(query, sources.lookUp, sources.board));
    const { offset } = query.cursor === undefined ? { offset: 0 } : readCursor(query.cursor, ['offset']);
    const page = (limit: number): { items: readonly ScoreResponse[]; next: string | null } => {
      const end = offset + limit;
      const next = end < places.length ? writeCursor({ offset: end }) : null;
      if (next !== null) reply.header('link', nextPageLink(request.url, next));
      return { items: places.slice(offset, end).map((place) => scoreAt(place, sources)), next };
    };
    const whole = query.limit === undefined && query.cursor === undefined;
    return {
      json: () => ({ revision: sources.board.revision, ...page(query.limit ?? DEFAULT_LIMIT) }),
      csv: () => {
        const { items } = page(whole ? places.length : (query.limit ?? DEFAULT_LIMIT));
        return writtenTable(itemTable(SCORE_COLUMNS, items), query);
      },
    };
  }
}

interface Place {
  readonly area: string;
  readonly node: FoundNode;
  readonly year: number;
}

/** Areas, then nodes, then years: an order that does not depend on the data, so a cursor may count in it. */
function placesOf({ areas, nodes, years }: ScoreQuestion): readonly Place[] {
  return areas.flatMap((area) => nodes.flatMap((node) => years.map((year) => ({ area, node, year }))));
}

function scoreAt({ area, node, year }: Place, { board, lookUp }: ReportSources): ScoreResponse {
  const name = nodeName(node.kind, node.code, lookUp);
  if (node.kind !== 'indicator')
    return nodeScoreResponse(board.nodeScore(area, node.kind, node.code, year), name);
  const score = board.indicatorScore(area, node.code, year);
  return indicatorScoreResponse(score, name, score.observation && observationId(score.observation));
}
