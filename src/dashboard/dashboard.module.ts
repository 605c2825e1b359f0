import fastifyStatic from '@fastify/static';
import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { AccessModule } from '../access/access.module.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { CommunitiesModule } from '../communities/communities.module.js';
import { ObservationsModule } from '../observations/observations.module.js';
import { CONFIG, type Config } from '../platform/config.js';
import { ReportsModule } from '../reports/reports.module.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { AccountController } from './account.controller.js';
import { AuditController } from './administration/audit.controller.js';
import { ChainCheckService } from './administration/chain-check.service.js';
import { ClaimsAdministrationController } from './administration/claims.controller.js';
import { CommunitiesAdministrationController } from './administration/communities.controller.js';
import { ContributorsAdministrationController } from './administration/contributors.controller.js';
import { ErasureController } from './administration/erasure.controller.js';
import { FormOnceService } from './administration/form-once.service.js';
import { FormStepService } from './administration/form-step.service.js';
import { KeysAdministrationController } from './administration/keys.controller.js';
import { AdministrationController } from './administration/overview.controller.js';
import { AssessController } from './assess/assess.controller.js';
import { AssessPagesService } from './assess/assess-pages.service.js';
import { publicDirectory } from './assets.js';
import { ClaimController } from './communities/claim.controller.js';
import { CommunitiesController } from './communities/communities.controller.js';
import { ProfileController } from './communities/profile.controller.js';
import { CommitmentsController } from './commitments.controller.js';
import { CompareController } from './compare.controller.js';
import { ConductController } from './conduct.controller.js';
import { ContactLinkController } from './contact-link.controller.js';
import { ContributeController } from './contribute.controller.js';
import { CountriesController } from './countries.controller.js';
import { EmbedController } from './embed/embed.controller.js';
import { ExplanationsController } from './explanations.controller.js';
import { FiguresController } from './figures.controller.js';
import { setUpForms } from './forms.setup.js';
import { HomeController } from './home.controller.js';
import { IndicatorsController } from './indicators.controller.js';
import { IssuesController } from './issues.controller.js';
import { LetterController } from './letters/letter.controller.js';
import { MethodController } from './method.controller.js';
import { NodesController } from './nodes.controller.js';
import { NoticesController } from './notices.controller.js';
import { NowhereController } from './nowhere.controller.js';
import { OpenIdCallbackController } from './openid-callback.controller.js';
import { OpenIdController } from './openid.controller.js';
import { setUpLogo } from './operator-logo.setup.js';
import { OverviewController } from './overview.controller.js';
import { OwnSubmissionService } from './own-submission.service.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { PageService } from './page.service.js';
import { ParticipationController } from './participation.controller.js';
import { RegionsController } from './regions.controller.js';
import { ReleaseDiffController } from './release-diff.controller.js';
import { ReleasePagesController } from './releases/releases.controller.js';
import { ReviewController } from './review.controller.js';
import { ServicePagesController } from './service-pages.controller.js';
import { ModerationController } from './moderation/moderation.controller.js';
import { StatementsController } from './statements/statements.controller.js';
import { SearchController } from './search.controller.js';
import { FollowController } from './following/follow.controller.js';
import { SignInController } from './sign-in.controller.js';
import { SubmissionPagesController } from './submissions.controller.js';
import { VisitorService } from './visitor.service.js';

/** The pages people read. */
@Module({
  imports: [
    AccessModule,
    CatalogueModule,
    CommunitiesModule,
    ObservationsModule,
    ReportsModule,
    SubmissionsModule,
  ],
  controllers: [
    HomeController,
    OverviewController,
    SearchController,
    CountriesController,
    LetterController,
    IssuesController,
    IndicatorsController,
    NodesController,
    CompareController,
    ParticipationController,
    CommitmentsController,
    RegionsController,
    ExplanationsController,
    FiguresController,
    EmbedController,
    MethodController,
    FollowController,
    SignInController,
    AccountController,
    AdministrationController,
    CommunitiesAdministrationController,
    ClaimsAdministrationController,
    ClaimController,
    CommunitiesController,
    ProfileController,
    StatementsController,
    ModerationController,
    ContributorsAdministrationController,
    ErasureController,
    KeysAdministrationController,
    AuditController,
    OpenIdController,
    OpenIdCallbackController,
    ContributeController,
    AssessController,
    SubmissionPagesController,
    ReleaseDiffController,
    ReleasePagesController,
    ReviewController,
    NoticesController,
    ContactLinkController,
    ConductController,
    ServicePagesController,
    NowhereController,
  ],
  providers: [
    FormStepService,
    FormOnceService,
    ChainCheckService,
    PageService,
    PageProblemFilter,
    VisitorService,
    OwnSubmissionService,
    AssessPagesService,
  ],
})
export class DashboardModule implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    @Inject(CONFIG) private readonly config: Pick<Config, 'operator'>,
  ) {}

  /** Serves the client files, named by their content, for ever. */
  onModuleInit(): void {
    const adapter = this.host.httpAdapter as HttpAdapterHost['httpAdapter'] | null;
    if (adapter === null) return;
    const server = adapter.getInstance<FastifyInstance>();
    setUpForms(server);
    setUpLogo(server, this.config.operator);
    // Not awaited: that would start the server's boot before Nest has put its error handler in place.
    void server.register(fastifyStatic, {
      root: `${publicDirectory}assets`,
      prefix: '/assets/',
      index: false,
      decorateReply: false,
      preCompressed: true,
      immutable: true,
      maxAge: '365d',
    });
  }
}
