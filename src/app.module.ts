import { Module, type DynamicModule } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { AccessModule } from './access/access.module.js';
import { ApiModule } from './api/api.module.js';
import { CatalogueModule } from './catalogue/catalogue.module.js';
import { CommunitiesModule } from './communities/communities.module.js';
import { DashboardModule } from './dashboard/dashboard.module.js';
import { ObservationsModule } from './observations/observations.module.js';
import type { Config } from './platform/config.js';
import { PlatformModule } from './platform/platform.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { ScoringModule } from './scoring/scoring.module.js';
import { SubmissionsModule } from './submissions/submissions.module.js';

/** All rooms of the house. */
@Module({})
export class AppModule {
  static of(config: Config, dataSource: DataSource): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.of(config, dataSource),
        CatalogueModule,
        CommunitiesModule,
        AccessModule,
        SubmissionsModule,
        ObservationsModule,
        ScoringModule,
        ReportsModule,
        ApiModule,
        DashboardModule,
      ],
    };
  }
}
