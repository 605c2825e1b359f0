import { Injectable } from '@nestjs/common';
import type { CatalogueVersion } from '../../catalogue/catalogue.repository.js';
import { CatalogueService } from '../../catalogue/catalogue.service.js';
import type { SeriesEdition } from '../../observations/observation.js';
import { PastObservationRepository } from '../../observations/past-observation.repository.js';
import { explanationContext, type ExplanationContext } from './explanation-context.js';
import { buildInSteps } from '../board/score-board.js';
import { finishInTurns } from '../board/steps.js';

/** So many past boards are kept; each takes as much memory as the live one. */
const BOARDS_KEPT = 2;

/** A board as it was, with what it was built from. */
export interface PastBoard extends ExplanationContext {
  /** Of the stored catalogue. */
  readonly catalogueVersion: number;
}

/** Builds score boards as they were, with the data and the catalogue of their time. */
@Injectable()
export class PastBoardsService {
  private readonly kept = new Map<string, Promise<PastBoard>>();
  /** Boards are built one after another: several at once would only take more memory. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly catalogues: CatalogueService,
    private readonly observations: PastObservationRepository,
  ) {}

  /**
   * The board at a data revision, with the catalogue in force at a moment; where none was yet, with the first one.
   * @param seriesEditions at least those of that time
   * @param moment absent: when the revision was reached
   */
  async at(
    revision: number,
    seriesEditions: ReadonlyMap<number, SeriesEdition>,
    moment?: Date,
  ): Promise<PastBoard> {
    const when = moment ?? (await this.observations.momentOf(revision)) ?? new Date(0);
    const version = await this.catalogues.inForceAt(when);
    if (version === undefined) throw new RangeError('No catalogue was ever loaded');
    const key = `${String(revision)} ${String(version.id)}`;
    const known = this.kept.get(key);
    const built = known ?? this.turn.then(() => this.build(revision, version, seriesEditions));
    this.keep(key, built);
    if (known === undefined) this.turn = built.catch(() => undefined);
    return built;
  }

  private async build(
    revision: number,
    { id, catalogue }: CatalogueVersion,
    seriesEditions: ReadonlyMap<number, SeriesEdition>,
  ): Promise<PastBoard> {
    const snapshot = await this.observations.snapshotAt(revision, seriesEditions);
    const board = await finishInTurns(buildInSteps(catalogue, snapshot));
    return { ...explanationContext(board, catalogue, seriesEditions), catalogueVersion: id };
  }

  /** The newest stands last; one that failed is tried again by the next caller. */
  private keep(key: string, built: Promise<PastBoard>): void {
    this.kept.delete(key);
    this.kept.set(key, built);
    built.catch(() => this.kept.delete(key));
    const [oldest] = this.kept.keys();
    if (this.kept.size > BOARDS_KEPT && oldest !== undefined) this.kept.delete(oldest);
  }
}
