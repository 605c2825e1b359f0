import type { JSX } from 'preact';
import type { Band } from './band-of.js';

interface LevelLineProps {
  /** 0 to 100; absent: only the band is drawn. */
  readonly level?: number | undefined;
  /** The middle half of a group, and its middle, so that a single mark is never alone. */
  readonly band?: Band | undefined;
  /** What is seen, in words. */
  readonly label: string;
  /** Whether the middle of the band is the subject, not a company for the level. */
  readonly strong?: boolean;
}

/** A level on its line from 0 to 100. */
export function LevelLine({ level, band, label, strong = false }: LevelLineProps): JSX.Element {
  return (
    <svg class="level" width="100%" height="18" role="img" aria-label={label}>
      <line class="rail" x1="0" x2="100%" y1="9" y2="9" />
      <line class="rail" x1="0.5" x2="0.5" y1="5" y2="13" />
      <line class="rail" x1="99.8%" x2="99.8%" y1="5" y2="13" />
      {band && <rect class="band" x={at(band.low)} width={at(band.high - band.low)} y="5" height="8" />}
      {band && !strong && <line class="middle" x1={at(band.middle)} x2={at(band.middle)} y1="3" y2="15" />}
      {band && strong && <circle class="dot" cx={at(band.middle)} cy="9" r="5" />}
      {level !== undefined && <circle class="dot" cx={at(level)} cy="9" r="6" />}
    </svg>
  );
}

/** Two decimals are a hundredth of a pixel on the widest page. */
function at(level: number): string {
  return `${String(Math.round(level * 100) / 100)}%`;
}
