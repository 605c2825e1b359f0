import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { Catalogue } from '../catalogue/catalogue.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { ObservationRepository } from '../observations/observation.repository.js';
import { RevisionWatchService } from '../observations/revision-watch.service.js';
import { advanceInSteps } from './board/advance-board.js';
import { buildInSteps, type GrowingBoard } from './board/score-board.js';
import type { ScoreBoard } from './score.js';
import { finishInTurns } from './board/steps.js';

/** When more than this share of the observations has changed, a board is built whole; a few are always moved on with. */
const MOST_CHANGED = 1 / 3;
const FEW_CHANGES = 1_000;

/**
 * Keeps the live score board. Once one was asked for, it moves on by itself when the data revision does, computing
 * only what changed, and lets requests in between.
 */
@Injectable()
export class ScoreBoardService implements OnModuleDestroy {
  private readonly log = new Logger(ScoreBoardService.name);
  private kept: { readonly catalogue: Catalogue; readonly board: GrowingBoard } | undefined;
  private building: Promise<ScoreBoard> | undefined;
  private movesUnderWay = 0;
  private readonly listeners: ((board: ScoreBoard) => void)[] = [];
  private closed = false;
  private built: { readonly revision: number; readonly seconds: number } | undefined;

  constructor(
    private readonly catalogues: CatalogueService,
    private readonly observations: ObservationRepository,
    private readonly revisions: RevisionWatchService,
  ) {
    this.revisions.onMove(() => void this.moveOn());
  }

  /**
   * The board at the newest revision known at the time of the call; while the board moves on to what another process
   * accepted, the one before, but never one older than what was accepted in this process. Callers at the same time
   * share a build; one that failed is tried again by the next caller.
   */
  async current(): Promise<ScoreBoard> {
    const revision = await this.revisions.current();
    return this.inPlace(revision) ?? this.upTo(revision);
  }

  /** What `current` would give, if it is at hand. */
  known(): ScoreBoard | undefined {
    const revision = this.revisions.newestKnown();
    return revision === undefined ? undefined : this.inPlace(revision);
  }

  /** The newest board, and how long it took to build it or to move on to it. */
  get lastBuilt(): { readonly revision: number; readonly seconds: number } | undefined {
    return this.built;
  }

  /** @param listener told of each new board once it is in place; it must not throw */
  onBoard(listener: (board: ScoreBoard) => void): void {
    this.listeners.push(listener);
  }

  async onModuleDestroy(): Promise<void> {
    this.closed = true;
    await this.building?.catch(() => undefined);
  }

  private inPlace(revision: number): GrowingBoard | undefined {
    const { kept } = this;
    if (kept?.catalogue !== this.catalogues.current().catalogue) return undefined;
    const mayBeShown = this.movesUnderWay > 0 && kept.board.revision >= this.revisions.leastToShow();
    return mayBeShown || kept.board.revision >= revision ? kept.board : undefined;
  }

  private async moveOn(): Promise<void> {
    if (this.kept === undefined || this.closed) return;
    this.movesUnderWay += 1;
    try {
      await this.upTo(Infinity);
    } catch (error) {
      this.log.warn('The score board could not move on; the next reader tries again', error);
    } finally {
      this.movesUnderWay -= 1;
    }
  }

  /** A build that began after the call: as new as the database can tell. */
  private async upTo(revision: number): Promise<ScoreBoard> {
    await this.building;
    const { kept } = this;
    const isNow = kept?.catalogue === this.catalogues.current().catalogue;
    if (isNow && kept.board.revision >= revision) return kept.board;
    this.building ??= this.build().finally(() => {
      this.building = undefined;
    });
    return this.building;
  }

  private async build(): Promise<ScoreBoard> {
    const { catalogue } = this.catalogues.current();
    const before = this.kept;
    const from = performance.now();
    const moved = before?.catalogue === catalogue ? await this.movedOn(before.board) : undefined;
    const board = moved ?? (await this.whole(catalogue));
    this.kept = { catalogue, board };
    this.built = { revision: board.revision, seconds: (performance.now() - from) / 1_000 };
    if (board !== before?.board) for (const listener of this.listeners) listener(board);
    return board;
  }

  /** The board with what changed since; undefined when it is better built whole. */
  private async movedOn(board: GrowingBoard): Promise<GrowingBoard | undefined> {
    const most = Math.max(FEW_CHANGES, board.parts.facts.observations.size * MOST_CHANGED);
    const changes = await this.observations.changesSince(board.revision, Math.floor(most));
    if (changes?.revision === board.revision) return board;
    return changes && finishInTurns(advanceInSteps(board, changes));
  }

  private async whole(catalogue: Catalogue): Promise<GrowingBoard> {
    return finishInTurns(buildInSteps(catalogue, await this.observations.snapshot()));
  }
}
