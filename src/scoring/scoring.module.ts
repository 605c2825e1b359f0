import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { ObservationsModule } from '../observations/observations.module.js';
import { ScoreBoardService } from './score-board.service.js';

@Module({
  imports: [CatalogueModule, ObservationsModule],
  providers: [ScoreBoardService],
  exports: [ScoreBoardService],
})
export class ScoringModule {}
