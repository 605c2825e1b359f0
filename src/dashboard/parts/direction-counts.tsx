import type { JSX } from 'preact';
import type { Distribution } from '../../reports/report.js';
import type { Words } from '../words.js';
import { Shape } from './status.js';

interface DirectionCountsProps {
  readonly of: Pick<Distribution, 'withScore' | 'improving' | 'steady' | 'declining'>;
  readonly words: Words;
}

/** How many countries go which way: the counts with their shapes. */
export function DirectionCounts({ of, words }: DirectionCountsProps): JSX.Element {
  const { improving, steady, declining, withScore } = of;
  const counts = { improving, steady, declining } as const;
  const unknown = withScore - improving - steady - declining;
  return (
    <span class="directions">
      {unknown < withScore &&
        (['improving', 'steady', 'declining'] as const).map((direction) => (
          <span key={direction}>
            <Shape of={direction} /> <span class="unseen">{words.t(`status.${direction}`)} </span>
            {counts[direction]}
          </span>
        ))}
      {unknown > 0 && <span class="quiet">{words.t('overview.unknown', { count: unknown })}</span>}
    </span>
  );
}
