import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditHeadsService } from './audit/audit-heads.service.js';
import { AuditRepository } from './audit/audit.repository.js';
import { AuditTrailRepository } from './audit/audit-trail.repository.js';
import { AuditTrailService } from './audit/audit-trail.service.js';
import { CONFIG, type Config } from './config.js';
import { MetricsService } from './http/metrics.service.js';
import { OpenRequestsService } from './http/open-requests.service.js';
import { MailerService } from './mailer.service.js';
import { DatabaseWatchService } from './postgres/database-watch.service.js';
import { SequenceRepository } from './sequence.repository.js';
import { StoppingService } from './stopping.service.js';
import { SigningKeyService } from './signing-key.service.js';

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
        AuditHeadsService,
        AuditRepository,
        AuditTrailRepository,
        AuditTrailService,
        SigningKeyService,
        SequenceRepository,
        MailerService,
        StoppingService,
        OpenRequestsService,
        MetricsService,
        DatabaseWatchService,
      ],
      exports: [
        CONFIG,
        DataSource,
        AuditHeadsService,
        AuditRepository,
        AuditTrailRepository,
        AuditTrailService,
        SigningKeyService,
        SequenceRepository,
        MailerService,
        StoppingService,
        OpenRequestsService,
        MetricsService,
        DatabaseWatchService,
      ],
    };
  }
}
