import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { CommunitiesModule } from '../communities/communities.module.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { AcceptanceRepository } from './acceptance.repository.js';
import { AcceptanceService } from './acceptance.service.js';
import { ArrivalRepository } from './arrival.repository.js';
import { ArrivalService } from './arrival.service.js';
import { ConfirmationRepository } from './confirmation.repository.js';
import { ConfirmationService } from './confirmation.service.js';
import { DecisionService } from './decision.service.js';
import { IntegrityRepository } from './integrity.repository.js';
import { ObservationRepository } from './observation.repository.js';
import { PastObservationRepository } from './past-observation.repository.js';
import { RecentChangeRepository } from './recent-change.repository.js';
import { RevertRepository } from './revert.repository.js';
import { RevertService } from './revert.service.js';
import { RevisionWatchService } from './revision-watch.service.js';
import { SeededFiguresService } from './seeded-figures.service.js';
import { SeriesEditionRepository } from './series-edition.repository.js';

@Module({
  imports: [AccessModule, CatalogueModule, CommunitiesModule, SubmissionsModule],
  providers: [
    AcceptanceRepository,
    AcceptanceService,
    ArrivalRepository,
    ArrivalService,
    ConfirmationRepository,
    ConfirmationService,
    DecisionService,
    IntegrityRepository,
    ObservationRepository,
    PastObservationRepository,
    RecentChangeRepository,
    RevertRepository,
    RevertService,
    RevisionWatchService,
    SeededFiguresService,
    SeriesEditionRepository,
  ],
  exports: [
    AcceptanceService,
    ConfirmationRepository,
    ConfirmationService,
    DecisionService,
    IntegrityRepository,
    ObservationRepository,
    PastObservationRepository,
    RecentChangeRepository,
    RevertService,
    RevisionWatchService,
    SeededFiguresService,
  ],
})
export class ObservationsModule {}
