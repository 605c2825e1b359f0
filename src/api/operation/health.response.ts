import { ApiProperty } from '@nestjs/swagger';
import { ProblemResponse } from '../edge/problem.response.js';
import type { ReadinessChecks } from './readiness.service.js';

export class LiveResponse {
  @ApiProperty({ enum: ['live'], description: 'It answers', example: 'live' })
  readonly status!: 'live';
}

export class ReadinessChecksResponse implements ReadinessChecks {
  @ApiProperty({ enum: ['ok', 'away'], description: 'Whether the database answers', example: 'ok' })
  readonly database!: ReadinessChecks['database'];

  @ApiProperty({
    enum: ['ok', 'other_version', 'unknown'],
    description: 'Whether its tables are those of this version',
    example: 'ok',
  })
  readonly migrations!: ReadinessChecks['migrations'];

  @ApiProperty({ enum: ['ok', 'stuck'], description: 'Whether big files are being checked', example: 'ok' })
  readonly jobs!: ReadinessChecks['jobs'];

  @ApiProperty({ enum: ['ok', 'building'], description: 'Whether scores are at hand', example: 'ok' })
  readonly scores!: ReadinessChecks['scores'];

  @ApiProperty({ enum: ['ok', 'stopping'], description: 'Whether this process stays', example: 'ok' })
  readonly server!: ReadinessChecks['server'];
}

export class ReadyResponse {
  @ApiProperty({ enum: ['ready'], description: 'It serves', example: 'ready' })
  readonly status!: 'ready';

  @ApiProperty({ type: ReadinessChecksResponse, description: 'What had to be in order' })
  readonly checks!: ReadinessChecksResponse;
}

export class NotReadyResponse extends ProblemResponse {
  @ApiProperty({ type: ReadinessChecksResponse, description: 'What is in order and what is not' })
  readonly checks!: ReadinessChecksResponse;
}
