import type { Words } from '../language/words.js';
import type { Band } from './band-of.js';

/** A level and where the world stands, for those who cannot see the line. */
export function levelLabel(level: number, world: Band | undefined, words: Words): string {
  const score = words.score(level);
  if (world === undefined) return words.t('level.alone', { score });
  return words.t('level.beside', {
    score,
    low: words.score(world.low),
    middle: words.score(world.middle),
    high: words.score(world.high),
  });
}
