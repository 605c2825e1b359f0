import { Controller, Get } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiResponse,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { Problem } from '../../platform/problem.js';
import { LiveResponse, NotReadyResponse, ReadyResponse } from './health.response.js';
import { ReadinessService } from './readiness.service.js';

@ApiTags('Health')
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: ReadinessService) {}

  @Get('live')
  @ApiOperation({
    summary: 'Whether the process answers at all',
    description: 'Asks nothing of the database: a process that does not answer here has to be started again.',
  })
  @ApiOkResponse({ type: LiveResponse, description: 'It answers' })
  live(): LiveResponse {
    return { status: 'live' };
  }

  @Get('ready')
  @ApiOperation({
    summary: 'Whether the process can serve',
    description:
      'Database, migrations, queue of checks, scores; 503 `not_ready` with the same `checks` when one of them is not in ' +
      'order, and while the process stops. Cheap: it may be asked every second.',
  })
  @ApiOkResponse({ type: ReadyResponse, description: 'It serves' })
  @ApiExtraModels(NotReadyResponse)
  @ApiResponse({
    status: 503,
    description: 'It cannot serve, or is about to stop',
    content: { 'application/problem+json': { schema: { $ref: getSchemaPath(NotReadyResponse) } } },
  })
  async ready(): Promise<ReadyResponse> {
    const checks = await this.readiness.checks();
    const isReady = Object.values(checks).every((state) => state === 'ok');
    if (!isReady) throw new Problem('not_ready', 503, {}, [], { checks });
    return { status: 'ready', checks };
  }
}
