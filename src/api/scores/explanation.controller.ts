import { Controller, Param, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { explanationTable } from '../../reports/explanation-table.js';
import { ExplanationService, type ExplanationWish } from '../../reports/explanation.service.js';
import { ExplanationRequest, ScorePlaceRequest } from './explanation.request.js';
import { ExplanationResponse, explanationResponse } from './explanation.response.js';
import { readState } from '../../reports/report-moment.js';
import { readerLanguage } from '../edge/reader-language.js';
import type { Representation } from '../edge/representation.js';
import { Resource } from '../edge/resource.decorator.js';
import { writtenTable } from '../edge/written-list.js';

@ApiTags('Scores')
@Controller('api/v1')
export class ExplanationController {
  constructor(private readonly explanations: ExplanationService) {}

  @Resource({
    path: 'scores/:area/:node/explanation',
    summary: 'Everything behind one score: enough to compute it again, and to say why it is what it is',
    description:
      'JSON tells the whole way from the score down to reported figures. CSV has one row for each indicator that counts, with its weight in the score.',
    answer: ExplanationResponse,
    dated: true,
  })
  async explanation(
    @Param() { area, node }: ScorePlaceRequest,
    @Query() query: ExplanationRequest,
    @Req() request: FastifyRequest,
  ): Promise<Representation> {
    const wish = { year: query.year, since: sinceOf(query) };
    const report = await this.explanations.explain(area, node, wish, readerLanguage(request), query);
    return {
      json: () => explanationResponse(report),
      csv: () => writtenTable(explanationTable(report), query),
    };
  }
}

function sinceOf({ since }: ExplanationRequest): ExplanationWish['since'] {
  return since === undefined ? undefined : { text: since, state: readState(since, '?since') };
}
