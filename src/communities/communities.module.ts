import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { CommunityAdministrationService } from './community-administration.service.js';
import { CommunityRepository } from './community.repository.js';
import { CommunityWatchService } from './community-watch.service.js';

@Module({
  imports: [CatalogueModule],
  providers: [CommunityAdministrationService, CommunityRepository, CommunityWatchService],
  exports: [CommunityAdministrationService, CommunityRepository, CommunityWatchService],
})
export class CommunitiesModule {}
