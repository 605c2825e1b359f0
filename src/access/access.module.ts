import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { AccessRepository } from './access.repository.js';
import { AccessService } from './access.service.js';
import { BootstrapService } from './bootstrap.service.js';
import { ConductService } from './conduct.service.js';
import { ContributorRepository } from './contributor.repository.js';
import { ContributorService } from './contributor.service.js';
import { IdempotencyKeyRepository } from './idempotency-key.repository.js';
import { KeyAdministrationService } from './key-administration.service.js';
import { KeyRepository } from './key.repository.js';
import { NewContributorService } from './new-contributor.service.js';
import { OpenIdIdentityRepository } from './openid-identity.repository.js';
import { OpenIdIdentityService } from './openid-identity.service.js';
import { OpenIdProviderService } from './openid-provider.service.js';
import { SessionRepository } from './session.repository.js';
import { SessionService } from './session.service.js';

@Module({
  imports: [CatalogueModule],
  providers: [
    AccessRepository,
    AccessService,
    BootstrapService,
    ConductService,
    ContributorRepository,
    ContributorService,
    IdempotencyKeyRepository,
    KeyAdministrationService,
    KeyRepository,
    NewContributorService,
    OpenIdIdentityRepository,
    OpenIdIdentityService,
    OpenIdProviderService,
    SessionRepository,
    SessionService,
  ],
  exports: [
    AccessService,
    BootstrapService,
    ConductService,
    ContributorService,
    IdempotencyKeyRepository,
    KeyAdministrationService,
    KeyRepository,
    OpenIdIdentityService,
    OpenIdProviderService,
    SessionService,
  ],
})
export class AccessModule {}
