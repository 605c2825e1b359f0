import { Controller, Get, Header, Req, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { hasGlobalRole, type Actor } from '../../access/actor.js';
import { Problem } from '../../platform/problem.js';
import { CurrentActor, KeyGuard } from '../edge/key.guard.js';
import { ProblemAnswers } from '../edge/problem-answers.decorator.js';
import { OperationMetricsService } from './operation-metrics.service.js';

@ApiTags('Health')
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: OperationMetricsService) {}

  @Get()
  @UseGuards(KeyGuard)
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @Header('cache-control', 'no-store')
  @ApiBearerAuth()
  @ApiOperation({
    summary: 'Figures about the operation of this installation',
    description:
      'For auditors and administrators, in the text format of Prometheus: requests, submissions by state, what waits, ' +
      'the database, the process. To everybody else this address does not exist.',
  })
  @ApiOkResponse({
    content: {
      'text/plain': { schema: { type: 'string' }, example: 'iww_database_up 1\niww_data_revision 42\n' },
    },
  })
  @ProblemAnswers(401, 404, 429, 503)
  async read(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<string> {
    const mayRead = hasGlobalRole(actor, 'auditor') || hasGlobalRole(actor, 'administrator');
    if (!mayRead) throw new Problem('no_such_address', 404, { path: request.url.split('?')[0] ?? '' });
    return this.metrics.text();
  }
}
