import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { CommunitiesModule } from '../communities/communities.module.js';
import { ObservationsModule } from '../observations/observations.module.js';
import { ScoringModule } from '../scoring/scoring.module.js';
import { AcceptanceTraceRepository } from './acceptance-trace.repository.js';
import { CoverageService } from './coverage.service.js';
import { GroupReportService } from './group-report.service.js';
import { ExplanationService } from './explanation.service.js';
import { OperationCountsRepository } from './operation-counts.repository.js';
import { ReportService } from './report.service.js';
import { ReportSourcesService } from './report-sources.service.js';

@Module({
  imports: [CatalogueModule, CommunitiesModule, ObservationsModule, ScoringModule],
  providers: [
    AcceptanceTraceRepository,
    CoverageService,
    ExplanationService,
    GroupReportService,
    OperationCountsRepository,
    ReportService,
    ReportSourcesService,
  ],
  exports: [
    CoverageService,
    ExplanationService,
    GroupReportService,
    OperationCountsRepository,
    ReportService,
    ReportSourcesService,
  ],
})
export class ReportsModule {}
