import { Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { commitmentReportTable } from '../../reports/commitment-report-table.js';
import { commitmentsReportTable } from '../../reports/commitments-report-table.js';
import type { NodeReport } from '../../reports/node-report.js';
import { nodeReportTable } from '../../reports/node-report-table.js';
import { ReportService } from '../../reports/report.service.js';
import { CodeRequest, IdRequest } from '../edge/code.request.js';
import { MomentRequest } from '../edge/moment.request.js';
import type { Representation } from '../edge/representation.js';
import { Resource } from '../edge/resource.decorator.js';
import { writtenTable } from '../edge/written-list.js';
import { CommitmentReportResponse, commitmentReportResponse } from './commitment-report.response.js';
import { CommitmentsReportResponse, commitmentsReportResponse } from './commitments-report.response.js';
import { NodeReportResponse, nodeReportResponse } from './node-report.response.js';

/** Reports of the steps of the framework, and of the commitments. */
@ApiTags('Reports')
@Controller('api/v1/reports')
export class NodeReportsController {
  constructor(private readonly reports: ReportService) {}

  @Resource({
    path: 'principles/:code',
    summary: 'A principle: its goals and indicators, and where every country stands',
    answer: NodeReportResponse,
    dated: true,
  })
  async principle(@Param() { code }: CodeRequest, @Query() query: MomentRequest): Promise<Representation> {
    return writtenNode(await this.reports.principle(code, query), query);
  }

  @Resource({
    path: 'goals/:code',
    summary: 'A goal: its indicators, and where every country stands',
    answer: NodeReportResponse,
    dated: true,
  })
  async goal(@Param() { code }: CodeRequest, @Query() query: MomentRequest): Promise<Representation> {
    return writtenNode(await this.reports.goal(code, query), query);
  }

  @Resource({
    path: 'objectives/:code',
    summary: 'An objective: its commitments, what measures them, and where every country stands',
    answer: NodeReportResponse,
    dated: true,
  })
  async objective(@Param() { code }: CodeRequest, @Query() query: MomentRequest): Promise<Representation> {
    return writtenNode(await this.reports.objective(code, query), query);
  }

  @Resource({
    path: 'commitments',
    summary: 'Every commitment with what measures it, and every indicator with its commitments',
    answer: CommitmentsReportResponse,
    dated: true,
  })
  async commitments(@Query() query: MomentRequest): Promise<Representation> {
    const report = await this.reports.commitments(query);
    return {
      json: () => commitmentsReportResponse(report),
      csv: () => writtenTable(commitmentsReportTable(report), query),
    };
  }

  @Resource({
    path: 'commitments/:id',
    summary: 'A commitment: what measures it and why, and where every country stands',
    answer: CommitmentReportResponse,
    dated: true,
  })
  async commitment(@Param() { id }: IdRequest, @Query() query: MomentRequest): Promise<Representation> {
    const report = await this.reports.commitment(id, query);
    return {
      json: () => commitmentReportResponse(report),
      csv: () => writtenTable(commitmentReportTable(report), query),
    };
  }
}

function writtenNode(report: NodeReport, query: MomentRequest): Representation {
  return {
    json: () => nodeReportResponse(report),
    csv: () => writtenTable(nodeReportTable(report), query),
  };
}
