import { createHash } from 'node:crypto';
import type { Catalogue } from '../../catalogue/catalogue.js';
import type { Observation } from '../../observations/observation.js';
import { planNodes } from '../board/node-plan.js';
import type { Steps } from '../board/steps.js';
import type { ScoreBoard } from '../score.js';

/** How many lines were counted, and the SHA-256 (hex) over them, each with a line feed at its end. */
export interface Seal {
  readonly count: number;
  readonly sha256: string;
}

/** @param observations in their order; see `inOrder` */
export function sealObservations(observations: readonly Observation[]): Seal {
  const seal = openSeal();
  for (const one of observations) {
    const { area, indicator, year, seriesEditionId, value, status, note, evidence, revisionFrom } = one;
    const { tookPart, confidence } = one;
    const assessed = tookPart === undefined && confidence === undefined ? [] : [tookPart, confidence];
    seal.add([
      area,
      indicator,
      year,
      seriesEditionId,
      revisionFrom,
      value,
      status,
      note,
      evidence,
      ...assessed,
    ]);
  }
  return seal.close();
}

/** By area, indicator, year, series edition and revision: however the database gave them. */
export function inOrder(observations: readonly Observation[]): readonly Observation[] {
  return [...observations].sort(
    (a, b) =>
      compare(a.area, b.area) ||
      compare(a.indicator, b.indicator) ||
      a.year - b.year ||
      a.seriesEditionId - b.seriesEditionId ||
      a.revisionFrom - b.revisionFrom,
  );
}

/** What a board says of its as-of year: every level and score, or why there is none, and what belongs to it. */
export function* sealScoresInSteps(catalogue: Catalogue, board: ScoreBoard): Steps<Seal> {
  const seal = openSeal();
  const nodes = [...planNodes(catalogue).values()];
  for (const area of board.areas) {
    for (const { code } of catalogue.indicators) {
      const { level, missing, value, year, status, statusReason, direction, pace, forecast, flags } =
        board.indicatorScore(area, code);
      const judged = [status, statusReason, direction, pace, forecast?.shown, forecast?.likelihood];
      seal.add([area, code, level ?? missing, value, year, ...judged, flags]);
    }
    yield;
    for (const { kind, code } of nodes) {
      const { score, missing, coverage, grade, pace, statusShares } = board.nodeScore(area, kind, code);
      seal.add([area, kind, code, score ?? missing, coverage, grade, pace, statusShares]);
    }
    yield;
  }
  return seal.close();
}

function openSeal(): { add(line: readonly unknown[]): void; close(): Seal } {
  const hash = createHash('sha256');
  let count = 0;
  return {
    add: (line) => {
      hash.update(`${JSON.stringify(line)}\n`);
      count += 1;
    },
    close: () => ({ count, sha256: hash.digest('hex') }),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
