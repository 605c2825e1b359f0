import type { Statement } from '../../communities/statement.js';
import type { LookUp } from '../../catalogue/look-up.js';
import { printScore } from '../../language/print-score.js';
import type { Steps } from '../../scoring/board/steps.js';
import type { Status } from '../../scoring/score.js';
import { releaseDiff, type NamedDifference, type ReleaseDiff } from '../releases/release-diff.js';
import type { ReportSources } from '../report-sources.js';
import { partsOf, type Followed } from './followed.js';

/** All that a release says otherwise than the one before it, as far as readers see it. */
export interface ReleaseChanges {
  readonly diff: ReleaseDiff;
  readonly statuses: readonly StatusChange[];
  /** Of the later release. */
  readonly lookUp: LookUp;
}

/** An indicator whose status word differs; absent where there is none. */
export interface StatusChange {
  readonly area: string;
  readonly indicator: string;
  readonly before?: Status;
  readonly after?: Status;
}

/** What changed of one thing that somebody follows. */
export interface FollowedChanges {
  readonly followed: Followed;
  /** Scores that are printed otherwise, the largest change first; what came or went stands last. */
  readonly scores: readonly NamedDifference[];
  readonly statuses: readonly StatusChange[];
  readonly statements: readonly Statement[];
}

/** @throws RangeError unless both are sources of releases */
export function* releaseChanges(from: ReportSources, to: ReportSources): Steps<ReleaseChanges> {
  const diff = yield* releaseDiff(from, to);
  const statuses: StatusChange[] = [];
  const indicators = to.lookUp.catalogue.indicators.filter(
    ({ code }) => from.lookUp.indicator(code) !== undefined,
  );
  for (const area of to.board.areas.filter((code) => from.board.areas.includes(code))) {
    for (const { code: indicator } of indicators) {
      const before = from.board.indicatorScore(area, indicator).status;
      const after = to.board.indicatorScore(area, indicator).status;
      if (before === after) continue;
      statuses.push({ area, indicator, ...(before && { before }), ...(after && { after }) });
    }
    yield;
  }
  return { diff, statuses, lookUp: to.lookUp };
}

/** @returns `undefined` when nothing changed that a reader could see */
export function changesOf(followed: Followed, changes: ReleaseChanges): FollowedChanges | undefined {
  const { diff, lookUp } = changes;
  const isAbout = aboutOf(followed, lookUp);
  const scores = largestFirst(diff.changes.filter((one) => isAbout.score(one) && isSeen(one)));
  const statuses = changes.statuses.filter(isAbout.status);
  const statements = diff.statements.filter(isAbout.statement);
  if (scores.length + statuses.length + statements.length === 0) return undefined;
  return { followed, scores, statuses, statements };
}

interface About {
  readonly score: (change: NamedDifference) => boolean;
  readonly status: (change: StatusChange) => boolean;
  readonly statement: (statement: Statement) => boolean;
}

/** Of one country all scores; of a thing its own score everywhere; of many countries their principles. */
function aboutOf(followed: Followed, lookUp: LookUp): About {
  const { kind, code } = partsOf(followed);
  if (kind === 'country') {
    const isThere = ({ area }: { readonly area: string }): boolean => area === code;
    return { score: isThere, status: isThere, statement: isThere };
  }
  if (kind === 'all' || kind === 'region') {
    const members = new Set(lookUp.group(code)?.members);
    const isThere = ({ area }: { readonly area: string }): boolean => kind === 'all' || members.has(area);
    const isHigh = (change: NamedDifference): boolean => ['framework', 'principle'].includes(change.kind);
    return { score: (change) => isHigh(change) && isThere(change), status: isThere, statement: isThere };
  }
  const measuring = new Set(
    kind === 'issue'
      ? lookUp.indicatorsOfView('issue', code).map((indicator) => indicator.code)
      : lookUp.linksOfCommitment(code).map(({ indicator }) => indicator),
  );
  return {
    score: (change) => change.kind === kind && change.code === code,
    status: ({ indicator }) => measuring.has(indicator),
    statement: ({ subject }) => subject === `${kind}:${code}`,
  };
}

/** Whether readers see another number than before. */
function isSeen({ before, after }: NamedDifference): boolean {
  if (before === undefined || after === undefined) return true;
  return printScore(before, 'en') !== printScore(after, 'en');
}

function largestFirst(changes: readonly NamedDifference[]): readonly NamedDifference[] {
  const size = ({ change = 0 }: NamedDifference): number => Math.abs(change);
  return changes.toSorted((one, other) => size(other) - size(one));
}
