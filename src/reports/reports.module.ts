import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { ChartsModule } from '../charts/charts.module.js';
import { CommunitiesModule } from '../communities/communities.module.js';
import { ObservationsModule } from '../observations/observations.module.js';
import { ScoringModule } from '../scoring/scoring.module.js';
import { AcceptanceTraceRepository } from './acceptance-trace.repository.js';
import { IgfReportService } from './bundles/igf-report.service.js';
import { BriefService } from './briefs/brief.service.js';
import { TypstService } from './briefs/typst.service.js';
import { ChartService } from './charts/chart.service.js';
import { CommunicationService } from './communication/communication.service.js';
import { CompareService } from './compare/compare.service.js';
import { ContributionRepository } from './contribution.repository.js';
import { CoverageService } from './coverage.service.js';
import { DigestRepository } from './following/digest.repository.js';
import { DigestService } from './following/digest.service.js';
import { FollowerRepository } from './following/follower.repository.js';
import { FollowingRoundService } from './following/following-round.service.js';
import { FollowingService } from './following/following.service.js';
import { GroupReportService } from './group-report.service.js';
import { ExplanationService } from './explanation.service.js';
import { MomentService } from './moment.service.js';
import { OperationCountsRepository } from './operation-counts.repository.js';
import { AcceptanceYearRepository } from './participation/acceptance-year.repository.js';
import { ParticipationService } from './participation/participation.service.js';
import { ReleaseBuildingService } from './releases/release-building.service.js';
import { ReleaseDiffService } from './releases/release-diff.service.js';
import { ReleaseCheckService } from './releases/release-check.service.js';
import { ReleaseService } from './releases/release.service.js';
import { ThawedReleasesService } from './releases/thawed-releases.service.js';
import { ReportService } from './report.service.js';
import { ReportSourcesService } from './report-sources.service.js';
import { SearchService } from './search/search.service.js';

@Module({
  imports: [CatalogueModule, ChartsModule, CommunitiesModule, ObservationsModule, ScoringModule],
  providers: [
    AcceptanceTraceRepository,
    AcceptanceYearRepository,
    BriefService,
    ChartService,
    CommunicationService,
    CompareService,
    ContributionRepository,
    CoverageService,
    DigestRepository,
    DigestService,
    ExplanationService,
    FollowerRepository,
    FollowingRoundService,
    FollowingService,
    GroupReportService,
    IgfReportService,
    MomentService,
    OperationCountsRepository,
    ParticipationService,
    ReleaseBuildingService,
    ReleaseCheckService,
    ReleaseDiffService,
    ReleaseService,
    ThawedReleasesService,
    ReportService,
    ReportSourcesService,
    SearchService,
    TypstService,
  ],
  exports: [
    BriefService,
    ChartService,
    ChartsModule,
    CommunicationService,
    CompareService,
    CoverageService,
    DigestService,
    ExplanationService,
    FollowingRoundService,
    FollowingService,
    GroupReportService,
    IgfReportService,
    MomentService,
    OperationCountsRepository,
    ParticipationService,
    ReleaseDiffService,
    ReleaseCheckService,
    ReleaseService,
    ReportService,
    ReportSourcesService,
    SearchService,
  ],
})
export class ReportsModule {}
