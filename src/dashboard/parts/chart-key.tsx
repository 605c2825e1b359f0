import type { JSX } from 'preact';
import { chartKey, type KeyEntry } from '../../charts/chart-key.js';
import type { ChartSpecification } from '../../charts/chart-specification.js';
import { hatchLines } from '../../charts/hatch.js';
import { darkTheme, lightTheme } from '../../charts/palette.js';

const SAMPLE = { width: 30, height: 14 } as const;

/** What the marks of a chart mean: samples as they are drawn, for light and dark screens, and their names. */
export function ChartKey({ chart }: { readonly chart: ChartSpecification }): JSX.Element | null {
  const entries = chartKey(chart, lightTheme);
  const inTheDark = chartKey(chart, darkTheme);
  if (entries.length === 0) return null;
  return (
    <span class={entries.some(({ sample }) => sample.shape === 'line') ? 'keys lines' : 'keys'}>
      {entries.map(({ label, sample }, at) => (
        <span key={label} class="key">
          <svg {...SAMPLE} aria-hidden="true">
            <g class="on-light">
              <Sample sample={sample} />
            </g>
            <g class="on-dark">
              <Sample sample={inTheDark[at]?.sample ?? sample} />
            </g>
          </svg>{' '}
          {label}
        </span>
      ))}
    </span>
  );
}

function Sample({ sample }: Pick<KeyEntry, 'sample'>): JSX.Element {
  const { width, height } = SAMPLE;
  switch (sample.shape) {
    case 'line':
      return (
        <>
          {sample.band !== undefined && <rect {...SAMPLE} fill={sample.band} />}
          <path
            class="dash"
            d={`M1 ${String(height / 2)}H${String(width - 1)}`}
            stroke-dasharray={sample.dash.join(' ')}
          />
        </>
      );
    case 'tick':
      return <path d="M6 2V12M13 2V12M17 2V12M24 2V12" stroke={sample.fill} />;
    case 'box':
      return (
        <>
          <rect x="0.5" y="0.5" width={width - 1} height={height - 1} fill={sample.fill} class="outline" />
          {sample.hatching !== 'none' && (
            <path d={hatched(sample.hatching)} stroke={sample.line} stroke-width="1.25" />
          )}
        </>
      );
  }
}

function hatched(hatching: Parameters<typeof hatchLines>[0]): string {
  return hatchLines(hatching, { left: 0, top: 0, ...SAMPLE })
    .map(([x1, y1, x2, y2]) => `M${String(x1)} ${String(y1)}L${String(x2)} ${String(y2)}`)
    .join('');
}
