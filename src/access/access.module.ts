import { Module } from '@nestjs/common';
import { AccessRepository } from './access.repository.js';
import { AccessService } from './access.service.js';
import { BootstrapService } from './bootstrap.service.js';
import { IdempotencyKeyRepository } from './idempotency-key.repository.js';
import { SessionRepository } from './session.repository.js';
import { SessionService } from './session.service.js';

@Module({
  providers: [
    AccessRepository,
    AccessService,
    BootstrapService,
    IdempotencyKeyRepository,
    SessionRepository,
    SessionService,
  ],
  exports: [AccessService, BootstrapService, IdempotencyKeyRepository, SessionService],
})
export class AccessModule {}
