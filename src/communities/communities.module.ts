import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { ClaimRepository } from './claim.repository.js';
import { ClaimService } from './claim.service.js';
import { CommunityAdministrationService } from './community-administration.service.js';
import { CommunityRepository } from './community.repository.js';
import { CommunityWatchService } from './community-watch.service.js';
import { ModerationLogRepository } from './moderation/moderation-log.repository.js';
import { ModerationRepository } from './moderation/moderation.repository.js';
import { ModerationService } from './moderation/moderation.service.js';
import { ProfileRepository } from './profile.repository.js';
import { ProfileService } from './profile.service.js';
import { StatementRepository } from './statement.repository.js';
import { StatementService } from './statement.service.js';

@Module({
  imports: [CatalogueModule],
  providers: [
    ClaimRepository,
    ClaimService,
    CommunityAdministrationService,
    CommunityRepository,
    CommunityWatchService,
    ModerationLogRepository,
    ModerationRepository,
    ModerationService,
    ProfileRepository,
    ProfileService,
    StatementRepository,
    StatementService,
  ],
  exports: [
    ClaimService,
    CommunityAdministrationService,
    CommunityRepository,
    CommunityWatchService,
    ModerationLogRepository,
    ModerationService,
    ProfileRepository,
    ProfileService,
    StatementRepository,
    StatementService,
  ],
})
export class CommunitiesModule {}
