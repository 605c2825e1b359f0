import { Controller, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MomentService } from '../../reports/moment.service.js';
import { participationTable } from '../../reports/participation/participation-table.js';
import { ParticipationService } from '../../reports/participation/participation.service.js';
import { requireKnownCodes } from '../edge/known-code.js';
import type { Representation } from '../edge/representation.js';
import { Resource } from '../edge/resource.decorator.js';
import { writtenTable } from '../edge/written-list.js';
import { ParticipationRequest } from './participation.request.js';
import { participationResponse, ParticipationResponse } from './participation.response.js';

/** What the page on participation shows. */
@ApiTags('Reports')
@Controller('api/v1/reports')
export class ParticipationController {
  constructor(
    private readonly participation: ParticipationService,
    private readonly moments: MomentService,
  ) {}

  @Resource({
    path: 'participation',
    summary: 'Which communities, stakeholder groups and regions took part, and who is missing where',
    description:
      'It stands beside scores and enters none. Numbers of persons are sums of protected counts: multiples of five, and in how many further cases fewer than five took part.',
    answer: ParticipationResponse,
    dated: true,
  })
  async report(@Query() query: ParticipationRequest): Promise<Representation> {
    const { area, region, issue } = query;
    const { board, lookUp } = await this.moments.at(query);
    const { groups, issues } = lookUp.catalogue;
    requireKnownCodes('area', listed(area), board.areas);
    requireKnownCodes('region', listed(region), codesOf(groups));
    requireKnownCodes('issue', listed(issue), codesOf(issues));
    const report = await this.participation.report({ area, region, issue }, query);
    return {
      json: () => participationResponse(report),
      csv: () => writtenTable(participationTable(report), query),
    };
  }
}

function listed(code: string | undefined): readonly string[] {
  return code === undefined ? [] : [code];
}

function codesOf(things: readonly { readonly code: string }[]): readonly string[] {
  return things.map(({ code }) => code);
}
