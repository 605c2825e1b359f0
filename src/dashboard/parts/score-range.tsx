import type { JSX } from 'preact';
import type { ScoreCertainty } from '../../scoring/uncertainty/score-certainty.js';
import type { Words } from '../words.js';

interface ScoreRangeProps {
  readonly of: Pick<ScoreCertainty, 'scoreLow' | 'scoreHigh'>;
  readonly words: Words;
}

/** The 90 % interval beside a score, in brackets; nothing while it is not known. */
export function ScoreRange({ of: { scoreLow, scoreHigh }, words }: ScoreRangeProps): JSX.Element | null {
  if (scoreLow === undefined || scoreHigh === undefined) return null;
  return (
    <span class="quiet range">
      {words.t('node.range', { low: words.score(scoreLow), high: words.score(scoreHigh) })}
    </span>
  );
}
