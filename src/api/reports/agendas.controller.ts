import { Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AgendaKind } from '../../catalogue/views.js';
import { nodeReportTable } from '../../reports/node-report-table.js';
import { ReportService } from '../../reports/report.service.js';
import { CodeRequest } from '../edge/code.request.js';
import { MomentRequest } from '../edge/moment.request.js';
import type { Representation } from '../edge/representation.js';
import { Resource } from '../edge/resource.decorator.js';
import { writtenList, writtenTable } from '../edge/written-list.js';
import { AGENDA_LINE_COLUMNS, AgendaLineResponse, agendaLineResponse } from './agenda-line.response.js';
import { NodeReportResponse, nodeReportResponse } from './node-report.response.js';

/** The same scores by action line of the World Summit and by target of the Sustainable Development Goals. */
@ApiTags('Reports')
@Controller('api/v1')
export class AgendasController {
  constructor(private readonly reports: ReportService) {}

  @Resource({
    path: 'wsis',
    summary: 'WSIS action lines, their indicators, and where countries stand',
    answer: AgendaLineResponse,
    list: true,
    dated: true,
  })
  actionLines(@Query() query: MomentRequest): Promise<Representation> {
    return this.list('action_line', query);
  }

  @Resource({
    path: 'sdgs',
    summary: 'SDG targets that indicators speak to, their indicators, and where countries stand',
    answer: AgendaLineResponse,
    list: true,
    dated: true,
  })
  targets(@Query() query: MomentRequest): Promise<Representation> {
    return this.list('sdg_target', query);
  }

  @Resource({
    path: 'reports/wsis/:code',
    summary: 'A WSIS action line: its indicators, and where every country stands',
    answer: NodeReportResponse,
    dated: true,
  })
  actionLine(@Param() { code }: CodeRequest, @Query() query: MomentRequest): Promise<Representation> {
    return this.one('action_line', code, query);
  }

  @Resource({
    path: 'reports/sdgs/:code',
    summary: 'An SDG target: its indicators, and where every country stands',
    answer: NodeReportResponse,
    dated: true,
  })
  target(@Param() { code }: CodeRequest, @Query() query: MomentRequest): Promise<Representation> {
    return this.one('sdg_target', code, query);
  }

  private async list(kind: AgendaKind, query: MomentRequest): Promise<Representation> {
    const { views } = await this.reports.agenda(kind, query);
    return writtenList(views.map(agendaLineResponse), AGENDA_LINE_COLUMNS, query);
  }

  private async one(kind: AgendaKind, code: string, query: MomentRequest): Promise<Representation> {
    const report = await this.reports.node(kind, code, query);
    return {
      json: () => nodeReportResponse(report),
      csv: () => writtenTable(nodeReportTable(report), query),
    };
  }
}
