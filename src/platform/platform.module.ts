import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditRepository } from './audit.repository.js';
import { CONFIG, type Config } from './config.js';
import { MailerService } from './mailer.service.js';

/** Settings, database and audit trail, for every room. */
@Global()
@Module({})
export class PlatformModule {
  static of(config: Config, dataSource: DataSource): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: DataSource, useValue: dataSource },
        AuditRepository,
        MailerService,
      ],
      exports: [CONFIG, DataSource, AuditRepository, MailerService],
    };
  }
}
