import { Controller, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ReportSourcesService } from '../../reports/report-sources.service.js';
import { SearchService } from '../../reports/search/search.service.js';
import { readerLanguage } from '../edge/reader-language.js';
import type { Representation } from '../edge/representation.js';
import { Resource } from '../edge/resource.decorator.js';
import { writtenList } from '../edge/written-list.js';
import { SearchHitResponse, searchHitResponse } from './search-hit.response.js';
import { SearchRequest } from './search.request.js';

const COLUMNS = [
  'kind',
  'kindLabel',
  'code',
  'name',
  'address',
  'exact',
  'matched',
  'matchedLanguage',
] as const;

@ApiTags('Catalogue')
@Controller('api/v1')
export class SearchController {
  constructor(
    private readonly searches: SearchService,
    private readonly sources: ReportSourcesService,
  ) {}

  @Resource({
    path: 'search',
    summary: 'What a name or code means',
    description:
      'Countries, groups, principles, goals, indicators, issues, commitments, communities, terms, rules of the method ' +
      'and pages, the best first: whole names and codes, then their beginnings, then all words of the question, then ' +
      'some of them. An empty list when nothing is like it.',
    answer: SearchHitResponse,
    list: true,
  })
  async find(@Query() query: SearchRequest, @Req() request: FastifyRequest): Promise<Representation> {
    const language = readerLanguage(request);
    const hits = this.searches.find(query.q, language, query.limit, await this.sources.current());
    return writtenList(
      hits.map((hit) => searchHitResponse(hit, language)),
      COLUMNS,
      query,
    );
  }
}
