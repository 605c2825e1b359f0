import { Injectable } from '@nestjs/common';
import type { Catalogue } from '../catalogue/catalogue.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { ObservationRepository } from '../observations/observation.repository.js';
import { RevisionWatchService } from '../observations/revision-watch.service.js';
import { buildScoreBoard } from './score-board.js';
import type { ScoreBoard } from './score.js';

/** Keeps the live score board, and builds a new one when the data revision or the catalogue has moved. */
@Injectable()
export class ScoreBoardService {
  private kept: { readonly catalogue: Catalogue; readonly board: ScoreBoard } | undefined;
  private rebuilding: Promise<ScoreBoard> | undefined;

  constructor(
    private readonly catalogues: CatalogueService,
    private readonly observations: ObservationRepository,
    private readonly revisions: RevisionWatchService,
  ) {}

  /**
   * The board at the newest revision known at the time of the call. Callers at the same time share a
   * rebuild; one that failed is tried again by the next caller.
   */
  async current(): Promise<ScoreBoard> {
    const revision = await this.revisions.current();
    await this.rebuilding;
    const { kept } = this;
    if (
      kept !== undefined &&
      kept.board.revision >= revision &&
      kept.catalogue === this.catalogues.current().catalogue
    )
      return kept.board;
    // Whoever gets here shares a rebuild that began after the call: as new as the database can tell.
    this.rebuilding ??= this.rebuild().finally(() => {
      this.rebuilding = undefined;
    });
    return this.rebuilding;
  }

  private async rebuild(): Promise<ScoreBoard> {
    const snapshot = await this.observations.snapshot();
    const { catalogue } = this.catalogues.current();
    const board = buildScoreBoard(catalogue, snapshot);
    this.kept = { catalogue, board };
    return board;
  }
}
