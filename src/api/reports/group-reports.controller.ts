import { Controller, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BriefService } from '../../reports/briefs/brief.service.js';
import { groupReportTable } from '../../reports/group-report-table.js';
import { GroupReportService } from '../../reports/group-report.service.js';
import { CodeRequest } from '../edge/code.request.js';
import { briefBody, requireKnownBrief } from './brief-body.js';
import { BriefRequest } from './brief.request.js';
import {
  CommunityReportResponse,
  communityReportResponse,
  GroupReportResponse,
  groupReportResponse,
} from './group-report.response.js';
import { MomentRequest } from '../edge/moment.request.js';
import { readerLanguage } from '../edge/reader-language.js';
import type { Representation } from '../edge/representation.js';
import { Resource } from '../edge/resource.decorator.js';
import { writtenTable } from '../edge/written-list.js';

@ApiTags('Reports')
@Controller('api/v1/reports')
export class GroupReportsController {
  constructor(
    private readonly reports: GroupReportService,
    private readonly briefs: BriefService,
  ) {}

  @Resource({
    path: 'groups/:code',
    summary: 'Where a group of countries stands: the average person, the average country, and every member',
    answer: GroupReportResponse,
    dated: true,
  })
  async group(
    @Param() { code }: CodeRequest,
    @Query() query: MomentRequest,
    @Req() request: FastifyRequest,
  ): Promise<Representation> {
    const report = await this.reports.group(code, query);
    return {
      json: () => groupReportResponse(report, readerLanguage(request)),
      csv: () => writtenTable(groupReportTable(report), query),
    };
  }

  @Resource({
    path: 'regions/:code',
    summary: 'The same under the address of its page',
    answer: GroupReportResponse,
    dated: true,
  })
  region(
    @Param() code: CodeRequest,
    @Query() query: MomentRequest,
    @Req() request: FastifyRequest,
  ): Promise<Representation> {
    return this.group(code, query, request);
  }

  @Resource({
    path: 'communities/:code',
    summary: 'What a community sent and what became of it, and where its countries stand',
    answer: CommunityReportResponse,
    offers: ['json', 'csv', 'pdf'],
    dated: true,
  })
  async community(
    @Param() { code }: CodeRequest,
    @Query() query: BriefRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Representation> {
    requireKnownBrief(query.report, 'community', this.briefs);
    const report = await this.reports.community(code, query);
    return {
      json: () => communityReportResponse(report, readerLanguage(request)),
      csv: () => writtenTable(groupReportTable(report), query),
      pdf: briefBody(() => this.briefs.community(code, readerLanguage(request), query, query.report), reply),
    };
  }
}
