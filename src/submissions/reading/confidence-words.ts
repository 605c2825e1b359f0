import type { Confidence } from '../../catalogue/confidence.js';
import { foldWord } from './header-words.js';

/** How people say how sure they are. English, French, Spanish, Russian, Arabic, Chinese. */
const WORDS: Readonly<Record<Confidence, string>> = {
  low: 'low | faible | basse | baja | bajo | низкая | низкий | منخفضة | منخفض | 低',
  medium:
    'medium | middle | moyenne | moyen | media | medio | средняя | средний | متوسطة | متوسط | 中 | 中等',
  high: 'high | élevée | élevé | haute | alta | alto | высокая | высокий | عالية | عالي | مرتفعة | 高',
};

const CONFIDENCE: ReadonlyMap<string, Confidence> = new Map(
  Object.entries(WORDS).flatMap(([confidence, words]) =>
    words.split('|').map((word) => [foldWord(word), confidence as Confidence] as const),
  ),
);

/** How sure a word says they are, in any of the six languages; `undefined` when the word is not known. */
export function confidenceOfWord(word: string): Confidence | undefined {
  return CONFIDENCE.get(foldWord(word));
}
