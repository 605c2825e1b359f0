import type { Catalogue } from '../../catalogue/catalogue.js';
import type { SeriesEdition } from '../../observations/observation.js';
import { readRules, type BoardRules } from '../board/board-rules.js';
import type { SeriesContext } from '../board/indicator-series.js';
import type { ScoreBoard } from '../score.js';
import { rankSeries } from '../board/series-priority.js';

/** A score board with all it was built from: what explanations are made of. */
export interface ExplanationContext extends BoardRules, SeriesContext {
  readonly board: ScoreBoard;
}

/** @param seriesEditions at least those of the board's observations */
export function explanationContext(
  board: ScoreBoard,
  catalogue: Catalogue,
  seriesEditions: ReadonlyMap<number, SeriesEdition>,
): ExplanationContext {
  return { ...readRules(catalogue), board, seriesEditions, ranks: rankSeries(catalogue, seriesEditions) };
}
