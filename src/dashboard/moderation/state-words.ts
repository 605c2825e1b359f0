import type { CaseState, ModerationCase } from '../../communities/moderation/moderation-case.js';
import type { Words } from '../words.js';

/** Where a case stands, in a sentence. */
export function stateWords(
  { steps, heldUntil, openedAt }: ModerationCase,
  state: CaseState,
  words: Pick<Words, 't' | 'day'>,
): string {
  const day = steps.at(-1)?.takenAt ?? heldUntil ?? openedAt;
  return words.t(`moderation.state.${state}`, { day: words.day(day.toISOString()) });
}
