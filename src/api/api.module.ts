import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AccessModule } from '../access/access.module.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { CommunitiesModule } from '../communities/communities.module.js';
import { ObservationsModule } from '../observations/observations.module.js';
import { ReportsModule } from '../reports/reports.module.js';
import { ScoringModule } from '../scoring/scoring.module.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { AreasController } from './areas.controller.js';
import { ChartsController } from './charts.controller.js';
import { CommitmentsController } from './commitments.controller.js';
import { CommunitiesController } from './communities.controller.js';
import { ComparisonsController } from './comparisons.controller.js';
import { ConfirmationsController } from './confirmations.controller.js';
import { DecisionsController } from './decisions.controller.js';
import { ContactsController } from './contacts.controller.js';
import { DocsController } from './docs.controller.js';
import { ExplanationController } from './explanation.controller.js';
import { FeedsController } from './feeds.controller.js';
import { FrameworkController } from './framework.controller.js';
import { GroupReportsController } from './group-reports.controller.js';
import { GroupScoresController } from './group-scores.controller.js';
import { HealthController } from './health.controller.js';
import { IndicatorsController } from './indicators.controller.js';
import { IssuesController } from './issues.controller.js';
import { KeysController } from './keys.controller.js';
import { ObservationsController } from './observations.controller.js';
import { OpenApiService } from './openapi.service.js';
import { ProblemFilesController } from './problem-files.controller.js';
import { ProblemFilter } from './problem.filter.js';
import { PublicReadService } from './public-read.service.js';
import { ReportsController } from './reports.controller.js';
import { RouteTable } from './route-table.js';
import { ScoresController } from './scores.controller.js';
import { ProgressController } from './progress.controller.js';
import { SubmissionsController } from './submissions.controller.js';
import { TemplatesController } from './templates.controller.js';

/** The door for machines. */
@Module({
  imports: [
    AccessModule,
    CatalogueModule,
    CommunitiesModule,
    SubmissionsModule,
    ObservationsModule,
    ScoringModule,
    ReportsModule,
  ],
  controllers: [
    FrameworkController,
    IndicatorsController,
    CommitmentsController,
    IssuesController,
    AreasController,
    CommunitiesController,
    ObservationsController,
    ScoresController,
    ExplanationController,
    ComparisonsController,
    GroupScoresController,
    ReportsController,
    GroupReportsController,
    ChartsController,
    SubmissionsController,
    ProgressController,
    ProblemFilesController,
    ConfirmationsController,
    TemplatesController,
    DecisionsController,
    FeedsController,
    ContactsController,
    KeysController,
    HealthController,
    DocsController,
  ],
  providers: [
    OpenApiService,
    PublicReadService,
    RouteTable,
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class ApiModule {}
