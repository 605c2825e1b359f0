import type { Statement } from '../../communities/statement.js';
import { withoutUndefined } from '../../platform/without-undefined.js';
import type { Steps } from '../../scoring/board/steps.js';
import { CHANGE_CAUSES, type ChangeCause } from '../../scoring/engine/shapley.js';
import {
  explanationContext,
  type ExplanationContext,
} from '../../scoring/explanation/explanation-context.js';
import type { Difference } from '../../scoring/explanation/score-change.js';
import { diffBoards, type ScoreDifference } from '../../scoring/releases/diff-boards.js';
import { diffSettings } from '../../scoring/releases/diff-settings.js';
import { nodeName } from '../node-line.js';
import type { ReportHead } from '../report.js';
import { reportHead, type ReportSources } from '../report-sources.js';

/** How what one release says differs from what another one says. */
export interface ReleaseDiff {
  readonly from: DiffedRelease;
  readonly to: DiffedRelease;
  readonly counts: DiffCounts;
  /** What differs in method and catalogue of that which scores stand on. */
  readonly settings: readonly Difference[];
  /** Statements that only the second one holds. */
  readonly statements: readonly Statement[];
  /** Every published score that differs, came or went: by area, then in the order of the tree. */
  readonly changes: readonly NamedDifference[];
}

export interface DiffedRelease extends ReportHead {
  readonly id: string;
  /** YYYY-MM-DD. */
  readonly date: string;
}

export interface DiffCounts {
  /** Scores that differ, those that came and went included. */
  readonly changes: number;
  /** Areas they are of. */
  readonly areas: number;
  readonly rose: number;
  readonly fell: number;
  readonly came: number;
  readonly went: number;
  /** Scores at both ends whose change cannot be split. */
  readonly unsplit: number;
  readonly byCause: readonly CauseCount[];
}

export interface CauseCount {
  readonly cause: ChangeCause;
  /** Scores that it moved. */
  readonly changes: number;
  /** Mean of the sizes of its effects on those, in points; absent where there are none. */
  readonly meanSize?: number;
}

export interface NamedDifference extends ScoreDifference {
  readonly areaName: string;
  readonly name: string;
  /** Points; absent where there is a score at one end only. */
  readonly change?: number;
}

/** @throws RangeError unless both are sources of releases */
export function* releaseDiff(from: ReportSources, to: ReportSources): Steps<ReleaseDiff> {
  const differences = yield* diffBoards(contextOf(from), contextOf(to));
  const changes = differences.map((difference) => named(difference, from, to));
  const known = new Set(from.statements.map(({ id }) => id));
  return {
    from: releaseOf(from),
    to: releaseOf(to),
    counts: count(changes),
    settings: diffSettings(from.lookUp.catalogue, to.lookUp.catalogue),
    statements: to.statements.filter(({ id }) => !known.has(id)),
    changes,
  };
}

function contextOf({ board, lookUp, seriesEditions }: ReportSources): ExplanationContext {
  return explanationContext(board, lookUp.catalogue, seriesEditions);
}

function releaseOf(sources: ReportSources): DiffedRelease {
  if (sources.release === undefined) throw new RangeError('These are not the sources of a release');
  const { id, date } = sources.release;
  return { id, date, ...reportHead(sources) };
}

function named(difference: ScoreDifference, from: ReportSources, to: ReportSources): NamedDifference {
  const { area, kind, code, before, after } = difference;
  const name = nodeName(kind, code, to.lookUp);
  return withoutUndefined({
    ...difference,
    areaName: (to.lookUp.area(area) ?? from.lookUp.area(area))?.name ?? area,
    name: name === code ? nodeName(kind, code, from.lookUp) : name,
    change: before === undefined || after === undefined ? undefined : after - before,
  });
}

function count(changes: readonly NamedDifference[]): DiffCounts {
  const many = (holds: (one: NamedDifference) => boolean): number => changes.filter(holds).length;
  return {
    changes: changes.length,
    areas: new Set(changes.map(({ area }) => area)).size,
    rose: many(({ change = 0 }) => change > 0),
    fell: many(({ change = 0 }) => change < 0),
    came: many(({ before }) => before === undefined),
    went: many(({ after }) => after === undefined),
    unsplit: many(({ unsplit }) => unsplit === 'NOTHING_IN_COMMON'),
    byCause: CHANGE_CAUSES.map((cause) => countCause(cause, changes)),
  };
}

function countCause(cause: ChangeCause, changes: readonly NamedDifference[]): CauseCount {
  const sizes = changes.map(({ effects }) => Math.abs(effects?.get(cause) ?? 0)).filter((size) => size > 0);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const meanSize = sizes.length === 0 ? undefined : total / sizes.length;
  return withoutUndefined({ cause, changes: sizes.length, meanSize });
}
