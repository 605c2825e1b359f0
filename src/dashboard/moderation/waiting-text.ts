import { hintsIn } from '../../communities/moderation/found-in.js';
import {
  waitingSince,
  type ModeratedKind,
  type ModerationCase,
} from '../../communities/moderation/moderation-case.js';
import {
  workingDaysBetween,
  WORKING_DAYS_TO_DECIDE,
  type StatementFile,
} from '../../communities/statement-states.js';
import type { Words } from '../words.js';

/** A text that waits for a moderator, whichever way it came. */
export interface WaitingText {
  readonly id: string;
  readonly kind: ModeratedKind;
  readonly address: string;
  /** Name of the community; absent for the reason of an administrator. */
  readonly whose: string | undefined;
  readonly since: Date;
  /** Why it waits, where a machine found something: kinds of hints, or declined_before. */
  readonly found: readonly string[];
  readonly isAppeal: boolean;
}

/** Statements and other texts in one line, the longest waiting first. */
export function waitingTexts(
  files: readonly StatementFile[],
  cases: readonly ModerationCase[],
  words: Pick<Words, 'to'>,
): readonly WaitingText[] {
  const statements = files.map((file): WaitingText => ({
    id: file.id,
    kind: 'statement',
    address: words.to('statements', file.id),
    whose: file.by.name,
    since: file.versions[0]?.sentAt ?? new Date(0),
    found: [...new Set(hintsOfStatement(file).map(({ kind }) => kind))],
    isAppeal: false,
  }));
  const others = cases.map((one): WaitingText => ({
    id: one.id,
    kind: one.kind,
    address: words.to('moderation', 'cases', one.id),
    whose: one.community?.name,
    since: waitingSince(one),
    found: one.found,
    isAppeal: one.steps.length > 0,
  }));
  return [...statements, ...others].toSorted((a, b) => a.since.getTime() - b.since.getTime());
}

/** Below zero: overdue. */
export function workingDaysLeft({ since }: Pick<WaitingText, 'since'>, now: Date): number {
  return WORKING_DAYS_TO_DECIDE - workingDaysBetween(since, now);
}

/** What a machine found in the last version of a statement. */
export function hintsOfStatement({
  versions: [last],
  by,
  area,
}: Pick<StatementFile, 'versions' | 'by' | 'area'>) {
  const texts = Object.entries(last?.texts ?? {}).map(([language, text]) => ({ language, text: text ?? '' }));
  const stakeholder = by.kind === 'state' ? { stakeholder: 'government' } : {};
  return hintsIn('statement', texts, { name: by.name, areas: [area], ...stakeholder });
}

/** What a machine found in the text of a case. */
export function hintsOfCase({ kind, texts, community, isOfState }: ModerationCase) {
  const stakeholder = isOfState ? { stakeholder: 'government' } : {};
  return hintsIn(kind, texts, community && { ...community, ...stakeholder });
}
