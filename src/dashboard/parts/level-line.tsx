import type { JSX } from 'preact';
import type { Band } from '../../reports/band-of.js';

export interface LevelLineProps {
  /** 0 to 100; absent: only the band is drawn. */
  readonly level?: number | undefined;
  /** Ends of its range. */
  readonly range?: { readonly low: number; readonly high: number } | undefined;
  /** The middle half of a group, and its middle, so that a single mark is never alone. */
  readonly band?: Band | undefined;
  /** Levels of others, as faint ticks. */
  readonly ticks?: readonly number[] | undefined;
  /** What is seen, in words; absent where the words stand beside it. */
  readonly label?: string;
}

/**
 * A level on its line from 0 to 100: a dot on the bar of its range; the middle half of a group is a band, its middle a
 * tick, others faint ticks. A group alone wears the colour of its subject.
 */
export function LevelLine({ level, range, band, ticks = [], label }: LevelLineProps): JSX.Element {
  const name = label === undefined ? { 'aria-hidden': true } : { role: 'img' as const, 'aria-label': label };
  return (
    <svg class={level === undefined ? 'level group' : 'level'} width="100%" height="18" {...name}>
      <line class="rail" x1="0" x2="100%" y1="9" y2="9" />
      <line class="rail" x1="0.5" x2="0.5" y1="5" y2="13" />
      <line class="rail" x1="99.8%" x2="99.8%" y1="5" y2="13" />
      {band && <rect class="band" x={at(band.low)} width={at(band.high - band.low)} y="5" height="8" />}
      {band && <line class="middle" x1={at(band.middle)} x2={at(band.middle)} y1="2" y2="16" />}
      {ticks.map((tick) => (
        <line key={tick} class="faint" x1={at(tick)} x2={at(tick)} y1="0" y2="18" />
      ))}
      {range && <rect class="spread" x={at(range.low)} width={at(range.high - range.low)} y="7" height="4" />}
      {level !== undefined && <circle class="dot" cx={at(level)} cy="9" r="6" />}
    </svg>
  );
}

/** Two decimals are a hundredth of a pixel on the widest page. */
function at(level: number): string {
  return `${String(Math.round(level * 100) / 100)}%`;
}
