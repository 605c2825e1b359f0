import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { ObservationsModule } from '../observations/observations.module.js';
import { PastBoardsService } from './explanation/past-boards.service.js';
import { ReleaseRepository } from './releases/release.repository.js';
import { ScoreBoardService } from './score-board.service.js';
import { ScoreIntervalsService } from './uncertainty/score-intervals.service.js';

@Module({
  imports: [CatalogueModule, ObservationsModule],
  providers: [PastBoardsService, ReleaseRepository, ScoreBoardService, ScoreIntervalsService],
  exports: [PastBoardsService, ReleaseRepository, ScoreBoardService, ScoreIntervalsService],
})
export class ScoringModule {}
