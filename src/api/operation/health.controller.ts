import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReportSourcesService } from '../../reports/report-sources.service.js';
import { LiveResponse, ReadyResponse } from './health.response.js';
import { ProblemAnswers } from '../edge/problem-answers.decorator.js';

@ApiTags('Health')
@Controller('health')
export class HealthController {
  constructor(private readonly sources: ReportSourcesService) {}

  @Get('live')
  @ApiOperation({ summary: 'Whether the process answers at all' })
  @ApiOkResponse({ type: LiveResponse })
  live(): LiveResponse {
    return { status: 'live' };
  }

  @Get('ready')
  @ApiOperation({ summary: 'Whether database and score board are at hand' })
  @ApiOkResponse({ type: ReadyResponse })
  @ProblemAnswers(503)
  async ready(): Promise<ReadyResponse> {
    const { board } = await this.sources.current();
    return { status: 'ready', revision: board.revision };
  }
}
