import type { Standing } from '../communities/moderation/standing.js';
import type { Words } from '../language/words.js';

/** What stands in the place of a text that is not shown now. */
export function standingSentence(standing: Standing, words: Pick<Words, 't' | 'day'>): string {
  if (standing.state === 'held') return words.t('moderation.place.held', { day: words.day(standing.until) });
  const { state, since, reasonCode } = standing;
  return words.t(`moderation.place.${state}`, {
    day: words.day(since),
    reason: words.t(`statements.reason.${reasonCode}`),
  });
}
