import { Module } from '@nestjs/common';
import { AccessRepository } from './access.repository.js';
import { AccessService } from './access.service.js';
import { BootstrapService } from './bootstrap.service.js';

@Module({
  providers: [AccessRepository, AccessService, BootstrapService],
  exports: [AccessService, BootstrapService],
})
export class AccessModule {}
