import type { Language } from '../../language/language.js';
import { translate } from '../../language/translate.js';
import type { ScoreBoard } from '../../scoring/score.js';
import type { FoundNode } from '../find-node.js';

/** Level of an indicator or score of a node in an area, 0 to 100; `undefined`: there is none. */
export function levelOf(
  board: ScoreBoard,
  area: string,
  { kind, code }: FoundNode,
  year = board.asOfYear,
): number | undefined {
  return kind === 'indicator'
    ? board.indicatorScore(area, code, year).level
    : board.nodeScore(area, kind, code, year).score;
}

/** What its numbers are. */
export function unitOf({ kind }: FoundNode, language: Language): string {
  return translate(language, kind === 'indicator' ? 'chart.unit.level' : 'chart.unit.score');
}
