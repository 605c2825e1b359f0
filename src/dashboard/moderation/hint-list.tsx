import type { JSX } from 'preact';
import type { WordingHint } from '../../communities/conduct/wording-hint.js';
import type { Words } from '../words.js';

/** What a machine found in a text, beside it; nothing where it found nothing. */
export function HintList({
  hints,
  words,
}: {
  readonly hints: readonly WordingHint[];
  readonly words: Words;
}): JSX.Element | null {
  if (hints.length === 0) return null;
  return (
    <>
      <p class="quiet">{words.t('moderation.hintsLede')}</p>
      <ul>
        {hints.map(({ kind, quoted }, index) => (
          <li key={index}>
            <bdi>{words.t('moderation.quoted', { quoted })}</bdi> {words.t(`moderation.found.${kind}`)}
          </li>
        ))}
      </ul>
    </>
  );
}
