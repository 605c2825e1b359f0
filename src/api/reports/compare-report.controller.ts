import { Controller, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { compareReportTable } from '../../reports/compare/compare-report-table.js';
import { CompareService, nodeCodes } from '../../reports/compare/compare.service.js';
import { MomentService } from '../../reports/moment.service.js';
import { requireKnownCodes } from '../edge/known-code.js';
import type { Representation } from '../edge/representation.js';
import { Resource } from '../edge/resource.decorator.js';
import { writtenTable } from '../edge/written-list.js';
import { CompareReportRequest } from './compare-report.request.js';
import { CompareReportResponse, compareReportResponse } from './compare-report.response.js';

/** What the page that compares shows. */
@ApiTags('Reports')
@Controller('api/v1/reports')
export class CompareReportController {
  constructor(
    private readonly comparisons: CompareService,
    private readonly moments: MomentService,
  ) {}

  @Resource({
    path: 'compare',
    summary: 'Countries and groups of your choice beside each other, in the order asked for',
    description:
      'A difference between two countries is told only where their 90 % intervals have no point in common. How surely one is ahead of the other is counted by `/comparisons`.',
    answer: CompareReportResponse,
    dated: true,
  })
  async compare(@Query() query: CompareReportRequest): Promise<Representation> {
    const { area: areas = [], group: groups = [], node: nodes = [] } = query;
    const { board, lookUp } = await this.moments.at(query);
    requireKnownCodes('area', areas, board.areas);
    requireKnownCodes(
      'group',
      groups,
      lookUp.catalogue.groups.map(({ code }) => code),
    );
    requireKnownCodes('node', nodes, nodeCodes(lookUp));
    const report = await this.comparisons.compare({ areas, groups, nodes }, query);
    return {
      json: () => compareReportResponse(report),
      csv: () => writtenTable(compareReportTable(report), query),
    };
  }
}
