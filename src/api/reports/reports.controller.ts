import { Controller, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BriefService } from '../../reports/briefs/brief.service.js';
import { countryReportTable } from '../../reports/country-report-table.js';
import { indicatorReportTable } from '../../reports/indicator-report-table.js';
import { issueReportTable } from '../../reports/issue-report-table.js';
import { overviewReportTable } from '../../reports/overview-report-table.js';
import { ReportService } from '../../reports/report.service.js';
import { CodeRequest, Iso3Request } from '../edge/code.request.js';
import { briefBody, requireKnownBrief } from './brief-body.js';
import { BriefRequest } from './brief.request.js';
import { CountryReportResponse, countryReportResponse } from './country-report.response.js';
import { IndicatorReportResponse, indicatorReportResponse } from './indicator-report.response.js';
import { IssueReportResponse, issueReportResponse } from './issue-report.response.js';
import { OverviewReportResponse, overviewReportResponse } from './overview-report.response.js';
import { MomentRequest } from '../edge/moment.request.js';
import { readerLanguage } from '../edge/reader-language.js';
import type { Representation } from '../edge/representation.js';
import { Resource } from '../edge/resource.decorator.js';
import { writtenTable } from '../edge/written-list.js';

@ApiTags('Reports')
@Controller('api/v1/reports')
export class ReportsController {
  constructor(
    private readonly reports: ReportService,
    private readonly briefs: BriefService,
  ) {}

  @Resource({
    path: 'overview',
    summary: 'Where the world and its regions stand, and every country by name',
    answer: OverviewReportResponse,
    dated: true,
  })
  async overview(@Query() query: MomentRequest): Promise<Representation> {
    const report = await this.reports.overview(query);
    return {
      json: () => overviewReportResponse(report),
      csv: () => writtenTable(overviewReportTable(report), query),
    };
  }

  @Resource({
    path: 'countries/:iso3',
    summary: 'Everything the page of a country shows',
    answer: CountryReportResponse,
    offers: ['json', 'csv', 'pdf'],
    dated: true,
  })
  async country(
    @Param() { iso3 }: Iso3Request,
    @Query() query: BriefRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Representation> {
    requireKnownBrief(query.report, 'country', this.briefs);
    const report = await this.reports.country(iso3, query);
    return {
      json: () => countryReportResponse(report),
      csv: () => writtenTable(countryReportTable(report), query),
      pdf: briefBody(
        () => this.briefs.memberState(iso3, readerLanguage(request), query, query.report),
        reply,
      ),
    };
  }

  @Resource({
    path: 'issues/:code',
    summary: 'Everything the page of an issue shows',
    answer: IssueReportResponse,
    offers: ['json', 'csv', 'pdf'],
    dated: true,
  })
  async issue(
    @Param() { code }: CodeRequest,
    @Query() query: BriefRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Representation> {
    requireKnownBrief(query.report, 'issue', this.briefs);
    const report = await this.reports.issue(code, query);
    return {
      json: () => issueReportResponse(report),
      csv: () => writtenTable(issueReportTable(report), query),
      pdf: briefBody(() => this.briefs.issue(code, readerLanguage(request), query, query.report), reply),
    };
  }

  @Resource({
    path: 'indicators/:code',
    summary: 'Everything the page of an indicator shows',
    answer: IndicatorReportResponse,
    dated: true,
  })
  async indicator(@Param() { code }: CodeRequest, @Query() query: MomentRequest): Promise<Representation> {
    const report = await this.reports.indicator(code, query);
    return {
      json: () => indicatorReportResponse(report),
      csv: () => writtenTable(indicatorReportTable(report), query),
    };
  }
}
