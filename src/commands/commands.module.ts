import { Module, type DynamicModule } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { CommunitiesModule } from '../communities/communities.module.js';
import { ObservationsModule } from '../observations/observations.module.js';
import { ReportsModule } from '../reports/reports.module.js';
import { ScoringModule } from '../scoring/scoring.module.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';

/** The rooms that commands need: all up to reports, and no other door. */
@Module({})
export class CommandsModule {
  /** @param platform settings and database */
  static on(platform: DynamicModule): DynamicModule {
    return {
      module: CommandsModule,
      imports: [
        platform,
        CatalogueModule,
        CommunitiesModule,
        AccessModule,
        SubmissionsModule,
        ObservationsModule,
        ScoringModule,
        ReportsModule,
      ],
    };
  }
}
