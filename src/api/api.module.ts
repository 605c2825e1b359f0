import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AccessModule } from '../access/access.module.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { CommunitiesModule } from '../communities/communities.module.js';
import { ObservationsModule } from '../observations/observations.module.js';
import { ReportsModule } from '../reports/reports.module.js';
import { ScoringModule } from '../scoring/scoring.module.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { AuditController } from './audit/audit.controller.js';
import { SigningKeyController } from './audit/signing-key.controller.js';
import { AreasController } from './catalogue/areas.controller.js';
import { ChartsController } from './figures/charts.controller.js';
import { OembedController } from './figures/oembed.controller.js';
import { ChangeFeedService } from './exchange/change-feed.service.js';
import { ChangeFeedsController } from './exchange/change-feeds.controller.js';
import { CodeFeedsController } from './exchange/code-feeds.controller.js';
import { FollowersController } from './following/followers.controller.js';
import { SiteFilesController } from './exchange/site-files.controller.js';
import { SitemapService } from './exchange/sitemap.service.js';
import { CommitmentsController } from './catalogue/commitments.controller.js';
import { CommunitiesController } from './catalogue/communities.controller.js';
import { CommunityAdministrationController } from './access/community-administration.controller.js';
import { ContributorsController } from './access/contributors.controller.js';
import { MeController } from './access/me.controller.js';
import { ComparisonsController } from './scores/comparisons.controller.js';
import { CompareReportController } from './reports/compare-report.controller.js';
import { ParticipationController } from './reports/participation.controller.js';
import { ConfirmationsController } from './submissions/confirmations.controller.js';
import { DecisionsController } from './submissions/decisions.controller.js';
import { ContactsController } from './notices/contacts.controller.js';
import { DocsController } from './documentation/docs.controller.js';
import { ExplanationController } from './scores/explanation.controller.js';
import { FeedsController } from './notices/feeds.controller.js';
import { FrameworkController } from './catalogue/framework.controller.js';
import { CommunicationController } from './reports/communication.controller.js';
import { GroupReportsController } from './reports/group-reports.controller.js';
import { GroupScoresController } from './scores/group-scores.controller.js';
import { HealthController } from './operation/health.controller.js';
import { MetricsController } from './operation/metrics.controller.js';
import { SecurityTextController } from './operation/security-text.controller.js';
import { OperationMetricsService } from './operation/operation-metrics.service.js';
import { ReadinessService } from './operation/readiness.service.js';
import { IndicatorsController } from './catalogue/indicators.controller.js';
import { IssuesController } from './catalogue/issues.controller.js';
import { KeysController } from './access/keys.controller.js';
import { AgendasController } from './reports/agendas.controller.js';
import { NodeReportsController } from './reports/node-reports.controller.js';
import { ObservationsController } from './figures/observations.controller.js';
import { OpenApiService } from './documentation/openapi.service.js';
import { ProblemKindsController } from './documentation/problem-kinds.controller.js';
import { ProblemFilesController } from './submissions/problem-files.controller.js';
import { ClaimsController } from './communities/claims.controller.js';
import { ProfileController } from './communities/profile.controller.js';
import { ModerationController } from './communities/moderation.controller.js';
import { ModerationLogController } from './communities/moderation-log.controller.js';
import { StatementFilesController } from './communities/statement-files.controller.js';
import { StatementsController } from './communities/statements.controller.js';
import { WordingController } from './communities/wording.controller.js';
import { ProblemFilter } from './edge/problem.filter.js';
import { ObservationPinsService } from './figures/observation-pins.service.js';
import { PublicReadService } from './edge/public-read.service.js';
import { ReleaseDiffController } from './releases/release-diff.controller.js';
import { ReleaseFilesController } from './releases/release-files.controller.js';
import { ReleasesController } from './releases/releases.controller.js';
import { ReportsController } from './reports/reports.controller.js';
import { RouteTable } from './edge/route-table.js';
import { ScoresController } from './scores/scores.controller.js';
import { PinnedSourcesService } from './scores/pinned-sources.service.js';
import { ProgressController } from './submissions/progress.controller.js';
import { SdmxAnswerService } from './sdmx/sdmx-answer.service.js';
import { SdmxAvailabilityController } from './sdmx/availability.controller.js';
import { SdmxDataController } from './sdmx/data.controller.js';
import { SdmxRowsService } from './sdmx/sdmx-rows.service.js';
import { SdmxStructureController } from './sdmx/structure.controller.js';
import { SdmxUnbuiltController } from './sdmx/unbuilt.controller.js';
import { SearchController } from './catalogue/search.controller.js';
import { SubmissionsController } from './submissions/submissions.controller.js';
import { TemplatesController } from './submissions/templates.controller.js';

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
    SearchController,
    ObservationsController,
    ScoresController,
    ExplanationController,
    CompareReportController,
    ParticipationController,
    ComparisonsController,
    GroupScoresController,
    ReleaseDiffController,
    ReportsController,
    GroupReportsController,
    CommunicationController,
    AgendasController,
    NodeReportsController,
    ChartsController,
    OembedController,
    ReleasesController,
    ReleaseFilesController,
    SubmissionsController,
    ProgressController,
    ProblemFilesController,
    ConfirmationsController,
    TemplatesController,
    DecisionsController,
    FeedsController,
    ContactsController,
    KeysController,
    ContributorsController,
    CommunityAdministrationController,
    ProfileController,
    ClaimsController,
    StatementsController,
    StatementFilesController,
    WordingController,
    ModerationController,
    ModerationLogController,
    MeController,
    AuditController,
    SigningKeyController,
    HealthController,
    SecurityTextController,
    MetricsController,
    DocsController,
    ProblemKindsController,
    ChangeFeedsController,
    CodeFeedsController,
    FollowersController,
    SiteFilesController,
    SdmxStructureController,
    SdmxAvailabilityController,
    SdmxDataController,
    SdmxUnbuiltController,
  ],
  providers: [
    OpenApiService,
    OperationMetricsService,
    ReadinessService,
    ObservationPinsService,
    PinnedSourcesService,
    ChangeFeedService,
    PublicReadService,
    RouteTable,
    SdmxAnswerService,
    SdmxRowsService,
    SitemapService,
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [PublicReadService],
})
export class ApiModule {}
