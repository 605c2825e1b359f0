import { Controller, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FoundNode } from '../../reports/find-node.js';
import { groupLine } from '../../reports/group-report.js';
import { GroupReportService, shownCommunities } from '../../reports/group-report.service.js';
import type { ReportSources } from '../../reports/report-sources.js';
import { groupQuestionsResponse } from '../reports/group-line.response.js';
import { GroupScoresRequest } from './group-scores.request.js';
import {
  GROUP_SCORE_COLUMNS,
  GroupScoreListResponse,
  groupScoreResponse,
  type GroupScoreResponse,
} from './group-scores.response.js';
import { itemTable } from '../edge/item-table.js';
import { requireKnownCodes } from '../edge/known-code.js';
import { tellNextPage } from '../edge/next-page.js';
import { isYes } from '../edge/query-values.decorator.js';
import { DEFAULT_LIMIT } from '../edge/page.request.js';
import { readerLanguage } from '../edge/reader-language.js';
import type { Representation } from '../edge/representation.js';
import { Resource } from '../edge/resource.decorator.js';
import { PinnedSourcesService, placeAfter } from './pinned-sources.service.js';
import { nodesOf } from './score-question.js';
import { writtenTable } from '../edge/written-list.js';

@ApiTags('Scores')
@Controller('api/v1')
export class GroupScoresController {
  constructor(
    private readonly pins: PinnedSourcesService,
    private readonly groups: GroupReportService,
  ) {}

  @Resource({
    path: 'group-scores',
    summary: 'Scores of the world, regions, income groups and communities: of people, and of countries',
    description:
      'Two numbers with their question each: `people`, the average person, and `countries`, the average member. ' +
      'Communities overlap: their numbers are never to be added up. JSON comes in pages. CSV without `limit` and ' +
      '`cursor` is whole.',
    answer: GroupScoreListResponse,
    dated: true,
  })
  async all(
    @Query() query: GroupScoresRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Representation> {
    const { sources, offset } = await this.pins.of(query, request);
    const places = placesOf(query, sources);
    const page = (limit: number): { items: readonly GroupScoreResponse[]; next: string | null } => {
      const end = offset + limit;
      const next = tellNextPage(request, reply, placeAfter(end, places.length, sources));
      return { items: places.slice(offset, end).map((place) => this.scoreAt(place, sources)), next };
    };
    const whole = query.limit === undefined && query.cursor === undefined;
    const { board, lookUp } = sources;
    return {
      json: () => ({
        revision: board.revision,
        asOfYear: board.asOfYear,
        populationYear: lookUp.catalogue.method.aggregates.populationYear,
        total: isYes(query.count) ? places.length : null,
        questions: groupQuestionsResponse(readerLanguage(request)),
        ...page(query.limit ?? DEFAULT_LIMIT),
      }),
      csv: () => {
        const { items } = page(whole ? places.length : (query.limit ?? DEFAULT_LIMIT));
        return writtenTable(itemTable(GROUP_SCORE_COLUMNS, items), query);
      },
    };
  }

  private scoreAt({ of, areas, node }: Place, sources: ReportSources): GroupScoreResponse {
    return groupScoreResponse(groupLine(node, this.groups.scoresOf(areas, sources), sources), of);
  }
}

interface Place {
  readonly of: { readonly group: string } | { readonly community: string };
  readonly areas: readonly string[];
  readonly node: FoundNode;
}

/** Groups, then communities, each with all nodes: an order that does not depend on the data. */
function placesOf(query: GroupScoresRequest, sources: ReportSources): readonly Place[] {
  const { groups } = sources.lookUp.catalogue;
  const communities = shownCommunities(sources);
  const codesOf = (things: readonly { readonly code: string }[]) => things.map(({ code }) => code);
  requireKnownCodes('group', query.group, codesOf(groups));
  requireKnownCodes('community', query.community, codesOf(communities));
  const nodes = nodesOf(query, sources.lookUp);
  const asked = query.group ?? (query.community === undefined ? codesOf(groups) : []);
  return [
    ...asked.map((code) => ({
      of: { group: code },
      areas: groups.find((group) => group.code === code)?.members ?? [],
    })),
    ...(query.community ?? []).map((code) => ({
      of: { community: code },
      areas: communities.find((community) => community.code === code)?.areas ?? [],
    })),
  ].flatMap((place) => nodes.map((node) => ({ ...place, node })));
}
