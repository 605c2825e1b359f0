import { Controller, Param, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { groupReportTable } from '../../reports/group-report-table.js';
import { GroupReportService } from '../../reports/group-report.service.js';
import { CodeRequest } from '../edge/code.request.js';
import {
  CommunityReportResponse,
  communityReportResponse,
  GroupReportResponse,
  groupReportResponse,
} from './group-report.response.js';
import { ReadRequest } from '../edge/read.request.js';
import { readerLanguage } from '../edge/reader-language.js';
import type { Representation } from '../edge/representation.js';
import { Resource } from '../edge/resource.decorator.js';
import { writtenTable } from '../edge/written-list.js';

@ApiTags('Reports')
@Controller('api/v1/reports')
export class GroupReportsController {
  constructor(private readonly reports: GroupReportService) {}

  @Resource({
    path: 'groups/:code',
    summary: 'Where a group of countries stands: the average person, the average country, and every member',
    answer: GroupReportResponse,
    problems: [404],
  })
  async group(
    @Param() { code }: CodeRequest,
    @Query() query: ReadRequest,
    @Req() request: FastifyRequest,
  ): Promise<Representation> {
    const report = await this.reports.group(code);
    return {
      json: () => groupReportResponse(report, readerLanguage(request)),
      csv: () => writtenTable(groupReportTable(report), query),
    };
  }

  @Resource({
    path: 'communities/:code',
    summary: 'Where the countries of a community stand, together and each by name',
    answer: CommunityReportResponse,
    problems: [404],
  })
  async community(
    @Param() { code }: CodeRequest,
    @Query() query: ReadRequest,
    @Req() request: FastifyRequest,
  ): Promise<Representation> {
    const report = await this.reports.community(code);
    return {
      json: () => communityReportResponse(report, readerLanguage(request)),
      csv: () => writtenTable(groupReportTable(report), query),
    };
  }
}
