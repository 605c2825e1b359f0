import { Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { countryReportTable } from '../../reports/country-report-table.js';
import { indicatorReportTable } from '../../reports/indicator-report-table.js';
import { issueReportTable } from '../../reports/issue-report-table.js';
import { overviewReportTable } from '../../reports/overview-report-table.js';
import { ReportService } from '../../reports/report.service.js';
import { CodeRequest, Iso3Request } from '../edge/code.request.js';
import { CountryReportResponse, countryReportResponse } from './country-report.response.js';
import { IndicatorReportResponse, indicatorReportResponse } from './indicator-report.response.js';
import { IssueReportResponse, issueReportResponse } from './issue-report.response.js';
import { OverviewReportResponse, overviewReportResponse } from './overview-report.response.js';
import { ReadRequest } from '../edge/read.request.js';
import type { Representation } from '../edge/representation.js';
import { Resource } from '../edge/resource.decorator.js';
import { writtenTable } from '../edge/written-list.js';

@ApiTags('Reports')
@Controller('api/v1/reports')
export class ReportsController {
  constructor(private readonly reports: ReportService) {}

  @Resource({
    path: 'overview',
    summary: 'Where the world and its regions stand, and every country by name',
    answer: OverviewReportResponse,
  })
  async overview(@Query() query: ReadRequest): Promise<Representation> {
    const report = await this.reports.overview();
    return {
      json: () => overviewReportResponse(report),
      csv: () => writtenTable(overviewReportTable(report), query),
    };
  }

  @Resource({
    path: 'countries/:iso3',
    summary: 'Everything the page of a country shows',
    answer: CountryReportResponse,
    problems: [404],
  })
  async country(@Param() { iso3 }: Iso3Request, @Query() query: ReadRequest): Promise<Representation> {
    const report = await this.reports.country(iso3);
    return {
      json: () => countryReportResponse(report),
      csv: () => writtenTable(countryReportTable(report), query),
    };
  }

  @Resource({
    path: 'issues/:code',
    summary: 'Everything the page of an issue shows',
    answer: IssueReportResponse,
    problems: [404],
  })
  async issue(@Param() { code }: CodeRequest, @Query() query: ReadRequest): Promise<Representation> {
    const report = await this.reports.issue(code);
    return {
      json: () => issueReportResponse(report),
      csv: () => writtenTable(issueReportTable(report), query),
    };
  }

  @Resource({
    path: 'indicators/:code',
    summary: 'Everything the page of an indicator shows',
    answer: IndicatorReportResponse,
    problems: [404],
  })
  async indicator(@Param() { code }: CodeRequest, @Query() query: ReadRequest): Promise<Representation> {
    const report = await this.reports.indicator(code);
    return {
      json: () => indicatorReportResponse(report),
      csv: () => writtenTable(indicatorReportTable(report), query),
    };
  }
}
