import { Controller, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ReportSourcesService } from '../../reports/report-sources.service.js';
import { itemTable } from '../edge/item-table.js';
import { ReadRequest } from '../edge/read.request.js';
import type { Representation } from '../edge/representation.js';
import { Resource } from '../edge/resource.decorator.js';
import { writtenTable } from '../edge/written-list.js';
import {
  LOG_COLUMNS,
  logEntryResponse,
  ModerationLogResponse,
  moderationLogResponse,
} from './moderation-log.response.js';

/** What moderators decided, as everybody reads it. */
@ApiTags('Moderation')
@Controller('api/v1')
export class ModerationLogController {
  constructor(private readonly sources: ReportSourcesService) {}

  @Resource({
    path: 'moderation',
    summary: 'What moderators decided on texts',
    description:
      'The latest first, with counts by quarter: kind of text, community, decision, reason code and what became of the ' +
      'appeal; no text and no person. CSV has the decisions.',
    answer: ModerationLogResponse,
  })
  async log(@Query() query: ReadRequest): Promise<Representation> {
    const { moderationLog = [] } = await this.sources.current();
    return {
      json: () => moderationLogResponse(moderationLog),
      csv: () => writtenTable(itemTable(LOG_COLUMNS, moderationLog.map(logEntryResponse)), query),
    };
  }
}
