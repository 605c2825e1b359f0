import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { ChartsModule } from '../charts/charts.module.js';
import { CommunitiesModule } from '../communities/communities.module.js';
import { ObservationsModule } from '../observations/observations.module.js';
import { ScoringModule } from '../scoring/scoring.module.js';
import { AcceptanceTraceRepository } from './acceptance-trace.repository.js';
import { BriefService } from './briefs/brief.service.js';
import { TypstService } from './briefs/typst.service.js';
import { ChartService } from './charts/chart.service.js';
import { CompareService } from './compare/compare.service.js';
import { ContributionRepository } from './contribution.repository.js';
import { CoverageService } from './coverage.service.js';
import { GroupReportService } from './group-report.service.js';
import { ExplanationService } from './explanation.service.js';
import { MomentService } from './moment.service.js';
import { OperationCountsRepository } from './operation-counts.repository.js';
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
    BriefService,
    ChartService,
    CompareService,
    ContributionRepository,
    CoverageService,
    ExplanationService,
    GroupReportService,
    MomentService,
    OperationCountsRepository,
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
    CompareService,
    CoverageService,
    ExplanationService,
    GroupReportService,
    MomentService,
    OperationCountsRepository,
    ReleaseDiffService,
    ReleaseCheckService,
    ReleaseService,
    ReportService,
    ReportSourcesService,
    SearchService,
  ],
})
export class ReportsModule {}
